// Erasing for good, and the certificate that says what was erased. Ids, decisions and hashes stay in the ledger: nothing else does.
import { createHash } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DeskError } from '../../../../shared/domain/error.ts'
import type { PurgeCertificate } from '../../../../shared/domain/safekeeping.ts'
import { canonicalForm } from '../../ledger/canonical-form.ts'
import { purgeFacts } from '../../ledger/content-hash.ts'
import type { Signer } from '../../ledger/sign.ts'
import type { Writable } from '../../store/database.ts'
import { listRuns } from '../../store/experiment-rows.ts'
import { commentsBefore, eraseComments, eraseContents, eraseEverything, type Erased } from '../../store/purge-rows.ts'
import { modelNames, type ModelName } from '../../tasks/ports.ts'
import type { Actor, DeskContext } from '../context.ts'
import { verifyLedger } from '../ledger-view.ts'

/** `before`: an ISO moment; comments written earlier go. */
export type PurgeScope = { readonly scope: 'comments'; readonly before: string } | { readonly scope: 'all' }

export type PurgeParts = {
  readonly signer: Signer
  /** Removes a learned model, which holds words of what it learned from; it is learned again from what is left. */
  readonly forgetModel: (name: ModelName) => Promise<void>
}

/**
 * Erases, writes the entries that say so, rewrites the files, verifies the ledger.
 *
 * @throws DeskError `bad-transition` while a run is under way.
 */
export async function purge(desk: DeskContext, actor: Actor, wish: PurgeScope, parts: PurgeParts): Promise<PurgeCertificate> {
  if ((await listRuns(desk.store.read, { states: ['queued', 'running'] })).length > 0)
    throw new DeskError('bad-transition', 'purge', 'a run is under way: wait for its end, or stop it')
  const at = desk.clock().toISOString()
  const { erased, entry } = await desk.pen.write((db) => erase(desk, db, actor, wish, at))
  const models: readonly ModelName[] = wish.scope === 'all' ? modelNames : ['moderator']
  for (const name of models) await parts.forgetModel(name)
  erased['copies'] = await removeCopies(desk.store.folder)
  if (wish.scope === 'all') await forgetEverythingElse(desk)
  // Erased rows leave nothing behind in free pages or in the journal.
  desk.store.rewrite()
  desk.emit({ type: 'article.changed', ids: [] })
  desk.emit({ type: 'comment.changed', ids: [] })
  return certify(desk, parts.signer, { wish, at, erased, entry })
}

async function erase(
  desk: DeskContext,
  db: Writable,
  actor: Actor,
  wish: PurgeScope,
  at: string,
): Promise<{ erased: Erased; entry: string }> {
  let subjects: string[] | null = null
  let erased: Erased
  if (wish.scope === 'comments') {
    const done = await eraseComments(db, await commentsBefore(db, wish.before))
    subjects = done.subjects
    erased = done.erased
  } else erased = await eraseEverything(db)
  const hashes = await eraseContents(db, subjects, at)
  erased['contents'] = hashes.length
  const reason = wish.scope === 'comments' ? 'retention' : 'everything'
  let entry = ''
  // A purge of comments nobody had decided on erases no content of the ledger: it is told all the same.
  for (const facts of hashes.length === 0 ? [{ reason, count: 0, contents: [] }] : purgeFacts(hashes, reason)) {
    const written = await desk.pen.append(db, {
      act: 'contents.purged',
      subject: desk.pen.desk,
      actor,
      facts: { ...facts, comments: erased['comments'] ?? 0, before: wish.scope === 'comments' ? wish.before : null },
    })
    entry = written.body.id
  }
  return { erased, entry }
}

/** Copies of the database in the desk's own folder hold what was just erased. */
async function removeCopies(folder: string): Promise<number> {
  const names = await readdir(join(folder, 'backups')).catch(() => [])
  for (const name of names) await rm(join(folder, 'backups', name), { recursive: true, force: true })
  return names.length
}

async function forgetEverythingElse(desk: DeskContext): Promise<void> {
  await (await desk.store.vectors()).keepOnly('none')
  for (const name of ['mapping', 'incoming']) await rm(join(desk.store.folder, name), { recursive: true, force: true })
}

async function certify(
  desk: DeskContext,
  signer: Signer,
  { wish, at, erased, entry }: { wish: PurgeScope; at: string; erased: Erased; entry: string },
): Promise<PurgeCertificate> {
  const { entries, head, intact, erased: gone } = await verifyLedger(desk)
  const said = {
    kind: 'marbre-purge-certificate' as const,
    desk: desk.pen.desk,
    at,
    scope: wish.scope,
    before: wish.scope === 'comments' ? wish.before : null,
    erased,
    ledger: { entries, head, intact, erased: gone },
    entry,
  }
  const hash = createHash('sha256').update(canonicalForm(said)).digest('hex')
  return { ...said, signature: { key: signer.key, value: await signer.sign(hash) } }
}
