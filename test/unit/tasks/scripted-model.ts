// A language model that replies what the test tells it to, and remembers what it was asked.
// It must not know tasks or prompts.
import { join } from 'node:path'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import type { Outcome, TaskItem } from '../../../electron/core/engines/inference-engine.ts'
import type { CompletionRequest, LanguageModel } from '../../../electron/core/engines/language-model.ts'
import { promptedEngine } from '../../../electron/core/tasks/prompted/prompted-engine.ts'
import { shippedPrompts } from '../../../electron/core/services/prompts.ts'
import { taskPorts } from './task-desk.ts'

export const resources = join(import.meta.dirname, '../../../resources')
export const shipped = shippedPrompts(resources)

/** A reply, a value to be written as JSON, or what `complete` rejects with. */
export type Scripted = string | object | DeskError

export interface ScriptedModel extends LanguageModel {
  readonly requests: CompletionRequest[]
}

/** `replies` are given in turn, the last one for ever; or made from the request. */
export function scriptedModel(replies: readonly Scripted[] | ((request: CompletionRequest) => Scripted)): ScriptedModel {
  const requests: CompletionRequest[] = []
  return {
    id: 'ollama:scripted',
    kind: 'ollama',
    requests,
    describe: async () => ({
      name: 'scripted',
      digest: 'sha256:0',
      size: 1,
      license: null,
      contextLength: 8192,
      capabilities: ['completion'],
    }),
    complete: async (request, { signal }) => {
      signal.throwIfAborted()
      requests.push(request)
      const reply = typeof replies === 'function' ? replies(request) : (replies[requests.length - 1] ?? replies.at(-1) ?? '')
      if (reply instanceof DeskError) throw reply
      return { text: typeof reply === 'string' ? reply : JSON.stringify(reply), readTokens: 1, writtenTokens: 1, milliseconds: 1 }
    },
    embed: () => Promise.reject(new DeskError('engine-refused', 'scripted', 'embeds nothing')),
  }
}

/** One task on one item by a scripted model, under the shipped prompts. */
export async function ask(
  task: Task,
  item: TaskItem,
  replies: Parameters<typeof scriptedModel>[0],
  parts: Parameters<typeof taskPorts>[0] = {},
): Promise<Outcome & { requests: CompletionRequest[] }> {
  const model = scriptedModel(replies)
  const engine = promptedEngine({ model, ports: taskPorts(parts), prompts: shipped })
  const outcome = await engine.propose(task, item, { signal: new AbortController().signal })
  return { ...outcome, requests: model.requests }
}
