// How long engines wait for their servers.
// It must not know what is asked.
import type { FetchLimits } from './guarded-fetch.ts'

/** How long things may take, in milliseconds. `quick`: lists and descriptions; `long`: reading and writing; `pull`: a download. */
export interface Patience {
  readonly quick: FetchLimits
  readonly long: FetchLimits
  readonly pull: FetchLimits
}

const [second, minute, megabyte] = [1000, 60_000, 1024 * 1024]
export const usualPatience: Patience = {
  quick: { firstByteMs: 10 * second, idleMs: 10 * second, totalMs: 20 * second, maxBytes: 32 * megabyte },
  // The first token comes once the model is loaded and the text is read: minutes on a laptop without a GPU.
  long: { firstByteMs: 15 * minute, idleMs: 3 * minute, totalMs: 45 * minute, maxBytes: 32 * megabyte },
  pull: { firstByteMs: minute, idleMs: 5 * minute, totalMs: 24 * 60 * minute, maxBytes: 256 * megabyte },
}
