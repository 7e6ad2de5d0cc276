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
  /**
   * Puts back the model that another reset than the present one's made way for, until the next training or a purge. False when it is
   * not there any more, or of another reset than `forgotten`.
   */
  readonly putBack: (name: ModelName, of: { readonly forgotten: string }) => Promise<boolean>
}

type Known = ModelInfo & { name: string; file: string }

const formerOf = (name: ModelName): string => `${name}.former`
const forgottenBy = (model: ModelInfo): string => String(model.manifest['forgotten'] ?? '')

/** What the functions below share: where files lie, and which model of each name is in use. */
type Shelf = {
  readonly desk: Pick<DeskContext, 'store' | 'clock' | 'ids'>
  readonly folder: string
  readonly known: Map<ModelName, Known>
}

export async function openModelFiles(desk: Pick<DeskContext, 'store' | 'clock' | 'ids'>): Promise<ModelFiles> {
  const folder = join(desk.store.folder, 'models')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const known = new Map<ModelName, Known>()
  for (const name of modelNames) {
    const row = await findModel(desk.store.read, name)
    if (row) known.set(name, row)
  }
  const shelf: Shelf = { desk, folder, known }
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
    remove: (name) => removeModel(shelf, name),
    save: async (name, bytes, manifest) => {
      const version = desk.ids()
      const file = `${name}-${version}.bin`
      const draft = join(folder, `${file}.tmp`)
      await writeFile(draft, bytes, { mode: 0o600 })
      await rename(draft, join(folder, file))
      await replaceModel(shelf, name, {
        name,
        version,
        file,
        digest: sha256Bytes(bytes),
        manifest,
        createdAt: desk.clock().toISOString(),
      })
    },
    putBack: (name, { forgotten }) => putBackModel(shelf, name, forgotten),
  }
}

async function erase({ folder }: Shelf, models: readonly (Known | null | undefined)[]): Promise<void> {
  for (const model of models) if (model) await rm(join(folder, model.file), { force: true })
}

async function removeModel(shelf: Shelf, name: ModelName): Promise<void> {
  const { desk, known } = shelf
  const info = known.get(name)
  const former = await findModel(desk.store.read, formerOf(name))
  known.delete(name)
  await desk.store.write(async (db) => {
    await deleteModel(db, name)
    await deleteModel(db, formerOf(name))
  })
  await erase(shelf, [info, former])
}

/** Trained anew because of a reset: the one before is kept, should the reset be taken back. */
async function replaceModel(shelf: Shelf, name: ModelName, model: Known): Promise<void> {
  const { desk, known } = shelf
  const older = known.get(name)
  const oldest = await findModel(desk.store.read, formerOf(name))
  const kept = older !== undefined && forgottenBy(older) !== forgottenBy(model) ? older : null
  await desk.store.write(async (db) => {
    await saveModel(db, model)
    if (kept) await saveModel(db, { ...kept, name: formerOf(name) })
    else await deleteModel(db, formerOf(name))
  })
  known.set(name, model)
  await erase(shelf, [kept ? null : older, oldest])
}

async function putBackModel(shelf: Shelf, name: ModelName, forgotten: string): Promise<boolean> {
  const { desk, known } = shelf
  const present = known.get(name)
  const former = await findModel(desk.store.read, formerOf(name))
  if (!former || forgottenBy(former) !== forgotten || (present && forgottenBy(present) === forgotten)) return false
  const back: Known = { ...former, name }
  await desk.store.write(async (db) => {
    await saveModel(db, back)
    await deleteModel(db, formerOf(name))
  })
  known.set(name, back)
  await erase(shelf, [present])
  return true
}
