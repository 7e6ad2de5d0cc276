// marbre bundle: an experiment as a review packet, another desk's packet read again, and the readings back.
// It must not know how a packet is made or verified.
import { InvalidArgumentError } from 'commander'
import type { ReadingVerdict } from '../../../shared/domain/reading.ts'
import { UsageError, type Cli, type Register, type Result } from '../cli.ts'
import { wholeNumber } from '../flags.ts'
import { readText } from '../in-file.ts'
import { writeOut } from '../out-file.ts'
import { count, table } from '../table.ts'
import { withDesk } from '../with-desk.ts'

type ExportFlags = { experiment?: string; readings?: string; out: string; texts?: boolean; as?: string }
type ReadFlags = { verdict: ReadingVerdict; reason?: string; text?: string; as?: string }
type As = { as?: string }

export const registerBundle: Register = (parent, act) => {
  const bundle = parent
    .command('bundle')
    .description('review packets: an experiment to be read again on another laptop, and the readings back')
  bundle
    .command('export')
    .description('one experiment with its decisions and evidence, or the readings given here of a packet, as one sealed file')
    .option('--experiment <id>', 'the experiment')
    .option('--readings <packet>', 'instead: the readings given here of this packet')
    .requiredOption('--out <f>', 'the file')
    .option('--texts', 'with the texts of its articles: the file then contains articles')
    .option('--as <person>', 'a referent')
    .action((flags: ExportFlags) =>
      act((cli) => (flags.readings === undefined ? exportBundle(cli, flags) : exportReadings(cli, flags.readings, flags))),
    )
  bundle
    .command('import')
    .description('verify a file: a packet opens read-only, apart from this desk’s own work; readings that come back join its disagreements')
    .argument('<file>')
    .option('--trust <keys>', 'fingerprints you trust, one a line')
    .option('--as <person>', 'a referent')
    .action((file: string, flags: As & { trust?: string }) => act((cli) => importBundle(cli, file, flags)))
  bundle
    .command('list')
    .description('the packets open on this desk')
    .action(() => act(list))
  registerReadings(bundle, act)
}

const registerReadings: Register = (bundle, act) => {
  bundle
    .command('draw')
    .description('what is read again of a packet, without its first decisions; --every sets the plan')
    .argument('<packet>')
    .option('--every <n>', 'one decided output in N', wholeNumber(1, 100))
    .option('--as <person>', 'a referent')
    .action((packet: string, flags: As & { every?: number }) => act((cli) => draw(cli, packet, flags)))
  bundle
    .command('read')
    .description('the second reading of one output of a packet')
    .argument('<packet>')
    .argument('<output>')
    .requiredOption('--verdict <v>', 'accept, edit, reject or unsure', verdictOf)
    .option('--reason <text>', 'why')
    .option('--text <text>', 'of an edit: what should stand')
    .option('--as <person>', 'a referent')
    .action((packet: string, output: string, flags: ReadFlags) => act((cli) => read(cli, packet, output, flags)))
  bundle
    .command('disagreements')
    .description('where two readings of this desk’s decisions differ, its own and those that came back')
    .action(() => act(disagreements))
}

function verdictOf(text: string): ReadingVerdict {
  const verdict = (['accept', 'edit', 'reject', 'unsure'] as const).find((one) => one === text)
  if (verdict === undefined) throw new InvalidArgumentError('Allowed are accept, edit, reject, unsure.')
  return verdict
}

const named = (person: string | undefined): As => (person === undefined ? {} : { as: person })

async function exportBundle(cli: Cli, { experiment, out, texts, as }: ExportFlags): Promise<Result> {
  if (experiment === undefined) throw new UsageError('name --experiment or --readings')
  const made = await withDesk(cli, (client) =>
    writeOut('--out', out, async () => {
      const { packet, ...rest } = await client.packets.export({ experiment, texts: texts === true, ...named(as) })
      return { content: `${packet}\n`, ...rest }
    }),
  )
  const { digest, articles, suggestions } = made
  if (texts === true) cli.output.note(`${out} contains articles: keep it as you keep them`)
  return {
    json: { out, digest, articles, suggestions, texts: texts === true },
    text: `${count(suggestions, 'output')} on ${count(articles, 'article')} in ${out}\ncontent ${digest}`,
  }
}

async function exportReadings(cli: Cli, packet: string, { out, as }: ExportFlags): Promise<Result> {
  const { digest, readings } = await withDesk(cli, (client) =>
    writeOut('--out', out, async () => {
      const made = await client.packets.exportReadings({ packet, ...named(as) })
      return { content: `${made.packet}\n`, digest: made.digest, readings: made.readings }
    }),
  )
  return { json: { out, packet, digest, readings }, text: `${count(readings, 'reading')} in ${out}\ncontent ${digest}` }
}

async function importBundle(cli: Cli, file: string, { trust, as }: As & { trust?: string }): Promise<Result> {
  const text = await readText('file', file)
  const trusted = trust === undefined ? {} : { trust: await readText('--trust', trust) }
  const opened = await withDesk(cli, (client) => client.packets.import({ text, ...trusted, ...named(as) }))
  const { title, desk, entries, signer, fingerprints, received } = opened
  const keys = fingerprints.map((fingerprint) => `key ${fingerprint}`)
  const what = received
    ? `${count(received.readings, 'second reading')} received, ${count(received.disagreements, 'disagreement')} to settle`
    : 'open read-only'
  return { json: opened, text: [title, `sealed at entry ${entries} of desk ${desk}, signer ${signer}`, ...keys, what].join('\n') }
}

async function list(cli: Cli): Promise<Result> {
  const found = await withDesk(cli, (client) => client.packets.list({}))
  const rows = found.map(({ id, openedAt, title }) => [id.slice(0, 12), openedAt.slice(0, 10), title])
  return { json: found, text: rows.length === 0 ? 'no packet' : table(['packet', 'opened', 'title'], rows) }
}

async function draw(cli: Cli, packet: string, { every, as }: As & { every?: number }): Promise<Result> {
  const queue = await withDesk(cli, async (client) => {
    if (every !== undefined) await client.readings.setPlan({ packet, every, ...named(as) })
    return client.readings.queue({ packet, ...named(as) })
  })
  const rows = queue.lines.map(({ suggestion, excerpt, verdict }) => [suggestion, verdict ?? '-', excerpt])
  const head = `${queue.read} of ${queue.drawn} read`
  return { json: queue, text: rows.length === 0 ? 'nothing to read' : `${head}\n${table(['output', 'reading', 'proposed'], rows)}` }
}

async function read(cli: Cli, packet: string, output: string, { verdict, reason, text, as }: ReadFlags): Promise<Result> {
  const recorded = await withDesk(cli, (client) =>
    client.readings.record({
      packet,
      suggestion: output,
      verdict,
      reason: reason ?? '',
      ...(text === undefined ? {} : { value: { text } }),
      ...named(as),
    }),
  )
  return { json: recorded, text: `${output} read: ${verdict}` }
}

async function disagreements(cli: Cli): Promise<Result> {
  const found = await withDesk(cli, (client) => client.readings.disagreements({}))
  const rows = found.map(({ suggestion, first, second, source, arbitration }) => [
    suggestion,
    first.state,
    second.verdict,
    source === null ? 'here' : source.slice(0, 12),
    arbitration ? `kept ${arbitration.keep}` : 'open',
  ])
  return { json: found, text: rows.length === 0 ? 'no disagreement' : table(['output', 'first', 'second', 'from', ''], rows) }
}
