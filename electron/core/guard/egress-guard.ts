// The Node-side wall: after this, only loopback and the policy's on-premise hosts can be reached from this thread.
// It must not know what is sent. It does not see native sockets nor child processes: engines and libraries are chosen for that.
import dns from 'node:dns'
import { existsSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import type { LookupFunction } from 'node:net'
import { BroadcastChannel, isMainThread } from 'node:worker_threads'
import type { EgressReport } from '../../../shared/domain/network.ts'
import { createEgressGate } from './egress-gate.ts'
import type { EgressAttempt, EgressGate, EgressOptions } from './egress-gate.ts'
import { guardDatagrams } from './guard-datagrams.ts'
import { guardResolvers } from './guard-resolvers.ts'
import { guardSockets } from './guard-sockets.ts'
import { dropProxies, guardWorkers } from './guard-threads.ts'

// On globalThis, so that a second copy of this module (another bundle) finds the gate instead of stacking a second one.
const gateMark = Symbol.for('marbre.egress-gate')
const channelName = 'marbre.egress'

function installedGate(): EgressGate | null {
  return (Reflect.get(globalThis, gateMark) as EgressGate | undefined) ?? null
}

/** Counts an attempt another wall refused (the window's session): one seal for the whole app. */
export function noteAttempt(host: string, api: string): void {
  installedGate()?.note({ at: new Date().toISOString(), host: host.slice(0, 255), port: null, api, allowed: false })
}

/** Tells of each attempt in this process, workers included; nothing where no guard stands. Answers what ends it. */
export function watchEgress(listener: () => void): () => void {
  return installedGate()?.watch(listener) ?? (() => undefined)
}

/** Whether this thread's network goes through the guard. */
export function isEgressGuarded(): boolean {
  return installedGate() !== null
}

function isAttempt(value: unknown): value is EgressAttempt {
  return typeof value === 'object' && value !== null && 'host' in value && 'api' in value && 'allowed' in value && 'at' in value
}

/** Attempts made in workers are told to the main thread, so one report counts the whole process. */
function collectFromWorkers(gate: EgressGate): void {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = (event: unknown): void => {
    const data: unknown = typeof event === 'object' && event !== null && 'data' in event ? event.data : null
    if (isAttempt(data)) gate.note(data)
  }
  channel.unref()
}

function tellMainThread(options: EgressOptions): EgressOptions {
  const channel = new BroadcastChannel(channelName)
  channel.unref()
  const onAttempt = (attempt: EgressAttempt): void => {
    channel.postMessage(attempt)
    options.onAttempt?.(attempt)
  }
  return { ...options, onAttempt }
}

/** The register as a checkout has it; null in a bundle, where the shell must name it. */
function entryBeside(): string | null {
  const entry = new URL('egress-guard-register.ts', import.meta.url)
  return existsSync(entry) ? entry.href : null
}

/**
 * Installs the guard in this thread, before anything else is imported; the workers it starts later are guarded too
 * (`workerEntry`; other processes: `--import …/egress-guard-register.ts`). Called again it keeps walls and counters and takes the new shell, hosts and listener:
 * that is how the policy's hosts come in once the policy is read. Refusals are `EgressError`, code `EEGRESS`.
 * @returns the report of what left and what tried to, in this thread and (on the main thread) in its workers.
 */
export function installEgressGuard(options: EgressOptions): () => EgressReport {
  const used = isMainThread ? options : tellMainThread(options)
  const present = installedGate()
  if (present !== null) {
    present.configure(used)
    return present.report
  }
  const gate = createEgressGate(used)
  // Taken now: the sockets need Node's own lookup, the one below is guarded.
  const lookup = dns.lookup as LookupFunction
  guardSockets(gate, lookup)
  guardResolvers(gate)
  guardDatagrams(gate, options.clock)
  guardWorkers(options.workerEntry ?? entryBeside())
  dropProxies()
  syncBuiltinESMExports()
  Object.defineProperty(globalThis, gateMark, { value: gate })
  if (isMainThread) collectFromWorkers(gate)
  return gate.report
}
