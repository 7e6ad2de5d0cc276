// The pool of workers: CPU work off the core's loop. Data in, data out.
// It must not know the store; what a worker returns is written by who asked.
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type * as Extraction from './extract.ts'
import type * as LsaTraining from './train-lsa.ts'
import type * as ModeratorTraining from './train-moderator.ts'
import type * as TaggerTraining from './train-tagger.ts'
import { workerFile, type WorkerName } from './worker-files.ts'

interface Work {
  'train-tagger': { input: TaggerTraining.Input; output: TaggerTraining.Output }
  'train-moderator': { input: ModeratorTraining.Input; output: ModeratorTraining.Output }
  'train-lsa': { input: LsaTraining.Input; output: LsaTraining.Output }
  extract: { input: Extraction.Input; output: Extraction.Output }
}

export interface WorkerPool {
  run<N extends WorkerName>(name: N, input: Work[N]['input'], options?: { signal?: AbortSignal }): Promise<Work[N]['output']>
  close(): Promise<void>
}

/** Idle workers go after this long: a desk at rest holds no models twice. */
const idleMilliseconds = 15_000

/** `execArgv` goes to every worker: the egress guard enters through `--import`. */
export function workerPool({
  execArgv = [],
  maxThreads = Math.max(1, availableParallelism() - 1),
}: { execArgv?: string[]; maxThreads?: number } = {}): WorkerPool {
  const piscina = new Piscina({ minThreads: 0, maxThreads, idleTimeout: idleMilliseconds, execArgv })
  return {
    run: (name, input, { signal } = {}) =>
      piscina.run(input, { name: 'run', filename: fileURLToPath(workerFile(name)), signal: signal ?? null }),
    close: () => piscina.close(),
  }
}
