// The part of a purge that no transaction covers: models, copies, vectors, free pages. Owed from the moment rows are gone.
// It must not know which rows, nor who asked.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Readable, Writable } from '../../store/database.ts'
import { readSetting, writeSetting } from '../../store/desk-rows.ts'
import { modelNames, type ModelName } from '../../tasks/ports.ts'
import type { DeskContext } from '../context.ts'

const key = 'purge-owed'
const owedSchema = z.object({ scope: z.enum(['comments', 'all']) }).nullable()
type Owed = z.infer<typeof owedSchema>

/** A file another program still looks at (Windows) is tried again for about a second. */
const firmly = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 } as const

/** Written in the transaction that erases: a kill after it leaves a debt the next start pays. */
export async function owePurge(db: Writable, scope: 'comments' | 'all'): Promise<void> {
  await writeSetting(db, key, { scope } satisfies Owed)
}

/** Does what is owed, whole, whatever an earlier try had done already; returns the number of copies it removed. */
export async function finishPurge(desk: Pick<DeskContext, 'store'>, forgetModel: (name: ModelName) => Promise<void>): Promise<number> {
  const owed = await owedBy(desk.store.read)
  if (owed === null) return 0
  const { folder } = desk.store
  const models: readonly ModelName[] = owed.scope === 'all' ? modelNames : ['moderator']
  for (const name of models) await forgetModel(name)
  // By name as well: a kill may have left files whose rows are gone, and pieces of a training cut short.
  await empty(join(folder, 'models'), (name) => owed.scope === 'all' || /^moderator[-.]/.test(name))
  const copies = await empty(join(folder, 'backups'))
  // A file that was sent and never imported holds what was just erased.
  await rm(join(folder, 'incoming'), firmly)
  if (owed.scope === 'all') {
    await forgetVectors(desk.store)
    await rm(join(folder, 'mapping'), firmly)
  }
  // Erased rows leave nothing behind in free pages or in the journal.
  await desk.store.rewrite()
  await desk.store.write((db) => writeSetting(db, key, null))
  return copies
}

/** Through LanceDB, which may hold its tables open; where it cannot (a damaged table), by hand: they are made again from the articles. */
async function forgetVectors(store: DeskContext['store']): Promise<void> {
  await (await store.vectors()).keepOnly('none').catch(() => empty(join(store.folder, 'vectors')))
}

async function owedBy(db: Readable): Promise<Owed> {
  return owedSchema.catch(null).parse(await readSetting(db, key))
}

async function empty(folder: string, goes: (name: string) => boolean = () => true): Promise<number> {
  const names = (await readdir(folder).catch(() => [])).filter(goes)
  for (const name of names) await rm(join(folder, name), firmly)
  return names.length
}
