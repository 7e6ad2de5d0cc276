// What a desk remembers about itself.
import { settingsSchema, type Settings } from '../../../shared/contract/desk.ts'
import { readSetting, writeSetting } from '../store/desk-rows.ts'
import type { Readable } from '../store/database.ts'
import type { DeskContext } from './context.ts'

const key = 'settings'
const defaults: Settings = { lang: 'fr', theme: 'system', newsroom: '' }

export async function readSettings(db: Readable): Promise<Settings> {
  const stored = settingsSchema.safeParse({ ...defaults, ...(await readSetting<object>(db, key)) })
  return stored.success ? stored.data : defaults
}

export async function changeSettings(desk: DeskContext, change: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const settings = { ...(await readSettings(desk.store.read)), ...given }
  await desk.store.write((db) => writeSetting(db, key, settings))
  desk.emit({ type: 'settings.changed' })
  return settings
}
