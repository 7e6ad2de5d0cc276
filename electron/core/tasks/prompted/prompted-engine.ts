// An engine made of a language model on a leash: it chooses among what the rooms found, shows where it read it, or abstains.
// It must not know which server answers, where prompts are kept, nor what becomes of a proposal.
import { DeskError } from '../../../../shared/domain/error.ts'
import { tasks, type Task } from '../../../../shared/domain/suggestion.ts'
import type { EngineInfo } from '../../../../shared/domain/engine.ts'
import { promptLangs, type PromptLang } from '../../../../shared/domain/prompt.ts'
import type { EngineIdentity, InferenceEngine } from '../../engines/inference-engine.ts'
import { isCutReply, type CompletionRequest, type LanguageModel } from '../../engines/language-model.ts'
import { builtinEngine } from '../builtin-engine.ts'
import type { TaskPorts } from '../ports.ts'
import { fence } from './fence.ts'
import { fillFrame, fillReminder, type PromptSource } from './prompt-file.ts'
import type { PromptedTask } from './prompted-task.ts'
import { promptedTasks } from './prompted-tasks.ts'
import type { Question, Reading } from './question.ts'
import { readReply } from './read-reply.ts'

interface Parts {
  readonly model: LanguageModel
  readonly ports: TaskPorts
  readonly prompts: PromptSource
}

/** Temperature is always 0 (the transport says so to the server); the seed is told with it. */
const seed = 0

/**
 * A language model as an engine of the four tasks.
 *
 * `propose` rejects with what the model rejects with (`engine-refused`, `engine-unavailable`, `truncated-read`), with
 * `not-approved` when the desk has no prompt in use, or the signal's reason; replies that cannot be used end in an abstention.
 */
export function promptedEngine(parts: Parts): InferenceEngine {
  return {
    id: parts.model.id,
    info: () => infoOf(parts),
    identity: (task) => identityOf(parts, task),
    propose: (task, item, { signal }) => {
      const definition = promptedTasks[task]
      return definition.run(item, parts.ports, (question, until) => ask(parts, definition, question, until), signal)
    },
  }
}

/** The frame's language: the text's where there is one, else English. */
function frameLang(lang: string | null): PromptLang {
  return lang === null ? 'fr' : (promptLangs.find((known) => known === lang) ?? 'en')
}

/** One question, and one more time when the reply cannot be used: same frame, same material, and a line that says it was refused. */
async function ask({ model, ports, prompts }: Parts, task: PromptedTask, question: Question, signal: AbortSignal): Promise<Reading> {
  const prompt = await prompts.current(task.task, frameLang(question.lang))
  const system = fillFrame(prompt, task)
  const material = fence(question.sections, prompt.hash, ports.digest)
  const { schema, maxTokens } = task
  const attempt = (again: boolean): Promise<Reading> => {
    const user = `${material}\n\n${fillReminder(prompt, question.lang, again)}`
    return read(model, { system, user, schema, maxTokens, seed }, question, signal)
  }
  const first = await attempt(false)
  if (!('fault' in first)) return first
  signal.throwIfAborted()
  return attempt(true)
}

async function read(model: LanguageModel, request: CompletionRequest, question: Question, signal: AbortSignal): Promise<Reading> {
  try {
    const { text } = await model.complete(request, { signal })
    return question.read(readReply(text))
  } catch (error) {
    // The model read everything and was cut while it wrote: that is a bad reply, not a bad read.
    if (isCutReply(error)) return { fault: 'cut-reply' }
    throw error
  }
}

async function identityOf({ model, ports, prompts }: Parts, task: Task): Promise<EngineIdentity> {
  const { version, maxTokens, most, schema } = promptedTasks[task]
  const [described, candidates, ...inUse] = await Promise.all([
    model.describe(),
    builtinEngine(ports).identity(task),
    ...promptLangs.map((lang) => prompts.current(task, lang)),
  ])
  const hashes = inUse.map(({ lang, hash }): [string, string] => [`prompt.${lang}`, hash])
  const parameters = {
    task,
    version,
    model: described.name,
    'model.digest': described.digest,
    temperature: 0,
    maxTokens,
    most,
    ...Object.fromEntries(hashes),
    // What the model chooses from is the built-in engine's work: its models, the list of tags, the charter.
    candidates: candidates.digest,
  }
  const hash = (value: unknown): string => ports.digest(new TextEncoder().encode(JSON.stringify(value)))
  return { digest: hash([parameters, schema, seed]), parameters, promptHash: hash(hashes), seed }
}

async function infoOf({ model }: Parts): Promise<EngineInfo> {
  const info = { id: model.id, kind: model.kind, tasks: [...tasks], trained: {} }
  try {
    const { digest, size, license } = await model.describe()
    return { ...info, state: 'ready', reason: null, digest, size, license }
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    const reason = String(error.details['reason'] ?? error.code)
    return { ...info, state: error.code === 'engine-refused' ? 'refused' : 'unavailable', reason, digest: '', size: null, license: null }
  }
}
