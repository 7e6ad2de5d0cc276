// Trains the built-in engine on the desk's own work, in workers, when enough has changed; hands out engines.
import type { EngineInfo } from '../../../shared/domain/engine.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import type { InferenceEngine } from '../engines/inference-engine.ts'
import { framesOf, type SafeLog } from '../guard/safe-log.ts'
import { builtinEngine } from '../tasks/builtin-engine.ts'
import { lsaTerms, lsaVector, readLsa } from '../tasks/links/lsa-model.ts'
import type { ModelName, TaskPorts } from '../tasks/ports.ts'
import { countArticles, countTagged, trainingTexts } from '../store/article-rows.ts'
import { countDecidedComments, decidedComments } from '../store/comment-rows.ts'
import { countConcepts, listConcepts } from '../store/concept-rows.ts'
import { listRuns } from '../store/experiment-rows.ts'
import { workerPool, type WorkerPool } from '../workers/pool.ts'
import type { ArticleVectors, Projection } from './article-vectors.ts'
import type { Chore } from './background.ts'
import { recordHash } from './content-hashes.ts'
import type { DeskContext } from './context.ts'
import type { ModelFiles } from './model-files.ts'
import { sha256Bytes } from './task-ports.ts'

type Parts = { desk: DeskContext; models: ModelFiles; vectors: ArticleVectors; ports: TaskPorts; log: SafeLog }

export type Trainer = {
  readonly engine: (id: string) => Promise<InferenceEngine>
  readonly infos: () => Promise<EngineInfo[]>
  /** Trains now, whatever has changed. @throws DeskError `bad-input` when there is too little to learn from. */
  readonly train: (what: 'tags' | 'moderation' | 'links') => Promise<void>
  readonly chores: readonly Chore[]
  /** Only what the engine needs for one task. */
  readonly choresFor: (task: Task) => readonly Chore[]
  readonly stop: () => Promise<void>
}

const modelOf = { tags: 'tagger', moderation: 'moderator', links: 'lsa' } as const satisfies Record<string, ModelName>
const seed = 0
/** A model is trained again when its examples grew or shrank by this share. */
const worthRetraining = 0.05
const mostTrainingTexts = 50_000

/** What a model would be trained on now, by count. */
type Supply = { examples: number; concepts: number }

export function createTrainer(parts: Parts): Trainer {
  const { desk, models } = parts
  let pool: WorkerPool | null = null
  const workers = () => (pool ??= workerPool())
  const tooLittle = new Map<ModelName, string>()
  const builtin = builtinEngine(parts.ports)

  const train = async (name: ModelName, signal?: AbortSignal): Promise<boolean> => {
    const supply = await supplyOf(desk, name)
    const started = desk.clock().getTime()
    const bytes = await runTraining(parts, workers(), name, signal)
    if (!bytes) {
      tooLittle.set(name, JSON.stringify(supply))
      return false
    }
    await models.save(name, bytes, { ...supply, trainedAt: desk.clock().toISOString() })
    parts.log({ level: 'info', code: 'model.trained', ms: desk.clock().getTime() - started, counts: { items: supply.examples } })
    desk.emit({ type: 'engine.changed', id: builtin.id })
    return true
  }
  const trainChore =
    (name: ModelName): Chore =>
    async (signal) => {
      // A run keeps to its end the model it began with: its manifest names one.
      if (await isAtWork(desk)) return false
      const supply = await supplyOf(desk, name)
      if (tooLittle.get(name) === JSON.stringify(supply) || !hasChanged(models.info(name)?.manifest ?? null, supply)) return false
      try {
        await train(name, signal)
      } catch (error) {
        if (signal.aborted) return false
        tooLittle.set(name, JSON.stringify(supply))
        parts.log({ level: 'error', code: 'worker.failed', frames: framesOf(error) })
      }
      return false
    }
  const choresOf: Record<Task, readonly Chore[]> = {
    tags: [trainChore('tagger')],
    'key-points': [],
    moderation: [trainChore('moderator')],
    links: [trainChore('lsa'), vectorChore(parts)],
  }
  return {
    engine: async (id) => {
      if (id === builtin.id) return builtin
      throw new DeskError('engine-refused', `engine ${id}`, 'this desk has only the built-in engine', { engine: id })
    },
    infos: async () => [await builtin.info()],
    train: async (what) => {
      if (!(await train(modelOf[what]))) throw new DeskError('bad-input', what, 'there is too little to learn from yet', { what })
    },
    chores: [...choresOf.tags, ...choresOf.moderation, ...choresOf.links],
    choresFor: (task) => choresOf[task],
    stop: async () => pool?.close(),
  }
}

async function isAtWork(desk: DeskContext): Promise<boolean> {
  return (await listRuns(desk.store.read, { states: ['queued', 'running'] })).some((run) => run.engine === 'builtin')
}

async function supplyOf(desk: DeskContext, name: ModelName): Promise<Supply> {
  const read = desk.store.read
  if (name === 'tagger') return { examples: await countTagged(read), concepts: await countConcepts(read) }
  if (name === 'moderator') return { examples: await countDecidedComments(read), concepts: 0 }
  return { examples: await countArticles(read), concepts: 0 }
}

function hasChanged(manifest: Record<string, string | number | null> | null, supply: Supply): boolean {
  if (supply.examples === 0) return false
  if (!manifest) return true
  const before = Number(manifest['examples'] ?? 0)
  return Math.abs(supply.examples - before) > before * worthRetraining || Number(manifest['concepts'] ?? 0) !== supply.concepts
}

async function runTraining(
  { desk, ports }: Parts,
  workers: WorkerPool,
  name: ModelName,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | null> {
  const options = signal ? { signal } : {}
  const trainedAt = desk.clock().toISOString()
  if (name === 'tagger') {
    const concepts = await listConcepts(desk.store.read)
    if (concepts.length === 0) return null
    const examples = await trainingTexts(desk.store.read, { tagged: true, limit: mostTrainingTexts })
    return workers.run(
      'train-tagger',
      { examples, concepts, trainedAt, seed, corpusHash: recordHash(examples.map((example) => [example.id, example.tags])) },
      options,
    )
  }
  if (name === 'moderator') return trainModerator(desk, ports, workers, trainedAt, options)
  const texts = await trainingTexts(desk.store.read, { tagged: false, limit: mostTrainingTexts })
  return workers.run('train-lsa', { texts, trainedAt, seed, corpusHash: recordHash(texts.map((text) => text.id)) }, options)
}

async function trainModerator(
  desk: DeskContext,
  ports: TaskPorts,
  workers: WorkerPool,
  trainedAt: string,
  options: { signal?: AbortSignal },
): Promise<Uint8Array | null> {
  const decided = await decidedComments(desk.store.read, mostTrainingTexts)
  const examples = decided.map((comment) => ({ body: comment.body, label: comment.held }))
  return workers.run(
    'train-moderator',
    {
      examples,
      lexicons: ports.rules.lexicons,
      trainedAt,
      seed,
      corpusHash: recordHash(decided.map((comment) => [comment.id, comment.held])),
    },
    options,
  )
}

/** Keeps the vectors of the archive up with the model that makes them. */
function vectorChore({ models, vectors }: Parts): Chore {
  let projection: (Projection & { digest: string }) | null = null
  return async (signal) => {
    const digest = models.digest('lsa')
    if (digest === null) return false
    if (projection?.digest !== digest) projection = await loadProjection(models, digest)
    return projection === null ? false : await vectors.catchUp(projection, signal)
  }
}

async function loadProjection(models: ModelFiles, digest: string): Promise<(Projection & { digest: string }) | null> {
  const bytes = await models.load('lsa')
  if (!bytes) return null
  const { lsa } = readLsa(bytes, sha256Bytes)
  return { digest, model: digest.slice(0, 32), dimensions: lsa.svd.rank, project: (article) => lsaVector(lsa, lsaTerms(article)) }
}
