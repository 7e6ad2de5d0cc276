// Fetching a model: Ollama's own process goes out to its registry, because a person asked, and stops when they say so.
// Marbre itself reaches loopback only. It must not know the page.
import type { DeskEvent } from '../../../shared/contract/events.ts'
import type { ModelPull } from '../../../shared/domain/engine.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { nameRefusal, refusedModel, type ModelPolicy } from '../engines/model-policy.ts'
import type { OllamaServer } from '../engines/ollama.ts'
import type { PullPart } from '../engines/ollama-replies.ts'

export interface ModelPullsParts {
  readonly server: () => OllamaServer
  readonly policy: ModelPolicy
  readonly emit: (event: DeskEvent) => void
  readonly onEnd: (model: string) => void
}

export interface ModelPulls {
  /** Begins, or tells how far it is; never by itself. @throws DeskError `engine-refused` for a model that could not be used. */
  readonly start: (model: string) => ModelPull
  /** Stops it; what was fetched stays with Ollama for the next try. @throws DeskError `not-found`. */
  readonly cancel: (model: string) => Promise<ModelPull>
  /** Those of this session, the oldest first. */
  readonly list: () => ModelPull[]
  readonly stop: () => Promise<void>
}

type Under = { pull: ModelPull; readonly controller: AbortController; finished: Promise<void> }

export function createModelPulls(parts: ModelPullsParts): ModelPulls {
  const pulls = new Map<string, Under>()
  const tell = (under: Under, change: Partial<ModelPull>): void => {
    under.pull = { ...under.pull, ...change }
    parts.emit({ type: 'engine.pulled', pull: under.pull })
  }
  const start = (model: string): ModelPull => {
    if (!parts.policy.engines.includes('ollama')) throw refusedModel(model, 'not-allowed')
    const reason = nameRefusal(model)
    if (reason !== null) throw refusedModel(model, reason)
    const known = pulls.get(model)
    if (known?.pull.state === 'pulling') return known.pull
    const server = parts.server()
    const pull: ModelPull = { model, state: 'pulling', completed: null, total: null, failure: null, leavesMachine: true }
    const under: Under = { pull, controller: new AbortController(), finished: Promise.resolve() }
    pulls.delete(model)
    pulls.set(model, under)
    under.finished = follow(server, model, under.controller.signal, (change) => tell(under, change)).finally(() => parts.onEnd(model))
    return under.pull
  }
  return {
    start,
    cancel: async (model) => {
      const under = pulls.get(model)
      if (!under) throw new DeskError('not-found', `pull ${model.slice(0, 100)}`, 'is not under way', { model: model.slice(0, 100) })
      under.controller.abort()
      await under.finished
      return under.pull
    },
    list: () => [...pulls.values()].map(({ pull }) => pull),
    stop: async () => {
      for (const { controller } of pulls.values()) controller.abort()
      await Promise.all([...pulls.values()].map(({ finished }) => finished))
    },
  }
}

/** A share worth telling: a twentieth of a percent of a model is a megabyte or so. */
const worthTelling = 1 / 2000

/** Never rejects: how it ended is told. */
async function follow(server: OllamaServer, model: string, signal: AbortSignal, tell: (change: Partial<ModelPull>) => void): Promise<void> {
  const layers = new Map<string, PullPart>()
  let told = 0
  try {
    for await (const part of server.pull(model, signal)) {
      if (part.status === 'success') return tell({ state: 'pulled' })
      if (part.digest === '' || part.total === null) continue
      layers.set(part.digest, part)
      const [completed, total] = [sum(layers, 'completed'), sum(layers, 'total')]
      if (completed - told < total * worthTelling && completed < total) continue
      told = completed
      tell({ completed, total })
    }
    tell({ state: 'failed', failure: 'engine-unavailable' })
  } catch (error) {
    if (signal.aborted) return tell({ state: 'cancelled' })
    tell({ state: 'failed', failure: error instanceof DeskError ? error.code : 'internal' })
  }
}

function sum(layers: ReadonlyMap<string, PullPart>, field: 'completed' | 'total'): number {
  return [...layers.values()].reduce((total, layer) => total + (layer[field] ?? 0), 0)
}
