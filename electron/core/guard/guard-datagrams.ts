// Shuts UDP: Marbre speaks none, and a datagram socket resolves names by a `lookup` the guard cannot see, so nothing passes.
// It must not know policies or counters.
import dgram from 'node:dgram'
import { EgressError } from './egress-gate.ts'
import type { EgressGate, EgressAttempt } from './egress-gate.ts'
import type { Clock } from '../ports.ts'

const methods = ['send', 'sendto', 'connect', 'addMembership', 'addSourceSpecificMembership']

/** Patches what sends a datagram or joins a group (a join is a packet too): all of it throws `EEGRESS`, loopback included. */
export function guardDatagrams(gate: EgressGate, clock: Clock): void {
  for (const name of methods) {
    const api = `dgram.${name}`
    const guarded = (...args: unknown[]): never => {
      const host = args.find((value) => typeof value === 'string') ?? 'udp'
      const attempt: EgressAttempt = { at: clock().toISOString(), host: String(host).slice(0, 255), port: null, api, allowed: false }
      gate.note(attempt)
      throw new EgressError(api, attempt.host)
    }
    Object.defineProperty(dgram.Socket.prototype, name, { value: guarded, writable: false, configurable: false, enumerable: true })
  }
}
