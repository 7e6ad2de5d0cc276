// The house charter of moderation: the newsroom's own, or the one shipped to start from.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { charterSchema, type Charter } from '../../../shared/domain/comment.ts'
import { readSetting, writeSetting } from '../store/desk-rows.ts'
import type { DeskContext } from './context.ts'

const key = 'charter'

export async function readCharter(desk: Pick<DeskContext, 'store' | 'resources'>): Promise<Charter> {
  const own = await readSetting<Charter>(desk.store.read, key)
  if (own) return own
  return charterSchema.parse(JSON.parse(await readFile(join(desk.resources, 'charter.json'), 'utf8')))
}

export async function saveCharter(desk: DeskContext, charter: Charter): Promise<void> {
  await desk.store.write((db) => writeSetting(db, key, charter))
  desk.emit({ type: 'settings.changed' })
}
