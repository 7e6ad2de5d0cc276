// marbre prompt: what language models are told, and which of it a referent has approved.
// It must not know models or frames.
import type { Prompt } from '../../../shared/domain/prompt.ts'
import type { Register, Result } from '../cli.ts'
import { readText } from '../in-file.ts'
import { table } from '../table.ts'
import { withDesk } from '../with-desk.ts'

type As = { as?: string }

export const registerPrompt: Register = (parent, act) => {
  const prompt = parent.command('prompt').description('the prompts of language models: versioned files that a referent approves')
  prompt
    .command('list')
    .description('list the prompts, shipped and of the house')
    .action(() => act(async (cli) => resultOf(await withDesk(cli, (client) => client.prompts.list({})))))
  prompt
    .command('show')
    .description('show a prompt’s text')
    .argument('<hash>', 'its hash, or at least its first eight digits')
    .action((hash: string) =>
      act(async (cli) => {
        const found = await withDesk(cli, (client) => client.prompts.show({ hash }))
        return { json: found, text: found.text, verbatim: true }
      }),
    )
  prompt
    .command('import')
    .description('keep a house prompt; nothing uses it before it is approved')
    .argument('<file>')
    .option('--as <person>', 'who brings it')
    .action((file: string, flags: As) =>
      act(async (cli) => {
        const text = await readText('prompt', file)
        return resultOf(await withDesk(cli, (client) => client.prompts.add({ text, ...flags })))
      }),
    )
  prompt
    .command('approve')
    .description('lock a house prompt and put it in use')
    .argument('<hash>')
    .requiredOption('--as <person>', 'a referent')
    .action((hash: string, flags: As) =>
      act(async (cli) => resultOf(await withDesk(cli, (client) => client.prompts.approve({ hash, ...flags })))),
    )
  prompt
    .command('retire')
    .description('take a house prompt out of use; the shipped one comes back')
    .argument('<hash>')
    .requiredOption('--as <person>', 'a referent')
    .action((hash: string, flags: As) =>
      act(async (cli) => resultOf(await withDesk(cli, (client) => client.prompts.retire({ hash, ...flags })))),
    )
}

function resultOf(found: Prompt | Prompt[]): Result {
  const rows = [found].flat().map(({ hash, task, lang, version, state, inUse }) => {
    return [hash.slice(0, 12), task, lang, String(version), state, inUse ? 'yes' : 'no']
  })
  return { json: found, text: table(['prompt', 'task', 'lang', 'version', 'state', 'in use'], rows) }
}
