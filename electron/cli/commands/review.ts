// marbre review: what waits, and what people decide about it.
// It must not know the rules of a decision: the core refuses.
import { Option, type Command } from 'commander'
import { commentVerdictSchema, type CommentVerdict } from '../../../shared/domain/comment.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import {
  checkSchema,
  suggestionValueSchema,
  tasks,
  type Check,
  type SuggestionState,
  type SuggestionValue,
  type Task,
} from '../../../shared/domain/suggestion.ts'
import type { DirectClient } from '../../core/router/router.ts'
import type { Act, Cli, Register, Result } from '../cli.ts'
import { listOf } from '../flags.ts'
import { parseJson } from '../in-file.ts'
import { suggestionTable } from '../suggestion-text.ts'
import { withDesk } from '../with-desk.ts'

type As = { as: string }
type Checked = As & { checks: Check[]; override?: string }
type Reasoned = As & { reason: string }
type CommentFlags = As & { clause?: string; publicReason?: string; note?: string }
type Decided = { id: string; state: SuggestionState; entry: string }

export const registerReview: Register = (parent, act) => {
  const review = parent.command('review').description('what waits for a person, and the decisions')
  review
    .command('list')
    .description('list what waits')
    .addOption(new Option('--task <task>', 'of one task').choices(tasks))
    .option('--experiment <id>', 'of one experiment')
    .action((flags: { task?: Task; experiment?: string }) => act((cli) => list(cli, flags)))
  registerDecisions(review, act)
  for (const verdict of commentVerdictSchema.options) registerVerdict(review, act, verdict)
}

function registerDecisions(review: Command, act: Act): void {
  withChecks(decision(review, 'accept', 'validate a suggestion as it is')).action((id: string, { as, checks, override }: Checked) =>
    act((cli) => decide(cli, (client) => client.reviews.accept({ id, as, checks, ...(override === undefined ? {} : { override }) }))),
  )
  withChecks(decision(review, 'edit', 'validate in your own words').requiredOption('--value <json>', 'the corrected value')).action(
    (id: string, { as, checks, override, value }: Checked & { value: string }) =>
      act((cli) => {
        const edited = readValue(value)
        return decide(cli, (client) =>
          client.reviews.edit({ id, as, value: edited, checks, ...(override === undefined ? {} : { override }) }),
        )
      }),
  )
  decision(review, 'reject', 'refuse a suggestion')
    .option('--reason <r>', 'why; a text is never refused without', '')
    .action((id: string, { as, reason }: Reasoned) => act((cli) => decide(cli, (client) => client.reviews.reject({ id, as, reason }))))
  decision(review, 'unsure', 'leave it open: it may be decided later').action((id: string, { as }: As) =>
    act((cli) => decide(cli, (client) => client.reviews.unsure({ id, as }))),
  )
  decision(review, 'undo', 'undo a decision, until the output was exported').action((id: string, { as }: As) =>
    act((cli) => decide(cli, (client) => client.reviews.undo({ id, as }))),
  )
  decision(review, 'withdraw', 'withdraw a validated output')
    .requiredOption('--reason <r>', 'why')
    .action((id: string, { as, reason }: Reasoned) => act((cli) => decide(cli, (client) => client.reviews.withdraw({ id, as, reason }))))
}

function decision(review: Command, name: string, description: string): Command {
  return review.command(name).description(description).argument('<id>', 'the suggestion').requiredOption('--as <person>', 'who decides')
}

function withChecks(command: Command): Command {
  return command
    .option('--checks <checks>', checkSchema.options.join(','), listOf(checkSchema.options), [])
    .option('--override <reason>', 'why the text stands against a finding of the fact-lock')
}

function registerVerdict(review: Command, act: Act, verdict: CommentVerdict): void {
  review
    .command(verdict)
    .description({ publish: 'publish a comment', refuse: 'refuse a comment', doubt: 'leave a comment open' }[verdict])
    .argument('<comment>', 'the comment')
    .requiredOption('--as <person>', 'who decides')
    .option('--clause <c>', 'the clause of the charter')
    .option('--public-reason <r>', 'what its author is told')
    .option('--note <n>', 'for the newsroom only')
    .action((comment: string, flags: CommentFlags) => act((cli) => decideComment(cli, comment, verdict, flags)))
}

async function list(cli: Cli, { task, experiment }: { task?: Task; experiment?: string }): Promise<Result> {
  const waiting = await withDesk(cli, (client) =>
    client.reviews.list({ ...(task ? { task } : {}), ...(experiment === undefined ? {} : { experiment }) }),
  )
  return { json: waiting, text: waiting.length === 0 ? 'nothing waits' : suggestionTable(waiting) }
}

function readValue(given: string): SuggestionValue {
  const parsed = suggestionValueSchema.safeParse(parseJson('--value', given))
  if (!parsed.success) throw new DeskError('bad-input', '--value', 'is not the value of a tag, a key point, an opinion or a link')
  return parsed.data
}

async function decide(cli: Cli, work: (client: DirectClient) => Promise<Decided>): Promise<Result> {
  const { id, state, entry } = await withDesk(cli, work)
  return { json: { id, state, entry }, text: `${id}: ${state} (entry ${entry})` }
}

async function decideComment(
  cli: Cli,
  comment: string,
  decided: CommentVerdict,
  { as, clause, publicReason = '', note = '' }: CommentFlags,
): Promise<Result> {
  const done = await withDesk(cli, (client) =>
    client.reviews.decideComment({ comment, decision: decided, as, publicReason, note, ...(clause === undefined ? {} : { clause }) }),
  )
  return {
    json: { comment: done.comment, decision: done.decision, entry: done.entry },
    text: `${done.comment}: ${done.decision} (entry ${done.entry})`,
  }
}
