// Answers of the core kept while somebody shows them, asked again when an event says they changed.
// It must not know any procedure or screen.
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { DeskEvent } from '../shared/contract/events.ts'
import type { DeskError } from '../shared/domain/error.ts'
import { toDeskError } from './client.ts'
import { onDeskEvent, onReconnected, type DeskEventType } from './client-events.ts'

interface Snapshot {
  readonly data: unknown
  readonly error: DeskError | undefined
  readonly loading: boolean
}

interface Entry {
  snapshot: Snapshot
  fetch: () => Promise<unknown>
  wants: (event: DeskEvent) => boolean
  running: boolean
  again: boolean
  readonly readers: Set<() => void>
}

const idle: Snapshot = { data: undefined, error: undefined, loading: true }
const entries = new Map<string, Entry>()
/** Answers nobody shows are kept, up to this many, so that coming back to a screen is immediate. */
const keptUnread = 80
/** Bursts of events (a run's progress) ask again at most this often, in ms. */
const calm = 200

function publish(entry: Entry, snapshot: Snapshot): void {
  entry.snapshot = snapshot
  for (const reader of entry.readers) reader()
}

async function ask(entry: Entry): Promise<void> {
  if (entry.running) {
    entry.again = true
    return
  }
  entry.running = true
  try {
    publish(entry, { data: await entry.fetch(), error: undefined, loading: false })
  } catch (thrown) {
    publish(entry, { data: entry.snapshot.data, error: toDeskError(thrown), loading: false })
  }
  await new Promise((resolve) => setTimeout(resolve, calm))
  entry.running = false
  if (entry.again) {
    entry.again = false
    void ask(entry)
  }
}

function forget(): void {
  for (const [key, entry] of entries) {
    if (entries.size <= keptUnread) return
    if (entry.readers.size === 0) entries.delete(key)
  }
}

function refresh(chosen: (key: string, entry: Entry) => boolean): void {
  for (const [key, entry] of entries) {
    if (!chosen(key, entry)) continue
    if (entry.readers.size > 0) void ask(entry)
    else entries.delete(key)
  }
}

onDeskEvent((event) => refresh((_key, entry) => entry.wants(event)))
onReconnected(() => refresh(() => true))

/** Asks again every shown query whose key begins with `prefix`. */
export function refreshQueries(prefix: string): void {
  refresh((key) => key.startsWith(prefix))
}

export interface QueryOptions {
  /** Events after which the answer is asked again. */
  readonly refreshOn?: readonly DeskEventType[]
  /** Narrows `refreshOn`: false leaves the answer alone. */
  readonly when?: (event: DeskEvent) => boolean
}

export interface QueryResult<T> {
  readonly data: T | undefined
  readonly error: DeskError | undefined
  /** True until the first answer. */
  readonly loading: boolean
  readonly reload: () => void
}

const noStop = () => undefined

/**
 * An answer of the core. `key` names the question, with its parameters (`articles:${JSON.stringify(filter)}`); null asks nothing.
 * The same key must always be asked by the same call. A failed refresh keeps the last answer beside the error.
 */
export function useQuery<T>(key: string | null, fetch: () => Promise<T>, options: QueryOptions = {}): QueryResult<T> {
  const latest = useRef({ fetch, options })
  useEffect(() => {
    latest.current = { fetch, options }
  })
  const subscribe = useCallback(
    (reader: () => void) => {
      if (key === null) return noStop
      const entry = open(key, latest.current)
      entry.readers.add(reader)
      return () => {
        entry.readers.delete(reader)
        forget()
      }
    },
    [key],
  )
  const snapshot = useSyncExternalStore(subscribe, () => (key === null ? idle : (entries.get(key)?.snapshot ?? idle)))
  const reload = useCallback(() => {
    const entry = key === null ? undefined : entries.get(key)
    if (entry) void ask(entry)
  }, [key])
  return { data: snapshot.data as T | undefined, error: snapshot.error, loading: key !== null && snapshot.loading, reload }
}

function open(key: string, source: { readonly fetch: () => Promise<unknown>; readonly options: QueryOptions }): Entry {
  const wants = (event: DeskEvent) => {
    const { refreshOn, when } = source.options
    return refreshOn !== undefined && refreshOn.includes(event.type) && (when === undefined || when(event))
  }
  const known = entries.get(key)
  if (known) {
    known.fetch = source.fetch
    known.wants = wants
    if (known.snapshot.error) void ask(known)
    return known
  }
  const entry: Entry = { snapshot: idle, fetch: source.fetch, wants, running: false, again: false, readers: new Set() }
  entries.set(key, entry)
  void ask(entry)
  return entry
}

export interface Mutation<Input, Output> {
  /** Acts; resolves to undefined when it failed (`error` then says why). */
  readonly run: (input: Input) => Promise<Output | undefined>
  readonly busy: boolean
  readonly error: DeskError | undefined
  readonly reset: () => void
}

/** A call that changes something, with its state. */
export function useMutation<Input, Output>(
  act: (input: Input) => Promise<Output>,
  options: { readonly onDone?: (output: Output, input: Input) => void; readonly onError?: (error: DeskError) => void } = {},
): Mutation<Input, Output> {
  const [state, setState] = useState<{ busy: boolean; error: DeskError | undefined }>({ busy: false, error: undefined })
  const latest = useRef({ act, options })
  useEffect(() => {
    latest.current = { act, options }
  })
  const run = useCallback(async (input: Input) => {
    setState({ busy: true, error: undefined })
    try {
      const output = await latest.current.act(input)
      setState({ busy: false, error: undefined })
      latest.current.options.onDone?.(output, input)
      return output
    } catch (thrown) {
      const error = toDeskError(thrown)
      setState({ busy: false, error })
      latest.current.options.onError?.(error)
      return undefined
    }
  }, [])
  const reset = useCallback(() => setState({ busy: false, error: undefined }), [])
  return { run, ...state, reset }
}
