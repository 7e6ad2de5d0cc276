// marbre export: validated outputs leave, in one of five formats.
// It must not know what is validated: the core refuses.
import { Option } from 'commander'
import { exportFormatSchema, type ExportFormat } from '../../../shared/domain/policy.ts'
import type { Cli, Register, Result } from '../cli.ts'
import { writeOut } from '../out-file.ts'
import { count } from '../table.ts'
import { withDesk } from '../with-desk.ts'

type Flags = { format: ExportFormat; id?: string[]; out?: string }
type Made = { format: ExportFormat; name: string; mime: string; content: string; count: number }

export const registerExport: Register = (parent, act) => {
  parent
    .command('export')
    .description('export validated outputs; anything else is refused')
    .addOption(new Option('--format <format>', 'the document').choices(exportFormatSchema.options).makeOptionMandatory())
    .option('--id <id...>', 'these outputs only')
    .option('--out <f>', 'the file; without it the document goes to stdout')
    .action((flags: Flags) => act((cli) => exportOutputs(cli, flags)))
}

async function exportOutputs(cli: Cli, { format, id: ids, out }: Flags): Promise<Result> {
  const made = await withDesk(cli, (client): Promise<Made> => {
    const make = () => client.exports.make({ format, ...(ids ? { ids } : {}) })
    return out === undefined ? make() : writeOut('--out', out, make)
  })
  if (out !== undefined) return { json: { format, count: made.count, out }, text: `${count(made.count, 'output')} in ${out}` }
  // The JSON format is the document itself; another one travels inside a document.
  const json: unknown =
    format === 'json' ? JSON.parse(made.content) : { format, name: made.name, mime: made.mime, count: made.count, content: made.content }
  return { json, text: made.content, verbatim: true }
}
