// Trains the built-in engine on the desk's own work, in workers, when enough has changed.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { framesOf, type SafeLog } from '../guard/safe-log.ts'
import { readLsa } from '../tasks/links/lsa-model.ts'
import type { ModelName, TaskPorts } from '../tasks/ports.ts'
import { countArticles, countTagged, trainingTexts } from '../store/article-rows.ts'
import { countDecidedComments, decidedComments } from '../store/comment-rows.ts'
import { countConcepts, listConcepts } from '../store/concept-rows.ts'
import { listRuns } from '../store/experiment-rows.ts'
import { workerPool, type WorkerPool } from '../workers/pool.ts'
import { countDecidedTags, lastReset } from '../store/tag-rule-rows.ts'
import type { ArticleVectors } from './article-vectors.ts'
import type { Chore } from './background.ts'
import { recordHash } from './content-hashes.ts'
import type { DeskContext } from './context.ts'
import type { ModelFiles } from './model-files.ts'
import { sha256Bytes } from './task-ports.ts'
import { taggedExamples } from './taught-examples.ts'
import { withPieces } from './training-pieces.ts'

type Parts = { desk: DeskContext; models: ModelFiles; vectors: ArticleVectors; ports: TaskPorts; log: SafeLog }

export type Trainer = {
  /** Trains now, whatever has changed. @throws DeskError `bad-input` when there is too little to learn from. */
  readonly train: (what: 'tags' | 'moderation' | 'links') => Promise<void>
  readonly chores: readonly Chore[]
  /** Only what the engine needs for one task. */
  readonly choresFor: (task: Task) => readonly Chore[]
  /** The threads it trains in, for other work of the background: one after the other, as everything there. */
  readonly workers: () => WorkerPool
  readonly stop: () => Promise<void>
}

const modelOf = { tags: 'tagger', moderation: 'moderator', links: 'lsa' } as const satisfies Record<string, ModelName>
const seed = 0
/** A model is trained again when its examples grew or shrank by this share. */
const worthRetraining = 0.05
const mostTrainingTexts = 50_000

/** What a model would be trained on now, by count; `forgotten`: the last reset of what decisions taught. */
type Supply = { examples: number; concepts: number; forgotten?: string }

export function createTrainer(parts: Parts): Trainer {
  const { desk, models } = parts
  let pool: WorkerPool | null = null
  const workers = () => (pool ??= workerPool())
  const tooLittle = new Map<ModelName, string>()

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
    desk.emit({ type: 'engine.changed', id: 'builtin' })
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
    links: [trainChore('lsa'), vectorChore(parts, workers)],
  }
  return {
    train: async (what) => {
      if (!(await train(modelOf[what]))) throw new DeskError('bad-input', what, 'there is too little to learn from yet', { what })
    },
    chores: [...choresOf.tags, ...choresOf.moderation, ...choresOf.links],
    choresFor: (task) => choresOf[task],
    workers,
    stop: async () => pool?.close(),
  }
}

async function isAtWork(desk: DeskContext): Promise<boolean> {
  return (await listRuns(desk.store.read, { states: ['queued', 'running'] })).some((run) => run.engine === 'builtin')
}

async function supplyOf(desk: DeskContext, name: ModelName): Promise<Supply> {
  const read = desk.store.read
  if (name === 'tagger') {
    const examples = (await countTagged(read)) + (await countDecidedTags(read))
    return { examples, concepts: await countConcepts(read), forgotten: await lastReset(read) }
  }
  if (name === 'moderator') return { examples: await countDecidedComments(read), concepts: 0 }
  return { examples: await countArticles(read), concepts: 0 }
}

function hasChanged(manifest: Record<string, string | number | null> | null, supply: Supply): boolean {
  if (supply.examples === 0) return false
  if (!manifest) return true
  const before = Number(manifest['examples'] ?? 0)
  if (supply.forgotten !== undefined && (manifest['forgotten'] ?? '') !== supply.forgotten) return true
  return Math.abs(supply.examples - before) > before * worthRetraining || Number(manifest['concepts'] ?? 0) !== supply.concepts
}

async function runTraining(
  { desk, ports, models }: Parts,
  workers: WorkerPool,
  name: ModelName,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | null> {
  const options = signal ? { signal } : {}
  const trainedAt = desk.clock().toISOString()
  if (name === 'tagger') {
    const concepts = await listConcepts(desk.store.read)
    if (concepts.length === 0) return null
    const examples = await taggedExamples(desk.store.read, concepts, mostTrainingTexts)
    const corpusHash = recordHash(examples.map((example) => [example.id, example.tags]))
    return withPieces(models.folder, name, (pieces) =>
      workers.run('train-tagger', { examples, concepts, trainedAt, seed, corpusHash, pieces }, { ...options, ports: [pieces.port] }),
    )
  }
  if (name === 'moderator') return trainModerator(desk, ports, workers, trainedAt, options)
  const texts = await trainingTexts(desk.store.read, { tagged: false, limit: mostTrainingTexts })
  const before = await models.load('lsa')
  return workers.run('train-lsa', { texts, before, trainedAt, seed, corpusHash: recordHash(texts.map((text) => text.id)) }, options)
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

/** Keeps vectors, link profiles and signatures up with the archive and the model, in a worker. */
function vectorChore({ models, vectors }: Parts, workers: () => WorkerPool): Chore {
  let loaded: { digest: string; bytes: Uint8Array; dimensions: number } | null = null
  return async (signal) => {
    const digest = models.digest('lsa')
    if (digest !== loaded?.digest) loaded = digest === null ? null : await loadLsa(models, digest)
    const lsa = loaded && { digest: loaded.digest, bytes: loaded.bytes }
    return vectors.catchUp(
      {
        digest: loaded?.digest ?? null,
        dimensions: loaded?.dimensions ?? 0,
        extract: (articles, stop) => workers().run('extract', { articles, lsa }, { signal: stop }),
      },
      signal,
    )
  }
}

async function loadLsa(models: ModelFiles, digest: string): Promise<{ digest: string; bytes: Uint8Array; dimensions: number } | null> {
  const bytes = await models.load('lsa')
  return bytes && { digest, bytes, dimensions: readLsa(bytes, sha256Bytes).lsa.svd.rank }
}
