// Knows whether the built output still matches its sources, by a hash of their contents.
// It must not know how to build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** What a build is made from, relative to the project. */
export const buildInputs = ['electron', 'renderer', 'shared', 'scripts', 'package.json', 'package-lock.json']

/** SHA-256 over the paths and contents of every input, in one order on every system. */
export function hashSources(root: string, inputs: readonly string[] = buildInputs): string {
  const hash = createHash('sha256')
  for (const path of inputs.flatMap((input) => filesUnder(join(root, input))).sort()) {
    const bytes = readFileSync(path)
    hash.update(`${relative(root, path).split(sep).join('/')}\0${bytes.byteLength}\0`).update(bytes)
  }
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** True when an output is missing or any source differs from the last finished build. */
export function isStale(root: string, stampFile: string, outputs: readonly string[]): boolean {
  if (!existsSync(stampFile) || outputs.some((output) => !existsSync(output))) return true
  return readFileSync(stampFile, 'utf8') !== hashSources(root)
}

/** Written last, so that a build cut short is stale. */
export function writeStamp(root: string, stampFile: string): void {
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, hashSources(root))
}
