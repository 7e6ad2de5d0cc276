// Decides and counts: what may leave this machine, what tried to. One per thread, shared by every copy of this code.
// It must not know Node's network modules; egress-guard hangs it on them.
import { mostAttempts } from '../../../shared/domain/most-attempts.ts'
import type { EgressAttempt, EgressReport } from '../../../shared/domain/network.ts'
import type { Clock } from '../ports.ts'
import { isLoopbackAddress, parseOnPremiseHost } from './loopback.ts'

export type { EgressAttempt }

export type EgressOptions = {
  readonly shell: EgressReport['shell']
  readonly clock: Clock
  /** On-premise hosts from the policy, `host:port`. Entries of another shape allow nothing. */
  readonly allowHosts: readonly string[]
  /** URL of `egress-guard-register` as it stands in this build, for workers; left out, it is looked for beside the guard (a checkout). */
  readonly workerEntry?: string
  /** Told of every attempt, allowed or refused. What it throws is dropped: a log must not open or shut the gate. */
  readonly onAttempt?: ((attempt: EgressAttempt) => void) | undefined
}

/** What the guard refuses with; Node's callers read `code`. Its message names the host, never what was to be sent. */
export class EgressError extends Error {
  override readonly name = 'EgressError'
  readonly code = 'EEGRESS'
  readonly syscall: string
  readonly hostname: string

  constructor(api: string, host: string) {
    super(`${api} EEGRESS ${host}: Marbre does not leave this machine`)
    this.syscall = api
    this.hostname = host
  }
}

/** Where doctor knocks to see the wall stand: an address of TEST-NET-1 (RFC 5737), refused like any other but not counted as an attempt. */
export const rehearsal = { host: '192.0.2.1', port: 9 } as const

/** The decisions and their counters. `reach*` count and return whether the call may go on. */
export type EgressGate = {
  readonly configure: (options: EgressOptions) => void
  readonly reach: (host: string, port: number | null, api: string) => boolean
  readonly reachName: (host: string, api: string) => boolean
  readonly note: (attempt: EgressAttempt) => void
  readonly report: () => EgressReport
  /** Tells of each attempt after it was counted, until the function answered is called. What a listener throws is dropped. */
  readonly watch: (listener: () => void) => () => void
}

type State = {
  options: EgressOptions
  since: string
  out: number
  blocked: number
  last: EgressReport['last']
  attempts: EgressAttempt[]
  listeners: Set<() => void>
  ports: Map<string, Set<number>>
}

function allowedPorts(hosts: readonly string[]): Map<string, Set<number>> {
  const ports = new Map<string, Set<number>>()
  for (const text of hosts) {
    const parsed = parseOnPremiseHost(text)
    if (parsed !== null) ports.set(parsed.host, (ports.get(parsed.host) ?? new Set()).add(parsed.port))
  }
  return ports
}

function note(state: State, attempt: EgressAttempt): void {
  if (attempt.allowed) state.out += 1
  else state.blocked += 1
  state.last = { at: attempt.at, host: attempt.host, api: attempt.api }
  state.attempts = [attempt, ...state.attempts].slice(0, mostAttempts)
  try {
    state.options.onAttempt?.(attempt)
    for (const listener of state.listeners) listener()
  } catch {
    // See EgressOptions.onAttempt.
  }
}

/** A gate that lets loopback through, `allowHosts` on their ports, and nothing else. */
export function createEgressGate(first: EgressOptions): EgressGate {
  const state: State = {
    options: first,
    since: first.clock().toISOString(),
    out: 0,
    blocked: 0,
    last: null,
    attempts: [],
    listeners: new Set(),
    ports: allowedPorts(first.allowHosts),
  }
  const tell = (host: string, port: number | null, api: string, allowed: boolean): boolean => {
    note(state, { at: state.options.clock().toISOString(), host: host.slice(0, 255), port, api, allowed })
    return allowed
  }
  return {
    configure: (options) => {
      state.options = options
      state.ports = allowedPorts(options.allowHosts)
    },
    reach: (host, port, api) => {
      if (isLoopbackAddress(host) || host === 'localhost') return true
      if (host === rehearsal.host && port === rehearsal.port) return false
      return tell(host, port, api, port !== null && (state.ports.get(host.toLowerCase())?.has(port) ?? false))
    },
    // Resolving an allowed host's name is not yet leaving: the connection that follows is what counts.
    reachName: (host, api) => state.ports.has(host.toLowerCase()) || tell(host, null, api, false),
    note: (attempt) => note(state, attempt),
    report: () => ({
      shell: state.options.shell,
      since: state.since,
      out: state.out,
      blocked: state.blocked,
      last: state.last,
      attempts: state.attempts,
    }),
    watch: (listener) => {
      state.listeners.add(listener)
      return () => state.listeners.delete(listener)
    },
  }
}
