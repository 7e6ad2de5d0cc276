// Whether a model fits this machine's memory, from what its server says of it. An estimate, said as one.
// It must not know the machine: its memory is handed in.
import type { Fit } from '../../../shared/domain/engine.ts'

/** All in bytes, but `tokens`. */
export interface MemoryNeed {
  /** Weights as they lie on disk: they are loaded as they are. */
  readonly weights: number
  /** Working memory for one token of the window; null when the architecture is not told. */
  readonly perToken: number | null
}

const gigabyte = 1024 ** 3
/** The window most articles need. */
const usualWindow = 8192
/** Buffers of the runner besides weights and window. */
const runner = gigabyte / 2
/** What the system, a browser and Marbre take. */
const everythingElse = 3 * gigabyte
/** 128 kB a token: eight key-value heads of 128 in 32 layers, as 7–9 billion parameter models have. */
const usualPerToken = 128 * 1024
const easyShare = 0.75

/**
 * `comfortably`: three quarters of what is left beside everything else hold it; `tightly`: all of it does, and other
 * programs will feel it. `memory`: the machine's, in bytes.
 */
export function fitOf({ weights, perToken }: MemoryNeed, memory: number): Fit {
  const need = weights * 1.05 + usualWindow * (perToken ?? usualPerToken) + runner
  const left = memory - everythingElse
  if (need <= left * easyShare) return 'comfortably'
  return need <= left ? 'tightly' : 'no'
}

/** Figures of an architecture as GGUF names them (`block_count`, `attention.head_count_kv`…); null where not told. */
export type ArchitectureFigure = (name: string) => number | null

/** Keys and values of all layers, 16 bits each: what a token of the window takes. */
export function memoryPerToken(figure: ArchitectureFigure): number | null {
  const [layers, heads, width] = [figure('block_count'), figure('attention.head_count'), figure('embedding_length')]
  const keyHeads = figure('attention.head_count_kv') ?? heads
  const perHead = figure('attention.key_length') ?? (heads !== null && width !== null ? width / heads : null)
  if (layers === null || keyHeads === null || perHead === null) return null
  return 2 * layers * keyHeads * perHead * 2
}
