// `marbre evaluate` on named files: no desk, no learned state, shipped resources alone.
// It must not know the command line.
import { resolve } from 'node:path'
import type { Evaluation } from '../../../../shared/domain/evaluation.ts'
import { DeskError } from '../../../../shared/domain/error.ts'
import type { Policy } from '../../../../shared/domain/policy.ts'
import type { Task } from '../../../../shared/domain/suggestion.ts'
import { engineFor } from './engine-for.ts'
import type { EvaluationData, EvaluationOptions } from './evaluation-data.ts'
import type { EvaluationRun } from './evaluation-run.ts'
import { readConcepts, readRecords, type ReadOptions } from './read-records.ts'
import { readShipped } from './read-shipped.ts'
import { shapeArticle, shapeComment, shapeLink } from './record-shapes.ts'
import { runEvaluation } from './run-evaluation.ts'

/** Paths are absolute. */
export interface FilesToEvaluate {
  readonly task: Task
  readonly train: readonly string[]
  readonly test: readonly string[]
  readonly corpus: readonly string[]
  readonly vocabulary: string | null
  readonly lang: string | null
}
export interface EvaluationPlace {
  /** Files shipped with the app. */
  readonly resources: string
  readonly policy: Policy
  /** The process's environment, for language models. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Monotonic milliseconds. */
  readonly now: () => number
  readonly progress: (message: string) => void
  readonly note: (message: string) => void
  readonly signal?: AbortSignal
}

/** @throws DeskError `not-found`, `bad-input` (file and line), `engine-refused`, `engine-unavailable`. */
export async function evaluateFiles(
  files: FilesToEvaluate,
  engineId: string,
  options: EvaluationOptions,
  place: EvaluationPlace,
): Promise<Evaluation> {
  const engineOver = await engineFor(engineId, place)
  const shipped = await readShipped(place.resources)
  place.progress('reading files')
  const data = await readData(files, place.note)
  const run: EvaluationRun = {
    ...place,
    shipped,
    engineId,
    engineOver,
    peakMemoryMb: () => process.resourceUsage().maxRSS / 1024,
  }
  return runEvaluation(data, options, run)
}

async function readData(files: FilesToEvaluate, note: (message: string) => void): Promise<EvaluationData> {
  const { task } = files
  if (task === 'tags') {
    const [train, test] = await readBoth(files, shapeArticle)
    return { task, train, test, vocabulary: files.vocabulary === null ? null : await readConcepts(files.vocabulary) }
  }
  if (task === 'moderation') {
    const [train, test] = await readBoth(files, shapeComment)
    return { task, train, test }
  }
  if (files.train.length > 0) note(`${task}: nothing is learned from --train: it is not read`)
  const wanted: ReadOptions = { lang: files.lang, split: null }
  if (task === 'key-points') return { task, test: await readAll(files.test, shapeArticle, wanted) }
  if (files.corpus.length === 0) throw new DeskError('bad-input', '--corpus', 'links are searched among the articles it names')
  const corpus = new Map((await readAll(files.corpus, shapeArticle, wanted)).map((article) => [article.id, article]))
  return { task, corpus: [...corpus.values()], links: await readAll(files.test, shapeLink, { lang: null, split: null }) }
}

type Shape<T> = Parameters<typeof readRecords<T>>[1]

async function readAll<T>(paths: readonly string[], shape: Shape<T>, options: ReadOptions): Promise<T[]> {
  const lists: T[][] = []
  for (const path of new Set(paths.map((one) => resolve(one)))) lists.push(await readRecords(path, shape, options))
  return lists.flat()
}

/** Training and test records; a file named for both is split by its records' `split`. */
async function readBoth<T>({ train, test, lang }: FilesToEvaluate, shape: Shape<T>): Promise<[T[], T[]]> {
  const both = new Set(train.map((path) => resolve(path)).filter((path) => test.some((other) => resolve(other) === path)))
  const read = async (paths: readonly string[], split: 'train' | 'test'): Promise<T[]> => {
    const lists: T[][] = []
    for (const path of new Set(paths.map((one) => resolve(one))))
      lists.push(await readRecords(path, shape, { lang, split: both.has(path) ? split : null }))
    return lists.flat()
  }
  return [await read(train, 'train'), await read(test, 'test')]
}
