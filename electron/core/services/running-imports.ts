// The imports that run now, so that a person can stop one by its ticket. It must not know what they import.
import type { Store } from '../store/store.ts'

/** `stopped` turns true once; the import looks at it between two records. */
export type RunningImport = { stopped: boolean }

// By store: a process may hold two desks, the newsroom's and the sample.
const running = new WeakMap<Store, Map<string, RunningImport>>()

/** Announces an import; without a ticket nobody can stop it. `end` must be called when it is over. */
export function beginRunning(store: Store, ticket: string | undefined): { import: RunningImport; end: () => void } {
  const one: RunningImport = { stopped: false }
  if (ticket === undefined) return { import: one, end: () => undefined }
  const here = running.get(store) ?? new Map<string, RunningImport>()
  running.set(store, here.set(ticket, one))
  return { import: one, end: () => void here.delete(ticket) }
}

/** Asks the import to stop after the record it is at. @returns false when no import carries this ticket (any more). */
export function stopRunning(store: Store, ticket: string): boolean {
  const one = running.get(store)?.get(ticket)
  if (one) one.stopped = true
  return one !== undefined
}
