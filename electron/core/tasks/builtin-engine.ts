// The engine that needs no model to download: the four rooms' own methods, trained on the newsroom's own archive.
// It must not know the store, nor who asks.
import type { EngineInfo } from '../../../shared/domain/engine.ts'
import { tasks, type Task } from '../../../shared/domain/suggestion.ts'
import type { EngineIdentity, InferenceEngine } from '../engines/inference-engine.ts'
import { readManifest } from '../learning/model-file.ts'
import { modelNames, type ModelName, type TaskPorts } from './ports.ts'
import { registry } from './registry.ts'

/** The models a task reads when there are any; key points need none. */
const modelsOf = { tags: ['tagger'], 'key-points': [], moderation: ['moderator'], links: ['lsa'] } satisfies Record<Task, ModelName[]>
const seed = 0

async function identityOf(task: Task, ports: TaskPorts): Promise<EngineIdentity> {
  const { version, parameters } = registry[task]
  const models: [string, string | null][] = await Promise.all(
    modelsOf[task].map(async (name): Promise<[string, string | null]> => [name, await ports.models.digest(name)]),
  )
  // What else decides the outcome: the closed list of tags and what people taught since the training; the rules and the charter.
  const context =
    task === 'tags'
      ? await tagContext(ports, 'revision')
      : task === 'moderation'
        ? JSON.stringify([ports.rules.hash, await ports.charter.current()])
        : null
  const all = { task, version, ...parameters, ...Object.fromEntries(models.map(([name, digest]) => [`model.${name}`, digest])) }
  const digestOf = (about: string | null): string => ports.digest(new TextEncoder().encode(JSON.stringify([all, about])))
  const standing = task === 'tags' ? { standing: digestOf(await tagContext(ports, 'standing')) } : {}
  return { digest: digestOf(context), ...standing, parameters: all, promptHash: null, seed }
}

async function tagContext({ vocabulary, teachings }: TaskPorts, of: 'revision' | 'standing'): Promise<string> {
  const [list, taught] = [await vocabulary.revision(), (await teachings?.current())?.[of] ?? null]
  return taught === null ? list : JSON.stringify([list, taught])
}

async function infoOf(ports: TaskPorts): Promise<EngineInfo> {
  const trained: EngineInfo['trained'] = {}
  let size = 0
  for (const name of modelNames) {
    const bytes = await ports.models.load(name)
    const manifest = bytes && readManifest(bytes)
    size += bytes?.length ?? 0
    trained[`${name}.examples`] = manifest?.examples ?? null
    trained[`${name}.trainedAt`] = manifest?.trainedAt ?? null
  }
  const identities = await Promise.all(tasks.map((task) => identityOf(task, ports)))
  const digest = ports.digest(new TextEncoder().encode(identities.map((identity) => identity.digest).join('\n')))
  const ready = Object.values(trained).some((value) => value !== null)
  return {
    id: 'builtin',
    kind: 'builtin',
    state: ready ? 'ready' : 'untrained',
    reason: null,
    digest,
    tasks: [...tasks],
    size,
    license: 'MIT',
    trained,
  }
}

/** Always there, never asks the network. The same identity and item give the same outcome. */
export function builtinEngine(ports: TaskPorts): InferenceEngine {
  return {
    id: 'builtin',
    info: () => infoOf(ports),
    identity: (task) => identityOf(task, ports),
    propose: (task, item, { signal }) => registry[task].run(item, ports, signal),
  }
}
