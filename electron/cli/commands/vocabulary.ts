// marbre vocabulary: the thesaurus, from a file or from the articles' own tags.
// It must not know formats.
import type { Rejection } from '../../../shared/domain/import.ts'
import type { Register, Result } from '../cli.ts'
import { wholeNumber } from '../flags.ts'
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
}

function resultOf(made: Made): Result {
  const summary = `${count(made.concepts, 'concept')}, ${count(made.labels, 'label')}, ${made.rejected.length} rejected`
  const rows = made.rejected.map((rejection) => [rejection.file, rejection.at, rejection.reason])
  return { json: made, text: rows.length === 0 ? summary : `${summary}\n\n${table(['file', 'at', 'reason'], rows)}` }
}
