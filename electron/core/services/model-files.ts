// Learned models: files beside the database, named by a row, replaced by rename.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelName } from '../tasks/ports.ts'
import { modelNames } from '../tasks/ports.ts'
import { deleteModel, findModel, saveModel } from '../store/desk-rows.ts'
import type { DeskContext } from './context.ts'
import { sha256Bytes } from './task-ports.ts'

export type ModelInfo = { version: string; digest: string; manifest: Record<string, string | number | null>; createdAt: string }

export type ModelFiles = {
  /** Where the files are; trainings keep their unfinished pieces beside them. */
  readonly folder: string
  readonly digest: (name: ModelName) => string | null
  readonly info: (name: ModelName) => ModelInfo | null
  /** Null when there is none, or when its file is missing or damaged: it is trained anew. */
  readonly load: (name: ModelName) => Promise<Uint8Array | null>
  /** The model, its file and its row go. */
  readonly remove: (name: ModelName) => Promise<void>
  readonly save: (name: ModelName, bytes: Uint8Array, manifest: Record<string, string | number | null>) => Promise<void>
}

export async function openModelFiles(desk: Pick<DeskContext, 'store' | 'clock' | 'ids'>): Promise<ModelFiles> {
  const folder = join(desk.store.folder, 'models')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const known = new Map<ModelName, ModelInfo & { file: string }>()
  for (const name of modelNames) {
    const row = await findModel(desk.store.read, name)
    if (row) known.set(name, row)
  }
  return {
    folder,
    digest: (name) => known.get(name)?.digest ?? null,
    info: (name) => known.get(name) ?? null,
    load: async (name) => {
      const info = known.get(name)
      if (!info) return null
      const bytes = await readFile(join(folder, info.file)).catch(() => null)
      if (bytes && sha256Bytes(bytes) === info.digest) return bytes
      known.delete(name)
      return null
    },
    remove: async (name) => {
      const info = known.get(name)
      known.delete(name)
      await desk.store.write((db) => deleteModel(db, name))
      if (info) await rm(join(folder, info.file), { force: true })
    },
    save: async (name, bytes, manifest) => {
      const version = desk.ids()
      const file = `${name}-${version}.bin`
      const draft = join(folder, `${file}.tmp`)
      await writeFile(draft, bytes, { mode: 0o600 })
      await rename(draft, join(folder, file))
      const model = { name, version, file, digest: sha256Bytes(bytes), manifest, createdAt: desk.clock().toISOString() }
      const older = known.get(name)
      await desk.store.write((db) => saveModel(db, model))
      known.set(name, model)
      if (older) await rm(join(folder, older.file), { force: true })
    },
  }
}
