// Where the sample newsroom keeps its own data. It must not know how a desk is opened.
import { join } from 'node:path'

/** Removing this folder removes every trace of the sample. */
export function sampleDataDir(dataDir: string): string {
  return join(dataDir, 'sample-newsroom')
}
