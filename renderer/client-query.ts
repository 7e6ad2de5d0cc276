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
  patient: boolean
  waiting: boolean
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
/** What is only looked at in passing (counts of the navigation) is asked again this long after the event, in ms, once for all that came meanwhile. */
const patience = 600

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
    if (entry.readers.size === 0) entries.delete(key)
    else if (entry.patient) askLater(entry)
    else void ask(entry)
  }
}

/** After the burst, and when the page has nothing better to do: what a person does next comes first. */
function askLater(entry: Entry): void {
  if (entry.waiting) return
  entry.waiting = true
  setTimeout(
    () =>
      whenIdle(() => {
        entry.waiting = false
        if (entry.readers.size > 0) void ask(entry)
      }),
    patience,
  )
}

/** Runs `work` when the page is idle, at the latest after a second. */
export function whenIdle(work: () => void): void {
  requestIdleCallback(work, { timeout: 1000 })
}

onDeskEvent((event) => refresh((_key, entry) => entry.wants(event)))
onReconnected(() => refresh(() => true))

/** Asks again every shown query whose key begins with `prefix`. */
export function refreshQueries(prefix: string): void {
  refresh((key) => key.startsWith(prefix))
}

/** Lets go of an answer that nobody shows any more and that its screen knows to be behind. */
export function forgetQuery(key: string): void {
  if (entries.get(key)?.readers.size === 0) entries.delete(key)
}

export interface QueryOptions {
  /** Events after which the answer is asked again. */
  readonly refreshOn?: readonly DeskEventType[]
  /** Narrows `refreshOn`: false leaves the answer alone. */
  readonly when?: (event: DeskEvent) => boolean
  /** True for what may lag a moment behind: events ask again once they have calmed down and the page is idle. */
  readonly patient?: boolean
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
  const latest = useRef<Source>({ fetch, options })
  useEffect(() => {
    latest.current = { fetch, options }
  })
  const subscribe = useCallback((reader: () => void) => (key === null ? noStop : read(key, latest, reader)), [key])
  const snapshot = useSyncExternalStore(subscribe, () => (key === null ? idle : (entries.get(key)?.snapshot ?? idle)))
  const reload = useCallback(() => {
    const entry = key === null ? undefined : entries.get(key)
    if (entry) void ask(entry)
  }, [key])
  return { data: snapshot.data as T | undefined, error: snapshot.error, loading: key !== null && snapshot.loading, reload }
}

/** Asks ahead what is shown next and keeps it fresh, without drawing anything. Its question and options must be those of the later `useQuery`. */
export function useReadAhead<T>(key: string | null, fetch: () => Promise<T>, options: QueryOptions = {}): void {
  const latest = useRef<Source>({ fetch, options })
  useEffect(() => {
    latest.current = { fetch, options }
  })
  useEffect(() => (key === null ? undefined : read(key, latest, () => undefined)), [key])
}

interface Source {
  readonly fetch: () => Promise<unknown>
  readonly options: QueryOptions
}

/** Holds an answer for one reader; returns how to let it go. */
function read(key: string, source: { readonly current: Source }, reader: () => void): () => void {
  const entry = open(key, source.current)
  entry.readers.add(reader)
  return () => {
    entry.readers.delete(reader)
    forget()
  }
}

/** The question and its options are those of the moment it was opened: the hook that asked may have gone on to another key. */
function open(key: string, { fetch, options }: Source): Entry {
  const { refreshOn, when, patient = false } = options
  const wants = (event: DeskEvent) => refreshOn !== undefined && refreshOn.includes(event.type) && (when === undefined || when(event))
  const known = entries.get(key)
  if (known) {
    Object.assign(known, { fetch, wants, patient })
    if (known.snapshot.error) void ask(known)
    return known
  }
  const entry: Entry = { snapshot: idle, fetch, wants, patient, waiting: false, running: false, again: false, readers: new Set() }
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
