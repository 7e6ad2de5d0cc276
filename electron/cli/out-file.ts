// A file a command writes, whole or not at all: a draft beside it, then a rename.
// It must not know what is written.
import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DeskError } from '../../shared/domain/error.ts'
import { typedPath } from './places.ts'

/**
 * Writes what `make` answers to the file `given` after `--out` or the like, replacing one that is there.
 * The draft is opened first, so that nothing is recorded as exported that then finds no place.
 *
 * @throws DeskError `bad-input` when the place cannot be written; what `make` throws.
 */
export async function writeOut<T extends { content: string }>(option: string, given: string, make: () => Promise<T>): Promise<T> {
  const path = typedPath(given)
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) throw new DeskError('bad-input', option, 'names a folder, not a file')
  const draft = join(dirname(path), `.${basename(path).slice(0, 80)}.${randomBytes(6).toString('hex')}.tmp`)
  const file = await open(draft, 'wx').catch(() => {
    throw new DeskError('bad-input', option, 'cannot be written there')
  })
  try {
    const made = await make()
    await file.writeFile(made.content)
    await file.sync()
    await file.close()
    await rename(draft, path)
    return made
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(draft, { force: true })
    throw error
  }
}
