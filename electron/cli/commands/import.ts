// marbre import: files and folders in, with the rights they come with.
// It must not know formats.
import { Option } from 'commander'
import { columnMapSchema, importKindSchema, type ColumnMap, type ImportKind, type ImportResult } from '../../../shared/domain/import.ts'
import { rightsSchema, type Rights } from '../../../shared/domain/article.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Cli, Register, Result } from '../cli.ts'
import { followEvents } from '../follow-events.ts'
import { readJson } from '../in-file.ts'
import { typedPath } from '../places.ts'
import { count, table } from '../table.ts'
import { indexArticles, withDesk } from '../with-desk.ts'

type Flags = { kind: ImportKind; rights: Rights; aiUse?: 'yes' | 'no'; map?: string; experiment?: string }

export const registerImport: Register = (parent, act) => {
  parent
    .command('import')
    .description('import articles, comments, or outputs of another tool; the same files again change nothing')
    .argument('<path...>', 'files or folders')
    .addOption(new Option('--kind <kind>', 'what the files hold').choices(importKindSchema.options).default('articles'))
    .addOption(new Option('--rights <rights>', 'whose articles they are').choices(rightsSchema.options).default('own'))
    .addOption(new Option('--ai-use <yes|no>', 'whether their rights allow AI; own articles: yes, others: no').choices(['yes', 'no']))
    .option('--map <file>', 'JSON: which column or key feeds which field, {"title": "Titre", …}')
    .option('--experiment <id>', 'outputs: the approved experiment whose engines made them')
    .action((paths: string[], flags: Flags) => act((cli) => importFiles(cli, paths, flags)))
}

async function importFiles(cli: Cli, given: readonly string[], flags: Flags): Promise<Result> {
  const map = flags.map === undefined ? undefined : await readMap(flags.map)
  const paths = given.map(typedPath)
  const result = await withDesk(cli, async (client, desk) => {
    const ticket = 'import'
    const stop = followEvents(client, (event) => {
      if (event.type === 'import.progressed') cli.output.progress(progressLine(event))
    })
    const aiUse = flags.aiUse === undefined ? null : flags.aiUse === 'yes'
    const done = await client.imports.run({
      source: { paths },
      kind: flags.kind,
      rights: flags.rights,
      aiUse,
      ...(map ? { map } : {}),
      ...(flags.experiment === undefined ? {} : { experiment: flags.experiment }),
      ticket,
    })
    stop()
    if (done.imported + done.updated > 0) await indexArticles(cli, client, desk)
    return done
  })
  return { json: result, text: resultText(result) }
}

async function readMap(file: string): Promise<ColumnMap> {
  const parsed = columnMapSchema.safeParse(await readJson('--map', file))
  if (!parsed.success) throw new DeskError('bad-input', '--map', 'is not a JSON object of field names to column names')
  return parsed.data
}

function progressLine(event: { read: number; bytes: number; totalBytes: number }): string {
  const share = event.totalBytes === 0 ? 100 : Math.min(100, Math.floor((event.bytes * 100) / event.totalBytes))
  return `importing: ${count(event.read, 'record')}, ${share} %`
}

function resultText({ imported, updated, unchanged, rejected }: ImportResult): string {
  const summary = `${imported} imported, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected`
  if (rejected.length === 0) return summary
  const rows = rejected.map((rejection) => [rejection.file, rejection.at, rejection.reason])
  return `${summary}\n\n${table(['file', 'at', 'reason'], rows)}`
}
