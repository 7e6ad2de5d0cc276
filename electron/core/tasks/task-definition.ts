// The shape every task's room has: candidates → propose → verify.
// It must not know any one task.
import { abstain, type Abstention, type Outcome, type TaskItem } from '../engines/inference-engine.ts'
import type { Proposal, Task } from '../../../shared/domain/suggestion.ts'
import type { TaskPorts } from './ports.ts'

/** What the first step found, or why there is nothing to work on. */
export type Candidates<C> = { readonly found: C } | { readonly abstained: Abstention }

interface Steps<C> {
  readonly task: Task
  /** Changes when the method does, so that old and new outcomes are not taken for each other. */
  readonly version: number
  readonly parameters: Readonly<Record<string, string | number | boolean>>
  /** All that could be proposed, with its evidence. */
  candidates(item: TaskItem, ports: TaskPorts): Promise<Candidates<C>>
  /** The built-in choice among the candidates, ranked. */
  propose(item: TaskItem, found: C): readonly Proposal[]
  /** The guards: what any engine's proposals must pass. Never adds, may drop or flag. */
  verify(item: TaskItem, proposals: readonly Proposal[], found: C): readonly Proposal[]
}

/** A task as the registry sees it; the candidates' own type stays inside its room. */
export interface TaskDefinition {
  readonly task: Task
  readonly version: number
  readonly parameters: Readonly<Record<string, string | number | boolean>>
  /** The built-in way, all three steps. */
  run(item: TaskItem, ports: TaskPorts, signal: AbortSignal): Promise<Outcome>
}

export function defineTask<C>(steps: Steps<C>): TaskDefinition {
  return {
    task: steps.task,
    version: steps.version,
    parameters: steps.parameters,
    async run(item, ports, signal) {
      signal.throwIfAborted()
      const candidates = await steps.candidates(item, ports)
      if ('abstained' in candidates) return abstain(candidates.abstained)
      signal.throwIfAborted()
      const proposals = steps.verify(item, steps.propose(item, candidates.found), candidates.found)
      return proposals.length === 0 ? abstain('nothing-found') : { proposals, abstained: null }
    },
  }
}
