// marbre bundle: an experiment as a review packet, and another desk's packet opened read-only.
// It must not know how a packet is made or verified.
import type { Cli, Register, Result } from '../cli.ts'
import { readText } from '../in-file.ts'
import { writeOut } from '../out-file.ts'
import { count, table } from '../table.ts'
import { withDesk } from '../with-desk.ts'

type ExportFlags = { experiment: string; out: string; texts?: boolean; as?: string }

export const registerBundle: Register = (parent, act) => {
  const bundle = parent.command('bundle').description('review packets: an experiment to be read on another laptop')
  bundle
    .command('export')
    .description('one experiment with its decisions, evidence and ledger, as one file')
    .requiredOption('--experiment <id>', 'the experiment')
    .requiredOption('--out <f>', 'the file')
    .option('--texts', 'with the texts of its articles: the file then contains articles')
    .option('--as <person>', 'a referent')
    .action((flags: ExportFlags) => act((cli) => exportBundle(cli, flags)))
  bundle
    .command('import')
    .description('verify a packet and open it read-only, apart from this desk’s own work')
    .argument('<file>')
    .option('--trust <keys>', 'fingerprints you trust, one a line')
    .action((file: string, flags: { trust?: string }) => act((cli) => importBundle(cli, file, flags.trust)))
  bundle
    .command('list')
    .description('the packets open on this desk')
    .action(() => act(list))
}

async function exportBundle(cli: Cli, { experiment, out, texts, as }: ExportFlags): Promise<Result> {
  const made = await withDesk(cli, (client) =>
    writeOut('--out', out, async () => {
      const { packet, ...rest } = await client.packets.export({ experiment, texts: texts === true, ...(as === undefined ? {} : { as }) })
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

async function importBundle(cli: Cli, file: string, trust: string | undefined): Promise<Result> {
  const text = await readText('file', file)
  const trusted = trust === undefined ? {} : { trust: await readText('--trust', trust) }
  const opened = await withDesk(cli, (client) => client.packets.import({ text, ...trusted }))
  const { title, desk, entries, signer, fingerprints } = opened
  const keys = fingerprints.map((fingerprint) => `key ${fingerprint}`)
  return {
    json: opened,
    text: [`${title}`, `intact, ${count(entries, 'entry', 'entries')} of desk ${desk}, signer ${signer}`, ...keys, 'open read-only'].join(
      '\n',
    ),
  }
}

async function list(cli: Cli): Promise<Result> {
  const found = await withDesk(cli, (client) => client.packets.list({}))
  const rows = found.map(({ id, openedAt, title }) => [id.slice(0, 12), openedAt.slice(0, 10), title])
  return { json: found, text: rows.length === 0 ? 'no packet' : table(['packet', 'opened', 'title'], rows) }
}
