// Asks an engine for one item of an evaluation.
// It must not know what the proposals are worth.
import { DeskError } from '../../../../shared/domain/error.ts'
import type { Proposal, Task } from '../../../../shared/domain/suggestion.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import type { TaskPorts } from '../../tasks/ports.ts'
import type { EvaluationRun } from './evaluation-run.ts'

export type AskEngine = (task: Task, item: TaskItem) => Promise<readonly Proposal[]>

/** Null for the built-in engine. An item the engine cannot read whole is an item without an answer, and told. */
export function askEngine({ engineOver, signal, note }: EvaluationRun, ports: TaskPorts): AskEngine | null {
  if (!engineOver) return null
  const engine = engineOver(ports)
  const asked = { signal: signal ?? new AbortController().signal }
  return async (task, item) => {
    try {
      return (await engine.propose(task, item, asked)).proposals
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'truncated-read') throw error
      note(`${task}: one item is longer than the engine can read: it counts as unanswered`)
      return []
    }
  }
}
