// marbre suggest: one task on one item.
// It must not know tasks or engines.
import { Argument } from 'commander'
import { tasks, type Suggestion, type Task } from '../../../shared/domain/suggestion.ts'
import { UsageError, type Cli, type Register, type Result } from '../cli.ts'
import { readJson } from '../in-file.ts'
import { suggestionTable } from '../suggestion-text.ts'
import { prepareEngine, withDesk } from '../with-desk.ts'

type Flags = { article?: string; comment?: string; file?: string; engine: string }
type Suggested = { task: Task; engine: string; item: string; suggestions: Suggestion[]; abstained?: string | undefined }

export const registerSuggest: Register = (parent, act) => {
  parent
    .command('suggest')
    .description('try one task on one item; what comes of it waits for review')
    .addArgument(new Argument('<task>', 'what to propose').choices(tasks))
    .option('--article <id>', 'a stored article')
    .option('--comment <id>', 'a stored comment (moderation)')
    .option('--file <f>', 'one article or comment as JSON; nothing is stored')
    .option('--engine <e>', 'which engine', 'builtin')
    .action((task: Task, flags: Flags) => act((cli) => suggest(cli, task, flags)))
}

async function suggest(cli: Cli, task: Task, flags: Flags): Promise<Result> {
  const item = itemOf(task, flags)
  const record = flags.file === undefined ? undefined : await readJson('--file', flags.file)
  const { engine } = flags
  const answer = await withDesk(cli, async (client, desk): Promise<Suggested> => {
    await prepareEngine(cli, desk, task)
    return item === null
      ? client.suggestions.suggestTransient({ task, record, engine })
      : client.suggestions.suggest({ task, item, engine })
  })
  return { json: answer, text: answerText(answer) }
}

/** The stored item asked for; null for a file. */
function itemOf(task: Task, { article, comment, file }: Flags): string | null {
  if ([article, comment, file].filter((given) => given !== undefined).length !== 1)
    throw new UsageError('one of --article, --comment, --file is wanted')
  if (task === 'moderation' && article !== undefined) throw new UsageError('moderation reads a comment: --comment or --file')
  if (task !== 'moderation' && comment !== undefined) throw new UsageError(`${task} reads an article: --article or --file`)
  return article ?? comment ?? null
}

function answerText({ engine, suggestions, abstained }: Suggested): string {
  if (suggestions.length > 0) return suggestionTable(suggestions)
  return abstained === undefined ? 'no suggestion' : `no suggestion: ${engine} abstains (${abstained})`
}
