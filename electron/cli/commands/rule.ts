// marbre vocabulary rule: one-line rules that give a tag at once, without training.
// It must not know how a line is read.
import type { TagRule } from '../../../shared/domain/tag-rule.ts'
import type { Register, Result } from '../cli.ts'
import { count, table } from '../table.ts'
import { withDesk } from '../with-desk.ts'

type As = { as?: string }

export const registerRule: Register = (parent, act) => {
  const vocabulary = parent.commands.find((command) => command.name() === 'vocabulary') ?? parent.command('vocabulary')
  const rule = vocabulary.command('rule').description('one-line rules for breaking news: words, an arrow, a tag')
  rule
    .command('add')
    .description('put a rule in force: \'"Notre-Dame" + incendie / feu - exercice -> Incendie de Notre-Dame until 2026-12-31\'')
    .argument('<line>', '+ and, / or, - not, (brackets), "to the letter", word*, title:word')
    .option('--try', 'only say what it would do on the newest articles')
    .option('--as <person>', 'who writes it')
    .action((line: string, { try: only, ...flags }: As & { try?: boolean }) =>
      act(async (cli) =>
        withDesk(cli, async (client) => {
          if (only !== true) return resultOf(await client.tagging.addRule({ line, ...flags }))
          const trial = await client.tagging.tryRule({ line })
          const rows = trial.articles.map(({ id, title, quotes }) => [id, title, quotes.join(' · ')])
          const summary = `${trial.label}: fires on ${trial.fired} of ${count(trial.tried, 'article')}`
          return { json: trial, text: rows.length === 0 ? summary : `${summary}\n\n${table(['article', 'title', 'words'], rows)}` }
        }),
      ),
    )
  rule
    .command('list')
    .description('list the rules and what became of their tags')
    .action(() => act(async (cli) => resultOf(await withDesk(cli, (client) => client.tagging.rules({})))))
  rule
    .command('remove')
    .description('take a rule out of force')
    .argument('<id>')
    .option('--as <person>', 'who removes it')
    .action((id: string, flags: As) =>
      act(async (cli) => {
        await withDesk(cli, (client) => client.tagging.removeRule({ id, ...flags }))
        return { json: { id, removed: true }, text: `removed ${id}` }
      }),
    )
}

function resultOf(found: TagRule | TagRule[]): Result {
  const rows = [found].flat().map(({ id, state, accepted, rejected, label, line }) => {
    return [id, state, `${accepted}/${accepted + rejected}`, label, line]
  })
  return { json: found, text: table(['rule', 'state', 'kept', 'tag', 'line'], rows) }
}
