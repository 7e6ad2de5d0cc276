// The first thing a restored desk does: says in its ledger that it was restored, and under which key it goes on.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { registrationFacts } from '../../ledger/append-entry.ts'
import type { Signer } from '../../ledger/sign.ts'
import type { Readable } from '../../store/database.ts'
import { listKeys, saveKey } from '../../store/ledger-rows.ts'
import type { DeskContext } from '../context.ts'
import { ownerId } from '../people.ts'

const noteSchema = z.object({ madeAt: z.string(), entries: z.int(), head: z.string() })
const noteFile = 'restored.json'

/** Left in the folder by `restoreDesk`, read once by the first opening. */
export async function leaveRestoreNote(folder: string, note: z.infer<typeof noteSchema>): Promise<void> {
  await writeFile(join(folder, noteFile), JSON.stringify(note), { mode: 0o600, flush: true })
}

/** Writes the entry a restore owes, once. Does nothing on a desk that was not restored. */
export async function recordRestore(desk: DeskContext, signer: Signer & { readonly publicKey: string }): Promise<void> {
  const path = join(desk.store.folder, noteFile)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return
  const { madeAt, entries, head } = noteSchema.parse(JSON.parse(text))
  const isNew = !(await listKeys(desk.store.read)).some((key) => key.fingerprint === signer.key)
  await desk.pen.write(async (db) => {
    if (await isTold(db, entries)) return
    if (isNew) await saveKey(db, { fingerprint: signer.key, person: ownerId, publicKey: signer.publicKey, at: desk.clock().toISOString() })
    await desk.pen.append(db, {
      act: 'backup.restored',
      subject: ownerId,
      actor: null,
      facts: { madeAt, entries, head, ...(isNew ? registrationFacts({ key: signer.key, publicKey: signer.publicKey }) : {}) },
    })
  })
  await rm(path, { force: true })
}

/** Killed between the entry and the note's removal: the entry is there already, behind all that was restored. */
async function isTold(db: Readable, entries: number): Promise<boolean> {
  const query = db.selectFrom('ledger').select('id').where('act', '=', 'backup.restored').where('seq', '>', entries)
  return (await query.executeTakeFirst()) !== undefined
}
