// One request and its end: errors of one kind, nothing left open.
// It must not know what is asked.
import { DeskError } from '../../../shared/domain/error.ts'
import { transportError, unavailable } from './server-errors.ts'

/** One request: what goes wrong is a `DeskError`; once over, nothing of it stays open. */
export async function answered<T>(what: string, signal: AbortSignal, ask: (inner: AbortSignal) => Promise<T>): Promise<T> {
  const over = new AbortController()
  try {
    return await ask(AbortSignal.any([signal, over.signal]))
  } catch (error) {
    signal.throwIfAborted()
    throw unreadable(what, error)
  } finally {
    over.abort()
  }
}

/** The same for a reply that comes in parts; who stops listening ends the request. */
export async function* streamed<T>(
  what: string,
  signal: AbortSignal,
  ask: (inner: AbortSignal) => AsyncGenerator<T, void, void>,
): AsyncGenerator<T, void, void> {
  const over = new AbortController()
  try {
    yield* ask(AbortSignal.any([signal, over.signal]))
  } catch (error) {
    signal.throwIfAborted()
    throw unreadable(what, error)
  } finally {
    over.abort()
  }
}

/** A reply not of its form, or the package's own error, whose message may quote the reply. */
function unreadable(what: string, error: unknown): DeskError {
  if (error instanceof DeskError) return error
  if (error instanceof Error && (error.name === 'ZodError' || error.name === '$ZodError'))
    return unavailable(what, 'garbled', 'the reply is not of its form')
  return transportError(what, error)
}
