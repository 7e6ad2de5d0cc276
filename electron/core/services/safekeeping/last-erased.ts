// Which purges came last, so that a page can forget the half-written texts about what went. It must not know what was erased.
import { readSetting, writeSetting } from '../../store/desk-rows.ts'
import type { Readable, Writable } from '../../store/database.ts'

/** The ledger's entry of the last purge of each scope, or null. */
export type LastErased = { readonly all: string | null; readonly comments: string | null }

const key = 'last-erased'

export async function readLastErased(db: Readable): Promise<LastErased> {
  return (await readSetting<LastErased>(db, key)) ?? { all: null, comments: null }
}

export async function noteErased(db: Writable, scope: keyof LastErased, entry: string): Promise<void> {
  await writeSetting(db, key, { ...(await readLastErased(db)), [scope]: entry })
}
