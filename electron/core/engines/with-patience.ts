// Asks again, a few times and ever later, when a server says it is busy.
// It must not know what is asked.
import { setTimeout as wait } from 'node:timers/promises'
import { isBusy } from './server-errors.ts'

/** Milliseconds before each new attempt; as many attempts as entries, and one. */
export const usualPauses: readonly number[] = [1000, 3000, 9000]

/** @throws what `ask` throws, once it is not busyness or the pauses are used up; the signal's reason. */
export async function withPatience<T>(ask: () => Promise<T>, pauses: readonly number[], signal: AbortSignal): Promise<T> {
  for (const pause of pauses) {
    try {
      return await ask()
    } catch (error) {
      if (!isBusy(error)) throw error
      await wait(pause, undefined, { signal }).catch(() => signal.throwIfAborted())
    }
  }
  return ask()
}
