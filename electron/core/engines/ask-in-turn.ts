// One question to a server: waits its turn, asks again where a busy server may soon answer, gives the turn back.
// It must not know what is asked, nor which server.
import { withPatience } from './with-patience.ts'
import type { ServerTurns } from './server-turns.ts'

/** `ask` is done anew at each try. Rejects with what it throws, or the signal's reason. */
export async function askInTurn<T>(
  { turns, origin, pauses, signal }: { turns: ServerTurns; origin: string; pauses: readonly number[]; signal: AbortSignal },
  ask: () => Promise<T>,
): Promise<T> {
  const giveBack = await turns.take(origin, signal)
  try {
    return await withPatience(ask, pauses, signal)
  } finally {
    giveBack()
  }
}
