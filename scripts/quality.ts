// `npm run quality`: every row of the quality page's table, run on the open data beside this checkout: goal, figure, baseline, verdict.
// It must not know metrics or methods.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultPolicy } from '../electron/core/guard/policy.ts'
import type { EvaluationOptions } from '../electron/core/services/evaluation/evaluation-data.ts'
import { evaluateFiles, type FilesToEvaluate } from '../electron/core/services/evaluation/evaluate-files.ts'
import type { Evaluation, Metrics } from '../shared/domain/evaluation.ts'
import type { Task } from '../shared/domain/suggestion.ts'

const root = join(import.meta.dirname, '..')

type Figure = { measure: string; figure: number; goal: number; baseline: { name: string; figure: number } | null; met: boolean }
type Row = { row: string; figures: Figure[]; notRun?: string; seconds: number; evaluation?: Evaluation }
/** At least a figure, or at least `times.factor` times what a baseline has in the same run. */
type Goal = { measure: string; atLeast?: number; times?: { baseline: string; factor: number } }
type Plan = { row: string; task: Task; files: (data: string) => Partial<FilesToEvaluate>; goals: Goal[] }

const jigsaw = (data: string, name: string): string => join(data, 'jigsaw-bilingual', `jigsaw_bilingual_${name}.jsonl`)
const plans: Plan[] = [
  {
    row: 'tags en',
    task: 'tags',
    files: (data) => {
      const articles = [join(data, 'digitalgov-news/articles.jsonl')]
      return { train: articles, test: articles, vocabulary: join(data, 'digitalgov-news/topics.jsonl') }
    },
    goals: [
      { measure: 'f1@5', atLeast: 0.51 },
      { measure: 'ndcg@10', atLeast: 0.74 },
    ],
  },
  {
    row: 'tags fr',
    task: 'tags',
    files: (data) => ({ train: [join(data, 'geotribu-fr/articles.jsonl')], test: [join(data, 'geotribu-fr/articles.jsonl')] }),
    goals: [
      { measure: 'f1@5', atLeast: 0.43 },
      { measure: 'ndcg@10', atLeast: 0.7 },
    ],
  },
  {
    row: 'key points en',
    task: 'key-points',
    files: (data) => ({ test: [join(data, 'digitalgov-news/key-points.jsonl')] }),
    goals: [
      { measure: 'rouge1', atLeast: 33 },
      { measure: 'rouge2', atLeast: 22 },
    ],
  },
  {
    row: 'key points fr',
    task: 'key-points',
    files: (data) => ({ test: [join(data, 'geotribu-fr/key-points.jsonl')] }),
    goals: [{ measure: 'rouge1', times: { baseline: 'lead', factor: 1.08 } }],
  },
  {
    row: 'moderation en',
    task: 'moderation',
    files: (data) => ({
      train: [join(data, 'civil-comments-toxic-spans/comments.jsonl'), jigsaw(data, 'extra')],
      test: [jigsaw(data, 'balanced')],
      lang: 'en',
    }),
    goals: [{ measure: 'rocAuc', atLeast: 0.91 }],
  },
  {
    row: 'moderation fr',
    task: 'moderation',
    files: (data) => ({ train: [join(data, 'mlma-fr/tweets.jsonl'), jigsaw(data, 'extra')], test: [jigsaw(data, 'balanced')], lang: 'fr' }),
    goals: [{ measure: 'rocAuc', atLeast: 0.92 }],
  },
  {
    row: 'links en',
    task: 'links',
    files: (data) => ({ test: [join(data, 'digitalgov-news/links.jsonl')], corpus: [join(data, 'digitalgov-news/articles.jsonl')] }),
    goals: [
      { measure: 'ndcg@5', atLeast: 0.4 },
      { measure: 'recall@10', atLeast: 0.55 },
    ],
  },
  {
    row: 'links fr',
    task: 'links',
    files: (data) => ({ test: [join(data, 'geotribu-fr/links.jsonl')], corpus: [join(data, 'geotribu-fr/articles.jsonl')] }),
    goals: [
      { measure: 'ndcg@5', times: { baseline: 'lsa200', factor: 1.1 } },
      { measure: 'recall@10', times: { baseline: 'lsa200', factor: 1.1 } },
    ],
  },
]
const factLockRow = 'fact-lock'

/** The highest baseline of the run for one measure: the bar a claim is held against. */
function strongest(baselines: Record<string, Metrics>, measure: string): Figure['baseline'] {
  const known = Object.entries(baselines).flatMap(([name, metrics]) => {
    const figure = metrics[measure]
    return figure === null || figure === undefined ? [] : [{ name, figure }]
  })
  return known.toSorted((a, b) => b.figure - a.figure)[0] ?? null
}

function figureOf({ metrics, baselines }: Evaluation, goal: Goal): Figure {
  const figure = metrics[goal.measure] ?? Number.NaN
  const beside = goal.times && baselines[goal.times.baseline]?.[goal.measure]
  const bar = goal.times ? goal.times.factor * (beside ?? Number.NaN) : (goal.atLeast ?? 0)
  return { measure: goal.measure, figure, goal: bar, baseline: strongest(baselines, goal.measure), met: figure >= bar }
}

const options: EvaluationOptions = { folds: null, limit: null, seed: 0, baselines: 'all' }
const tell = (message: string): void => void process.stderr.write(`${message}\n`)

async function runPlan({ row, task, files, goals }: Plan, data: string): Promise<Row> {
  const named: FilesToEvaluate = { task, train: [], test: [], corpus: [], vocabulary: null, lang: null, ...files(data) }
  const wanted = [...named.train, ...named.test, ...named.corpus, ...(named.vocabulary === null ? [] : [named.vocabulary])]
  const missing = wanted.find((path) => !existsSync(path))
  if (missing !== undefined) return { row, figures: [], notRun: `no ${missing}`, seconds: 0 }
  const from = performance.now()
  const evaluation = await evaluateFiles(named, 'builtin', options, {
    resources: join(root, 'resources'),
    policy: defaultPolicy(),
    env: {},
    now: () => performance.now(),
    progress: () => undefined,
    note: (message) => tell(`${row}: ${message}`),
  })
  const figures = goals.map((goal) => figureOf(evaluation, goal))
  return { row, figures, seconds: Math.round((performance.now() - from) / 1000), evaluation }
}

const perClass = 60

/** Planted corruptions over three archives and two languages; light rewritings and verbatim sentences as the true claims. */
async function runFactLock(): Promise<Row> {
  if (!existsSync(join(root, 'test', 'fact-lock', 'trial.ts')))
    return { row: factLockRow, figures: [], notRun: 'no trial here', seconds: 0 }
  const { runFactLockTrial, totals } = await import('../test/fact-lock/trial.ts')
  const { ARCHIVES } = await import('../test/fact-lock/archives.ts')
  const from = performance.now()
  const { caught, alarms } = totals(runFactLockTrial({ archives: ARCHIVES, perClass, seed: 0 }))
  if (caught.planted === 0 || alarms.claims === 0) return { row: factLockRow, figures: [], notRun: 'no archive to plant in', seconds: 0 }
  const shares = { caught: caught.caught / caught.planted, alarms: alarms.alarmed / alarms.claims }
  const figures: Figure[] = [
    { measure: 'caught', figure: shares.caught, goal: 0.95, baseline: null, met: shares.caught >= 0.95 },
    { measure: 'false alarms (at most)', figure: shares.alarms, goal: 0.03, baseline: null, met: shares.alarms <= 0.03 },
  ]
  return { row: factLockRow, figures, seconds: Math.round((performance.now() - from) / 1000) }
}

/** A row that breaks is told, fails the script at its end, and keeps no other from running. */
async function attempt(row: string, run: () => Promise<Row>): Promise<Row> {
  tell(`${row}…`)
  try {
    return await run()
  } catch (error) {
    process.exitCode = 1
    return { row, figures: [], notRun: `failed: ${error instanceof Error ? error.message : 'unknown'}`, seconds: 0 }
  }
}

const number = (value: number): string => (value >= 10 ? value.toFixed(1) : value.toFixed(3))

function verdictOf({ figure, goal, met }: Figure): string {
  return met ? 'met' : `short by ${Number(Math.abs(goal - figure).toPrecision(2))}`
}

function cellsOf(row: Row): string[][] {
  if (row.notRun !== undefined) return [[row.row, '', '', '', '', `not run: ${row.notRun}`]]
  return row.figures.map((one, at) => [
    at === 0 ? `${row.row} (${row.seconds} s)` : '',
    one.measure,
    number(one.goal),
    number(one.figure),
    one.baseline ? `${one.baseline.name} ${number(one.baseline.figure)}` : '–',
    verdictOf(one),
  ])
}

function table(given: readonly Row[]): string {
  const header = ['row', 'measure', 'goal', 'figure', 'strongest baseline', 'verdict']
  const cells = [header, ...given.flatMap(cellsOf)]
  const widths = header.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  const lines = cells.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return lines.map((line) => line.trimEnd()).join('\n')
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    data: { type: 'string', default: join(root, '..', 'shared', 'data') },
  },
})
const asked = (row: string): boolean => values.only === undefined || values.only.some((name) => row.includes(name))
const rows: Row[] = []
for (const plan of plans.filter(({ row }) => asked(row))) rows.push(await attempt(plan.row, () => runPlan(plan, values.data)))
if (asked(factLockRow)) rows.push(await attempt(factLockRow, runFactLock))
const short = rows.flatMap((row) => row.figures.filter((figure) => !figure.met))
process.stdout.write(
  values.json
    ? `${JSON.stringify({ rows, short: short.length })}\n`
    : `${table(rows)}\n\n${short.length === 0 ? 'every goal that was run is met' : `${short.length} figures short of their goal`}\n`,
)
