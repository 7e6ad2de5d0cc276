// marbre vocabulary parking, learned, forget: terms the thesaurus lacks, and what decisions taught.
// It must not know how terms are found or scores change.
import type { Register } from '../cli.ts'
import { wholeNumber } from '../flags.ts'
import { count, table } from '../table.ts'
import { withDesk } from '../with-desk.ts'

type As = { as?: string }

export const registerParking: Register = (parent, act) => {
  const vocabulary = parent.commands.find((command) => command.name() === 'vocabulary') ?? parent.command('vocabulary')
  const parking = vocabulary
    .command('parking')
    .description('terms that recur in the articles and that no tag covers')
    .option('--limit <n>', 'at most so many', wholeNumber(1, 500), 30)
    .action(({ limit }: { limit: number }) =>
      act(async (cli) => {
        const lane = await withDesk(cli, (client) => client.tagging.parking({ limit }))
        const rows = lane.terms.map(({ key, term, articles, proposed, firstSeen, examples }) => {
          return [term, String(articles), String(proposed), firstSeen ?? '', key, examples[0]?.quote ?? '']
        })
        const summary = `${count(lane.terms.length, 'term')} from ${lane.read} of ${count(lane.of, 'article')}`
        return { json: lane, text: `${summary}\n\n${table(['term', 'articles', 'typed', 'first seen', 'key', 'example'], rows)}` }
      }),
    )
  parking
    .command('dismiss')
    .description('set a term aside for good')
    .argument('<key>')
    .option('--as <person>')
    .action((key: string, flags: As) =>
      act(async (cli) => {
        await withDesk(cli, (client) => client.tagging.dismissTerm({ key, ...flags }))
        return { json: { key, state: 'dismissed' }, text: `dismissed ${key}` }
      }),
    )
  parking
    .command('adopt')
    .description('take a term into the thesaurus, as a tag or as another name of one')
    .argument('<key>')
    .option('--term <spelling>', 'in a better spelling')
    .option('--concept <id>', 'as an alternate label of this tag')
    .option('--as <person>')
    .action((key: string, flags: As & { term?: string; concept?: string }) =>
      act(async (cli) => {
        const concept = await withDesk(cli, (client) => client.tagging.adoptTerm({ key, ...flags }))
        return { json: concept, text: `adopted ${key} into ${concept.id}` }
      }),
    )
  addLearned(vocabulary, act)
}

function addLearned(vocabulary: Parameters<Register>[0], act: Parameters<Register>[1]): void {
  vocabulary
    .command('learned')
    .description('what decisions on tags taught the engine')
    .argument('[concept]')
    .action((concept: string | undefined) =>
      act(async (cli) => {
        const learned = await withDesk(cli, (client) => client.tagging.learned(concept === undefined ? {} : { concept }))
        const rows = learned.tags.map(({ label, accepted, rejected, added, shift, spellings }) => {
          const off = spellings.flatMap((one) => (one.off ? [one.spelling] : []))
          return [label, String(accepted), String(rejected), String(added), shift.toFixed(2), off.join(', ')]
        })
        return { json: learned, text: table(['tag', 'accepted', 'rejected', 'added', 'shift', 'switched off'], rows) }
      }),
    )
  vocabulary
    .command('forget')
    .description('forget what decisions taught, of one tag or of all; outputs and ledger stay')
    .argument('[concept]')
    .requiredOption('--as <person>', 'a referent')
    .action((concept: string | undefined, flags: As) =>
      act(async (cli) => {
        await withDesk(cli, (client) => client.tagging.reset({ ...(concept === undefined ? {} : { concept }), ...flags }))
        return { json: { concept: concept ?? null, forgotten: true }, text: `forgotten: ${concept ?? 'everything'}` }
      }),
    )
}
