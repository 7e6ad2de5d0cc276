// The pool of workers: CPU work off the core's loop. Data in, data out.
// It must not know the store; what a worker returns is written by who asked.
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Piscina } from 'piscina'
import type { MessagePort } from 'node:worker_threads'
import type * as Evaluating from './evaluate.ts'
import type * as Extraction from './extract.ts'
import type * as LearningCurve from './learning-curve.ts'
import type * as LsaTraining from './train-lsa.ts'
import type * as ModeratorTraining from './train-moderator.ts'
import type * as NewTerms from './new-terms.ts'
import type * as StemTexts from './stem-texts.ts'
import type * as OpenPacket from './open-packet.ts'
import type * as TaggerTraining from './train-tagger.ts'
import { workerFile, type WorkerName } from './worker-files.ts'

interface Work {
  'train-tagger': { input: TaggerTraining.Input; output: TaggerTraining.Output }
  'train-moderator': { input: ModeratorTraining.Input; output: ModeratorTraining.Output }
  'train-lsa': { input: LsaTraining.Input; output: LsaTraining.Output }
  evaluate: { input: Evaluating.Input; output: Evaluating.Output }
  'learning-curve': { input: LearningCurve.Input; output: LearningCurve.Output }
  'new-terms': { input: NewTerms.Input; output: NewTerms.Output }
  'open-packet': { input: OpenPacket.Input; output: OpenPacket.Output }
  'stem-texts': { input: StemTexts.Input; output: StemTexts.Output }
  extract: { input: Extraction.Input; output: Extraction.Output }
}

export interface RunOptions {
  readonly signal?: AbortSignal
  /** Ports of the input, which move to the worker. */
  readonly ports?: MessagePort[]
  /** Bytes of the input that move instead of being copied. */
  readonly moved?: ArrayBuffer[]
}

export interface WorkerPool {
  run<N extends WorkerName>(name: N, input: Work[N]['input'], options?: RunOptions): Promise<Work[N]['output']>
  close(): Promise<void>
}

/** Idle workers go after this long: a desk at rest holds no models twice. */
const idleMilliseconds = 15_000

/** `execArgv` goes to every worker: the egress guard enters through `--import`. */
export function workerPool({
  execArgv = [],
  maxThreads = Math.max(1, availableParallelism() - 1),
}: { execArgv?: string[]; maxThreads?: number } = {}): WorkerPool {
  let opened: Promise<Piscina> | null = null
  // At the first piece of work: a desk that only opens loads no pool.
  const open = async (): Promise<Piscina> => {
    const pool = await import('piscina')
    return new pool.Piscina({ minThreads: 0, maxThreads, idleTimeout: idleMilliseconds, execArgv })
  }
  return {
    run: async (name, input, { signal, ports = [], moved = [] } = {}) =>
      (await (opened ??= open())).run(input, {
        name: 'run',
        filename: fileURLToPath(workerFile(name)),
        signal: signal ?? null,
        transferList: [...ports, ...moved],
      }),
    close: async () => (await opened)?.close(),
  }
}
