// Row eight: the resident memory of the core over a big archive, after its start and 200 searches, workers gone.
// It must not know what the core keeps.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figure, sized, type BenchContext, type Found } from './bench-row.ts'
import type { BuiltArchive } from './built-archive.ts'
import { drawArticles } from './drawn-articles.ts'

const searches = 200
const memorySize = 100_000

/** Two words each, from titles. */
function queries(): string[] {
  return [...drawArticles({ count: searches, seed: 11 })].map(({ title }) => title.split(/\s+/).slice(0, 2).join(' '))
}

type Resident = { total: number; mapped: number }
const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)

export async function memoryRow(context: BenchContext, archive: BuiltArchive): Promise<Found> {
  await archive.growTo(sized(context, memorySize))
  const words = join(context.folder, 'searches.json')
  writeFileSync(words, JSON.stringify(queries()))
  context.tell('the core alone, in a process of its own')
  const args = [join(import.meta.dirname, 'core-memory.ts'), archive.folder, words]
  const { stdout, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the core failed: ${stderr.slice(-300)}`)
  const { started, rested } = JSON.parse(stdout) as { started: Resident; rested: Resident }
  return {
    figures: [
      figure(`resident, ${archive.count()} articles`, { figure: megabytes(rested.total), unit: 'MB', goal: { of: 'figure', atMost: 600 } }),
      figure('of it, pages of mapped files', { figure: megabytes(rested.mapped), unit: 'MB' }),
      figure('right after the start', { figure: megabytes(started.total), unit: 'MB' }),
    ],
    notes: [`after ${searches} searches of two words and 18 s of rest; VmRSS of a process that holds the core alone`],
  }
}
