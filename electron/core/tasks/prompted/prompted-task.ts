// A task as it is put to a language model: the room's own candidates before, the room's own guards after.
// It must not know prompts or models.
import type { Proposal, Task } from '../../../../shared/domain/suggestion.ts'
import { abstain, type Outcome, type TaskItem } from '../../engines/inference-engine.ts'
import type { JsonSchema } from '../../engines/language-model.ts'
import type { TaskPorts } from '../ports.ts'
import type { Candidates } from '../task-definition.ts'
import type { Question, Reading } from './question.ts'

interface Steps<C> {
  readonly task: Task
  /** Changes when the question or the reading of replies does. */
  readonly version: number
  readonly schema: JsonSchema
  /** Longest reply, in tokens. */
  readonly maxTokens: number
  /** Most proposals for one item; the frame says so. */
  readonly most: number
  candidates(item: TaskItem, ports: TaskPorts): Promise<Candidates<C>>
  /** Null when there is nothing to choose from. */
  question(item: TaskItem, found: C): Question | null
  verify(item: TaskItem, proposals: readonly Proposal[], found: C): readonly Proposal[]
}

/** Puts a question to a model; what cannot be asked rejects. */
export type Ask = (question: Question, signal: AbortSignal) => Promise<Reading>

export interface PromptedTask extends Pick<Steps<never>, 'task' | 'version' | 'schema' | 'maxTokens' | 'most'> {
  run(item: TaskItem, ports: TaskPorts, ask: Ask, signal: AbortSignal): Promise<Outcome>
}

export function definePrompted<C>(steps: Steps<C>): PromptedTask {
  const { task, version, schema, maxTokens, most } = steps
  return {
    task,
    version,
    schema,
    maxTokens,
    most,
    async run(item, ports, ask, signal) {
      signal.throwIfAborted()
      const candidates = await steps.candidates(item, ports)
      if ('abstained' in candidates) return abstain(candidates.abstained)
      const question = steps.question(item, candidates.found)
      if (question === null) return abstain('nothing-found')
      const reading = await ask(question, signal)
      if ('fault' in reading) return abstain(reading.fault)
      const proposals = steps.verify(item, reading.proposals, candidates.found)
      return proposals.length === 0 ? abstain('nothing-found') : { proposals, abstained: null }
    },
  }
}
