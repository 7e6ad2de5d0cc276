// marbre vocabulary: the thesaurus, from a file or from the articles' own tags, back to a file; tags merged, retired, restored.
// It must not know formats.
import { Option } from 'commander'
import type { Leaving } from '../../../shared/contract/vocabulary-edits.ts'
import type { Rejection } from '../../../shared/domain/import.ts'
import type { Register, Result } from '../cli.ts'
import { wholeNumber } from '../flags.ts'
import { writeOut } from '../out-file.ts'
import { typedPath } from '../places.ts'
import { count, table } from '../table.ts'
import { withDesk } from '../with-desk.ts'

type Made = { concepts: number; labels: number; rejected: Rejection[] }

export const registerVocabulary: Register = (parent, act) => {
  const vocabulary = parent.command('vocabulary').description('the thesaurus the tags are taken from')
  vocabulary
    .command('import')
    .description('import a thesaurus: SKOS (RDF/XML, Turtle), CSV, JSON Lines')
    .argument('<file>')
    .action((file: string) =>
      act(async (cli) => resultOf(await withDesk(cli, (client) => client.vocabulary.import({ source: { paths: [typedPath(file)] } })))),
    )
  vocabulary
    .command('from-tags')
    .description("make a thesaurus of the articles' own tags")
    .option('--min <n>', 'keep the tags of at least so many articles', wholeNumber(1), 3)
    .action((flags: { min: number }) =>
      act(async (cli) => resultOf(await withDesk(cli, (client) => client.vocabulary.makeFromTags({ min: flags.min })))),
    )
  addFile(vocabulary, act)
  addLeaving(vocabulary, act)
}

type Parent = Parameters<Register>[0]
type Act = Parameters<Register>[1]
type As = { as?: string }

function addFile(vocabulary: Parent, act: Act): void {
  vocabulary
    .command('export')
    .description('the thesaurus as a file that can be imported again')
    .option('--out <f>', 'the file; without it the thesaurus goes to stdout')
    .addOption(new Option('--format <format>').choices(['turtle', 'csv']).default('turtle'))
    .action(({ format, out }: { format: 'turtle' | 'csv'; out?: string }) =>
      act(async (cli) => {
        const made = await withDesk(cli, (client) => {
          const make = () => client.vocabulary.export({ format })
          return out === undefined ? make() : writeOut('--out', out, make)
        })
        const { concepts, content } = made
        if (out !== undefined) return { json: { format, concepts, out }, text: `${count(concepts, 'concept')} in ${out}` }
        return { json: made, text: content }
      }),
    )
}

function addLeaving(vocabulary: Parent, act: Act): void {
  const told = (leaving: Leaving): Result => ({
    json: leaving,
    text: `${leaving.concept} -> ${leaving.into ?? 'nothing'}: ${count(leaving.moved, 'proposal')} moved, ${leaving.dropped} taken away`,
  })
  vocabulary
    .command('merge')
    .description('merge a tag into another; `restore` undoes it')
    .argument('<concept>')
    .argument('<into>')
    .option('--dry-run', 'only say what would happen')
    .option('--as <person>')
    .action((concept: string, into: string, { dryRun, ...flags }: As & { dryRun?: true }) =>
      act(async (cli) =>
        told(
          await withDesk(cli, (client) =>
            dryRun ? client.vocabulary.previewLeave({ concept, into }) : client.vocabulary.merge({ concept, into, ...flags }),
          ),
        ),
      ),
    )
  vocabulary
    .command('retire')
    .description('take a tag out of use')
    .argument('<concept>')
    .option('--for <concept>', 'the tag that replaces it')
    .option('--as <person>')
    .action((concept: string, { for: replacedBy, ...flags }: As & { for?: string }) =>
      act(async (cli) =>
        told(await withDesk(cli, (client) => client.vocabulary.retire({ concept, replacedBy: replacedBy ?? null, ...flags }))),
      ),
    )
  vocabulary
    .command('restore')
    .description('bring a retired tag back as it was')
    .argument('<concept>')
    .option('--as <person>')
    .action((concept: string, flags: As) =>
      act(async (cli) => {
        const back = await withDesk(cli, (client) => client.vocabulary.restore({ concept, ...flags }))
        return { json: back, text: `restored ${back.id}` }
      }),
    )
}

function resultOf(made: Made): Result {
  const summary = `${count(made.concepts, 'concept')}, ${count(made.labels, 'label')}, ${made.rejected.length} rejected`
  const rows = made.rejected.map((rejection) => [rejection.file, rejection.at, rejection.reason])
  return { json: made, text: rows.length === 0 ? summary : `${summary}\n\n${table(['file', 'at', 'reason'], rows)}` }
}
