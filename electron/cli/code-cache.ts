// Keeps compiled code between two calls: a command then starts in half the time.
// It must not know commands. Only code is kept, beside the packages of a checkout; a build, already one file, needs none.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { buildScript, packagesFolder } from './places.ts'

/** Where the cache cannot be written nothing is kept, and nothing fails. */
export function keepCompiledCode(): void {
  if (existsSync(buildScript)) module.enableCompileCache(join(packagesFolder, '.cache', 'marbre'))
}
