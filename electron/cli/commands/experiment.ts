// marbre experiment: the card, its approval, its runs, its report.
// It must not know how an item is run.
import type { Experiment } from '../../../shared/domain/experiment.ts'
import { cardSchema } from '../../../shared/domain/experiment.ts'
import { Option } from 'commander'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Cli, Register, Result } from '../cli.ts'
import { readJson } from '../in-file.ts'
import { writeOut } from '../out-file.ts'
import { runExperiment } from '../run-experiment.ts'
import { table } from '../table.ts'
import { withDesk } from '../with-desk.ts'

export const registerExperiment: Register = (parent, act) => {
  const experiment = parent.command('experiment').description('experiments: a card, an approval, runs, a report')
  experiment
    .command('create')
    .description('create an experiment from its card (JSON)')
    .argument('<file>')
    .action((file: string) => act((cli) => create(cli, file)))
  experiment
    .command('approve')
    .description('approve a card: its hash is frozen, changing it voids the approval')
    .argument('<id>')
    .requiredOption('--as <person>', 'a referent')
    .action((id: string, flags: { as: string }) =>
      act(async (cli) => resultOf(await withDesk(cli, (client) => client.experiments.approve({ id, as: flags.as })))),
    )
  experiment
    .command('run')
    .description('run an approved card and wait; Ctrl+C pauses')
    .argument('<id>')
    .option('--resume', 'go on with what stopped, start nothing twice')
    .action((id: string, flags: { resume?: boolean }) => act(async (cli) => resultOf(await runExperiment(cli, id, flags.resume === true))))
  experiment
    .command('show')
    .description('show an experiment and its runs')
    .argument('<id>')
    .action((id: string) => act(async (cli) => resultOf(await withDesk(cli, (client) => client.experiments.show({ id })))))
  experiment
    .command('list')
    .description('list the experiments')
    .action(() => act(list))
  experiment
    .command('report')
    .description('the one-page report, printable HTML')
    .argument('<id>')
    .requiredOption('--out <f>', 'the HTML file')
    .addOption(new Option('--lang <lang>', 'language of the page').choices(['fr', 'en']).default('fr'))
    .action((id: string, flags: { out: string; lang: 'fr' | 'en' }) => act((cli) => report(cli, id, flags)))
}

async function create(cli: Cli, file: string): Promise<Result> {
  const card = cardSchema.safeParse(await readJson('card', file))
  if (!card.success)
    throw new DeskError('bad-input', `card ${card.error.issues[0]?.path.join('.') ?? ''}`.trim(), 'is missing or not of its form')
  return resultOf(await withDesk(cli, (client) => client.experiments.create(card.data)))
}

async function list(cli: Cli): Promise<Result> {
  const found = await withDesk(cli, (client) => client.experiments.list({}))
  const rows = found.map((experiment) => [experiment.id, experiment.state, experiment.card.task, experiment.card.title])
  return { json: found.map(shown), text: rows.length === 0 ? 'no experiment' : table(['id', 'state', 'task', 'title'], rows) }
}

async function report(cli: Cli, id: string, { out, lang }: { out: string; lang: 'fr' | 'en' }): Promise<Result> {
  const { experiment, ...figures } = await withDesk(cli, async (client) => {
    await writeOut('--out', out, async () => ({ content: (await client.experiments.document({ id, kind: 'report', lang })).html }))
    return client.experiments.report({ id })
  })
  return { json: { ...shown(experiment), out, figures }, text: `the report is in ${out}` }
}

function shown({ id, state, hash, runs, ...rest }: Experiment): object {
  const shownRuns = runs.map(({ id: run, engine, done, failed, total, ...more }) => ({ id: run, engine, done, failed, total, ...more }))
  return { id, state, hash, runs: shownRuns, ...rest }
}

function resultOf(experiment: Experiment): Result {
  const { id, state, card, approval, hash, runs } = experiment
  const approved =
    approval === null ? 'not approved' : `approved by ${approval.by} on ${approval.at.slice(0, 10)}${approval.ownCard ? ' (own card)' : ''}`
  const head = `${card.title}\n\nid: ${id}\nstate: ${state}, ${approved}\ntask: ${card.task}\ncard: ${hash}`
  const rows = runs.map((run) => [run.id, run.engine, run.state, String(run.done), String(run.failed), String(run.total)])
  return {
    json: shown(experiment),
    text: rows.length === 0 ? head : `${head}\n\n${table(['run', 'engine', 'state', 'done', 'failed', 'total'], rows)}`,
  }
}
