// Lists the files of an import: chosen files, and what chosen folders hold.
// It must not read contents; a symbolic link never leads out of the chosen folder.
import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, resolve, sep } from 'node:path'
import { DeskError } from '../../../shared/domain/error.ts'
import type { FileSource } from './source.ts'

const deepest = 64

/**
 * Every file, folders sorted by name and walked in order. Hidden entries and links that leave their
 * root are passed over; a file is listed once. Throws `bad-input` for a path that does not exist.
 */
export async function* walk(paths: readonly string[]): AsyncGenerator<FileSource> {
  const seen = new Set<string>()
  for (const path of paths) {
    const absolute = resolve(path)
    const found = await stat(absolute).catch(() => null)
    if (found === null) throw new DeskError('bad-input', basename(absolute), 'no such file or folder')
    if (found.isDirectory()) {
      const root = await realpath(absolute)
      yield* walkFolder({ folder: absolute, root: absolute, realRoot: root, depth: 0, seen })
    } else if (isNew(seen, await realpath(absolute))) yield { name: basename(absolute), path: absolute }
  }
}

type Step = { folder: string; root: string; realRoot: string; depth: number; seen: Set<string> }

async function* walkFolder(step: Step): AsyncGenerator<FileSource> {
  const entries = await readdir(step.folder, { withFileTypes: true }).catch((): Dirent[] => [])
  const byName = entries.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  for (const entry of byName) {
    if (entry.name.startsWith('.')) continue
    const path = join(step.folder, entry.name)
    const real = entry.isSymbolicLink() ? await insideRoot(path, step.realRoot) : path
    if (real === null) continue
    const kind = entry.isSymbolicLink() ? await stat(real) : entry
    if (kind.isDirectory()) {
      // A link to a folder above would walk in circles.
      if (step.depth < deepest && isNew(step.seen, `${await realpath(real)}${sep}`))
        yield* walkFolder({ ...step, folder: path, depth: step.depth + 1 })
    } else if (kind.isFile() && isNew(step.seen, await realpath(real))) yield { name: entry.name, path, root: step.root }
  }
}

async function insideRoot(path: string, realRoot: string): Promise<string | null> {
  const real = await realpath(path).catch(() => null)
  return real !== null && real.startsWith(realRoot + sep) ? real : null
}

function isNew(seen: Set<string>, path: string): boolean {
  if (seen.has(path)) return false
  seen.add(path)
  return true
}
