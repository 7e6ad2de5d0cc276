// `npm run bench`: every row of the speed table, each beside its peer in the same run: goal, figure, ratio, verdict. Installs nothing.
// It must not know how a row measures.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { BenchContext, BenchRow, Figure, Found } from '../test/bench/bench-row.ts'
import { buildArchive, type BuiltArchive } from '../test/bench/built-archive.ts'

const tell = (message: string): void => void process.stderr.write(`${message}\n`)

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    repeats: { type: 'string', default: '3' },
  },
})

/** What rows leave to one another: building it twice would take longer than measuring. */
type Shared = {
  trained: { bytes: Uint8Array | null }
  imported: { rows: Found; fullText: Found } | null
  archive: BuiltArchive
  memory: Found | null
}

async function imported(context: BenchContext, shared: Shared): Promise<{ rows: Found; fullText: Found }> {
  return (shared.imported ??= await (await import('../test/bench/import-rows.ts')).importRows(context))
}

async function memory(context: BenchContext, shared: Shared): Promise<Found> {
  return (shared.memory ??= await (await import('../test/bench/memory-row.ts')).memoryRow(context, shared.archive))
}

/** The archive passes the memory row's size on its way to the links row's: it is measured there. */
async function linksAndMemory(context: BenchContext, shared: Shared): Promise<Found> {
  const { linksRow } = await import('../test/bench/links-row.ts')
  const midway = async (): Promise<void> => void (asked('memory') && (await memory(context, shared)))
  return linksRow(context, shared.archive, midway)
}

/** In order of size: the one archive grows from row to row. Two rows come of one run of imports, and the tagger that is trained is the one that tags. */
const plans: { row: string; run: (context: BenchContext, shared: Shared) => Promise<Found> }[] = [
  { row: 'import', run: async (context, shared) => (await imported(context, shared)).rows },
  { row: 'full text', run: async (context, shared) => (await imported(context, shared)).fullText },
  { row: 'training', run: async (context, { trained }) => (await import('../test/bench/training-row.ts')).trainingRow(context, trained) },
  { row: 'tagging', run: async (context, { trained }) => (await import('../test/bench/tagging-row.ts')).taggingRow(context, trained) },
  { row: 'decision', run: async (context) => (await import('../test/bench/decision-row.ts')).decisionRow(context) },
  { row: 'search', run: async (context) => (await import('../test/bench/search-row.ts')).searchRow(context) },
  { row: 'start', run: async (context, { archive }) => (await import('../test/bench/start-row.ts')).startRow(context, archive) },
  { row: 'links', run: (context, shared) => linksAndMemory(context, shared) },
  { row: 'memory', run: memory },
]

const asked = (row: string): boolean => values.only === undefined || values.only.some((name) => row.includes(name))

/** A row that breaks is told, fails the script at its end, and keeps no other from running. */
async function attempt(plan: (typeof plans)[number], shared: Shared): Promise<BenchRow> {
  const { row } = plan
  tell(`${row}…`)
  const own = mkdtempSync(join(tmpdir(), 'marbre-bench-'))
  const from = performance.now()
  const seconds = (): number => Math.round((performance.now() - from) / 1000)
  const context = {
    shrink,
    repeats: Number(values.repeats),
    folder: own,
    tell: (message: string) => tell(`  ${row}: ${message}`),
  }
  try {
    return { row, ...(await plan.run(context, shared)), seconds: seconds() }
  } catch (error) {
    process.exitCode = 1
    return { row, figures: [], notes: [], notRun: `failed: ${error instanceof Error ? error.message : 'unknown'}`, seconds: seconds() }
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

const number = (value: number): string => (Number.isInteger(value) || value >= 100 ? String(Math.round(value)) : value.toPrecision(3))
const withUnit = (value: number, unit: string): string => `${number(value)} ${unit}`.trim()

function goalOf({ goal, unit }: Figure): string {
  if (goal === null) return ''
  const [sign, bound] = goal.atMost === undefined ? ['≥', goal.atLeast ?? 0] : ['≤', goal.atMost]
  return `${sign} ${goal.of === 'ratio' ? `${bound} ×` : withUnit(bound, unit)}`
}

function cellsOf(row: BenchRow): string[][] {
  if (row.notRun !== undefined) return [[row.row, '', '', '', '', '', `not run: ${row.notRun}`]]
  return row.figures.map((one, at) => [
    at === 0 ? `${row.row} (${row.seconds} s)` : '',
    one.measure,
    goalOf(one),
    withUnit(one.figure, one.unit),
    one.peer ? `${one.peer.name}: ${withUnit(one.peer.figure, one.unit)}` : '',
    one.ratio === null ? '' : `${number(one.ratio)} ×`,
    one.met === null ? '' : one.met ? 'met' : 'missed',
  ])
}

function table(rows: readonly BenchRow[]): string {
  const header = ['row', 'measure', 'goal', 'figure', 'beside', 'ratio', 'verdict']
  const cells = [header, ...rows.flatMap(cellsOf)]
  const widths = header.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** What is absent is told, never fetched. */
async function tellAbsent(): Promise<void> {
  const { havePeers, installCommand } = await import('../test/bench/peers.ts')
  if (!havePeers()) tell(`the peers are not installed: ${installCommand} (rows tagging and links run without them)`)
}

await tellAbsent()
const from = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'marbre-bench-'))
const shrink = values.quick ? 20 : 1
const final = Math.max(10, 200_000 / shrink)
const shared: Shared = {
  trained: { bytes: null },
  imported: null,
  archive: buildArchive(join(folder, 'archive'), { final, vectors: true, tell: (message) => tell(`  ${message}`) }),
  memory: null,
}
const rows: BenchRow[] = []
for (const plan of plans.filter(({ row }) => asked(row))) rows.push(await attempt(plan, shared))
rmSync(folder, { recursive: true, force: true })
const missed = rows.flatMap((row) => row.figures).filter(({ met }) => met === false).length
const machine = {
  cores: availableParallelism(),
  cpu: cpus()[0]?.model ?? '',
  memory: Math.round(totalmem() / 2 ** 30),
  node: process.version,
}
const minutes = (performance.now() - from) / 60_000
const size = values.quick ? 'quick: every size divided by 20, no figure stands for the table’s goals' : 'full sizes'
if (values.json) {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), quick: values.quick, machine, rows, missed })}\n`)
} else {
  const notes = rows.flatMap(({ row, notes: said }) => said.map((note) => `${row}: ${note}`))
  const where = `${machine.cores} cores (${machine.cpu}), ${machine.memory} GB, Node ${machine.node}; ${size}; ${values.repeats} interleaved repeats, medians; ${minutes.toFixed(1)} min`
  process.stdout.write(
    `${table(rows)}\n\n${notes.join('\n')}\n\n${where}\n${missed === 0 ? 'every goal that was run is met' : `${missed} figures miss their goal`}\n`,
  )
}
