// Finds the shared open data beside the project, for tests and benches only.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The path of a file under `../shared/data`, or null where that folder is not on this machine. */
export function sharedData(relative: string): string | null {
  const path = join(import.meta.dirname, '..', '..', 'shared', 'data', relative)
  return existsSync(path) ? path : null
}
