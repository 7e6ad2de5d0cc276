// Erasing for good, and the certificate that says what was erased. Ids, decisions and hashes stay in the ledger: nothing else does.
import { createHash } from 'node:crypto'
import { DeskError } from '../../../../shared/domain/error.ts'
import type { PurgeCertificate } from '../../../../shared/domain/safekeeping.ts'
import { canonicalForm } from '../../ledger/canonical-form.ts'
import { purgeFacts } from '../../ledger/content-hash.ts'
import type { Signer } from '../../ledger/sign.ts'
import type { Readable, Writable } from '../../store/database.ts'
import { listRuns } from '../../store/experiment-rows.ts'
import {
  commentsBefore,
  eraseComments,
  eraseContents,
  eraseEverything,
  erasePacketsOfComments,
  type Erased,
} from '../../store/purge-rows.ts'
import type { ModelName } from '../../tasks/ports.ts'
import type { Actor, DeskContext } from '../context.ts'
import { verifyLedger } from '../ledger-view.ts'
import { forgetSimilar } from '../similar-decisions.ts'
import { forgetLastImport } from '../take-back-import.ts'
import { finishPurge, owePurge } from './finish-purge.ts'
import { noteErased } from './last-erased.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** `before`: an ISO moment; comments written earlier go. */
export type PurgeScope = { readonly scope: 'comments'; readonly before: string } | { readonly scope: 'all' }

export type PurgeParts = {
  readonly signer: Signer
  /** Removes a learned model, which holds words of what it learned from; it is learned again from what is left. */
  readonly forgetModel: (name: ModelName) => Promise<void>
  /** Resolves when no training is under way: one begun before would save words that were erased meanwhile. */
  readonly settled: () => Promise<void>
}

/**
 * Erases, writes the entries that say so, rewrites the files, verifies the ledger. Killed in the middle, it either
 * never happened or is finished by the next start.
 *
 * @throws DeskError `bad-transition` while a run is under way.
 */
export function purge(desk: DeskContext, actor: Actor, wish: PurgeScope, parts: PurgeParts): Promise<PurgeCertificate> {
  return oneAtATime(desk.store, async () => {
    await demandNoRun(desk.store.read)
    await parts.settled()
    const at = desk.clock().toISOString()
    const { erased, entry } = await desk.pen.write(async (db) => {
      await demandNoRun(db)
      await owePurge(db, wish.scope)
      return erase(desk, db, actor, wish, at)
    })
    forgetSimilar(desk.store)
    erased['copies'] = await finishPurge(desk, parts.forgetModel)
    desk.emit({ type: 'article.changed', ids: [] })
    desk.emit({ type: 'comment.changed', ids: [] })
    if (wish.scope === 'all') desk.emit({ type: 'vocabulary.changed' })
    // The session names the last purge.
    desk.emit({ type: 'settings.changed' })
    return certify(desk, parts.signer, { wish, at, erased, entry })
  })
}

async function demandNoRun(db: Readable): Promise<void> {
  if ((await listRuns(db, { states: ['queued', 'running'] })).length > 0)
    throw new DeskError('bad-transition', 'purge', 'a run is under way: wait for its end, or stop it')
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
    const ids = await commentsBefore(db, wish.before)
    const packets = await erasePacketsOfComments(db, ids, wish.before)
    const done = await eraseComments(db, ids)
    subjects = done.subjects
    erased = { ...done.erased, ...(packets === 0 ? {} : { packets }) }
  } else {
    erased = await eraseEverything(db)
    await forgetLastImport(db)
  }
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
  await noteErased(db, wish.scope, entry)
  return { erased, entry }
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
