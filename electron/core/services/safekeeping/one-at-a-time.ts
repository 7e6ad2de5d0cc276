// Backups and purges of one desk follow each other: a copy begun before a purge and kept after it would hold what was erased.
// It must not know what is done.

const last = new WeakMap<object, Promise<unknown>>()

/** Runs `work` once everything asked before it on the same store is over, failed or not. */
export function oneAtATime<T>(store: object, work: () => Promise<T>): Promise<T> {
  const turn = (last.get(store) ?? Promise.resolve()).then(work)
  last.set(
    store,
    turn.catch(() => undefined),
  )
  return turn
}
