// What the ledger keeps of a decision: its facts, and the contents that stand beside the chain. Pure.
// It must not know transactions or states.
import type { Check, Evidence, Flag, SuggestionValue, Task } from '../../../shared/domain/suggestion.ts'
import { fromJson, toJson } from '../store/rows.ts'
import type { SuggestionRow } from '../store/suggestion-rows.ts'
import { freeTrialId } from './free-trial.ts'
import { requiredChecks } from './review-checks.ts'
import type { ReviewAct } from './review-states.ts'

export type Given = { checks: readonly Check[]; override?: string | undefined }

export const ledgerActOf = {
  accept: 'suggestion.accepted',
  edit: 'suggestion.edited',
  reject: 'suggestion.rejected',
  unsure: 'suggestion.unsure',
  undo: 'suggestion.undone',
  withdraw: 'suggestion.withdrawn',
} as const satisfies Record<Exclude<ReviewAct, 'expire'>, string>

/** One decision as a service asks for it. */
export type Change = {
  readonly act: keyof typeof ledgerActOf
  readonly reason?: string
  readonly given?: Given
  readonly value?: SuggestionValue
  readonly flags?: readonly Flag[]
  readonly evidence?: readonly Evidence[]
}

type Facts = Record<string, string | string[] | boolean>

/** The same facts as a decision's, of what no engine made. */
export function addedFacts(
  addition: { item: string; task: Task; given: Given },
  itemHash: string,
  experiment: string,
  flags: readonly Flag[],
): Facts {
  return {
    task: addition.task,
    item: addition.item,
    itemHash,
    engine: 'human',
    origin: 'human',
    experiment,
    flags: flags.map((flag) => flag.code),
    checks: [...addition.given.checks],
    checksByCode: codeChecks(addition.task, flags),
    withoutProtocol: experiment === freeTrialId,
  }
}

/** Who made it, from what, under which card, with which findings and checks. */
export function factsOf(row: SuggestionRow, change: Change): Facts {
  const flags = change.flags ?? fromJson<Flag[]>(row.flags)
  return {
    task: row.task,
    item: row.item,
    itemHash: row.item_hash,
    engine: row.engine,
    engineDigest: row.engine_digest,
    parameters: row.parameters,
    origin: row.origin,
    experiment: row.experiment,
    run: row.run ?? '',
    from: row.state,
    flags: flags.map((flag) => flag.code),
    checks: [...(change.given?.checks ?? [])],
    checksByCode: codeChecks(row.task as Task, flags),
    withoutProtocol: row.experiment === freeTrialId,
  }
}

/** The accuracy of a verbatim sentence is recorded by code. */
function codeChecks(task: Task, flags: readonly Flag[]): string[] {
  return requiredChecks(task, flags)[0] === 'stands-alone' ? ['accuracy'] : []
}

/** What was proposed, what is kept, and why. */
export function contentsOf(row: SuggestionRow, change: Change): Record<string, string> {
  const before = row.proposed === null ? row.value : toJson(fromJson<{ value: unknown }>(row.proposed).value)
  const contents: Record<string, string> = { before }
  if (change.act === 'accept') contents['after'] = row.value
  if (change.value !== undefined) contents['after'] = toJson(change.value)
  if (change.reason !== undefined && change.reason !== '') contents['reason'] = change.reason
  return withOverride(contents, change.given?.override)
}

export function withOverride(contents: Record<string, string>, override: string | undefined): Record<string, string> {
  return override === undefined || override.trim() === '' ? contents : { ...contents, override }
}
