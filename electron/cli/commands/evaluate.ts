// marbre evaluate: what an engine is worth, on named files or on the desk's own gold.
// It must not know metrics or protocols.
import { readFileSync } from 'node:fs'
import { Argument } from 'commander'
import { tasks, type Task } from '../../../shared/domain/suggestion.ts'
import type { Evaluation, Metrics } from '../../../shared/domain/evaluation.ts'
import { installEgressGuard } from '../../core/guard/egress-guard.ts'
import { loadPolicy } from '../../core/guard/policy.ts'
import { UsageError, type Cli, type Register, type Result } from '../cli.ts'
import { wholeNumber } from '../flags.ts'
import { resourcesFolder, typedPath } from '../places.ts'
import { table } from '../table.ts'
import { withDesk } from '../with-desk.ts'

type Flags = {
  test?: string[]
  train?: string[]
  corpus?: string[]
  vocabulary?: string
  engine: string
  lang?: string
  folds?: number
  limit?: number
  seed: number
  gold?: boolean
  baselines?: 'plain' | 'all'
}

export const registerEvaluate: Register = (parent, act) => {
  parent
    .command('evaluate')
    .description('measure an engine beside plain baselines, on named files (no desk is opened) or on the desk’s own gold')
    .addArgument(new Argument('<task>', 'what to measure').choices(tasks))
    .option('--test <f...>', 'JSON Lines to test on (links: the links)')
    .option('--train <f...>', 'JSON Lines to learn from; a file named for both is split by its `split`')
    .option('--corpus <f...>', 'the articles links are searched in')
    .option('--vocabulary <f>', 'the tags to choose from; else those of at least 3 training articles')
    .option('--engine <e>', 'which engine', 'builtin')
    .option('--lang <l>', 'only records whose lang contains it')
    .option('--folds <k>', 'cross-validate the test files', wholeNumber(2, 100))
    .option('--limit <n>', 'test so many items at most, drawn by the seed', wholeNumber(1))
    .option('--seed <n>', 'the same seed, the same figures', wholeNumber(0), 0)
    .option('--gold', 'measure on what this desk validated')
    .option('--all-baselines', 'tags: also logistic regression and the mean of the three')
    .action((task: Task, flags: Flags & { allBaselines?: boolean }) =>
      act((cli) => evaluate(cli, task, { ...flags, baselines: flags.allBaselines === true ? 'all' : 'plain' })),
    )
}

async function evaluate(cli: Cli, task: Task, flags: Flags): Promise<Result> {
  const evaluation = flags.gold === true ? await onGold(cli, task, flags) : await onFiles(cli, task, flags)
  return { json: evaluation, text: evaluationText(evaluation) }
}

async function onFiles(cli: Cli, task: Task, flags: Flags): Promise<Evaluation> {
  demandFiles(task, flags)
  const clock = () => new Date()
  installEgressGuard({ shell: 'cli', clock, allowHosts: [] })
  const { policy } = loadPolicy({ platform: process.platform, env: process.env, readFile: (path) => readFileSync(path, 'utf8') })
  installEgressGuard({ shell: 'cli', clock, allowHosts: policy.onPremiseHosts })
  const { evaluateFiles } = await import('../../core/services/evaluation/evaluate-files.ts')
  const paths = (given: string[] | undefined): string[] => (given ?? []).map(typedPath)
  const files = {
    task,
    test: paths(flags.test),
    train: paths(flags.train),
    corpus: paths(flags.corpus),
    vocabulary: flags.vocabulary === undefined ? null : typedPath(flags.vocabulary),
    lang: flags.lang ?? null,
  }
  const { folds = null, limit = null, seed, baselines = 'plain' } = flags
  return evaluateFiles(
    files,
    flags.engine,
    { folds, limit, seed, baselines },
    {
      resources: resourcesFolder,
      policy,
      env: process.env,
      now: () => performance.now(),
      progress: cli.output.progress,
      note: cli.output.note,
    },
  )
}

function demandFiles(task: Task, flags: Flags): void {
  if (flags.test === undefined) throw new UsageError('--test or --gold is wanted')
  if (task === 'links' && flags.corpus === undefined) throw new UsageError('links are searched in the articles of --corpus')
  if (flags.folds !== undefined && task !== 'moderation' && task !== 'tags') throw new UsageError(`--folds: nothing is learned for ${task}`)
}

async function onGold(cli: Cli, task: Task, flags: Flags): Promise<Evaluation> {
  const named = [flags.test, flags.train, flags.corpus, flags.vocabulary, flags.lang].some((given) => given !== undefined)
  if (named) throw new UsageError('--gold measures on the desk alone: it goes with no file')
  const { engine, folds, limit, seed } = flags
  return withDesk(cli, (client) => {
    cli.output.progress(`evaluating ${task} on what this desk validated`)
    return client.evaluations.run({
      task,
      engine,
      seed,
      ...(folds === undefined ? {} : { folds }),
      ...(limit === undefined ? {} : { limit }),
    })
  })
}

const shown = (value: number | null | undefined): string =>
  value === undefined ? '' : value === null ? '–' : value >= 10 ? value.toFixed(1) : value.toFixed(3)

/** One row a figure, one column a system. */
function evaluationText({ task, engine, items, reachable, metrics, baselines, itemsPerSecond, peakMemoryMb }: Evaluation): string {
  const columns: [string, Metrics][] = [[engine, metrics], ...Object.entries(baselines)]
  const names = [...new Set(columns.flatMap(([, figures]) => Object.keys(figures)))]
  const rows = names.map((name) => [name, ...columns.map(([, figures]) => shown(figures[name]))])
  const found = reachable === undefined ? '' : `, ${(100 * reachable).toFixed(1)} % of the gold reachable`
  const cost = `${itemsPerSecond} items a second, ${peakMemoryMb} MB at the peak`
  return `${task}: ${items} items${found}\n${table(['', ...columns.map(([name]) => name)], rows)}\n${cost}`
}
