// Hangs the gate on names: a DNS question tells the network what is being asked, so it counts as leaving.
// It must not know policies or counters.
import dns from 'node:dns'
import { isIP } from 'node:net'
import { EgressError } from './egress-gate.ts'
import type { EgressGate } from './egress-gate.ts'

type Resolve = (this: unknown, ...args: unknown[]) => unknown

const queries = [
  'resolve',
  'resolve4',
  'resolve6',
  'resolveAny',
  'resolveCaa',
  'resolveCname',
  'resolveMx',
  'resolveNaptr',
  'resolveNs',
  'resolvePtr',
  'resolveSoa',
  'resolveSrv',
  'resolveTlsa',
  'resolveTxt',
  'reverse',
  'lookupService',
]

function refuseByCallback(error: EgressError, args: readonly unknown[]): void {
  const callback: unknown = args.at(-1)
  if (typeof callback !== 'function') throw error
  process.nextTick(callback, error)
}

function guard(
  holder: object,
  name: string,
  passes: (host: string) => boolean,
  refuse: (error: EgressError, args: unknown[]) => unknown,
): void {
  const original: unknown = Reflect.get(holder, name)
  if (typeof original !== 'function') return
  const call = original as Resolve
  const guarded = function (this: unknown, ...args: unknown[]): unknown {
    const host = typeof args[0] === 'string' ? args[0] : ''
    return passes(host) ? call.apply(this, args) : refuse(new EgressError(`dns.${name}`, host), args)
  }
  Object.defineProperty(holder, name, { value: guarded, writable: false, configurable: false, enumerable: true })
}

/** Patches `dns`, `dns.promises` and both `Resolver` prototypes. Call `module.syncBuiltinESMExports()` afterwards. */
export function guardResolvers(gate: EgressGate): void {
  // Without a packet: a literal address, an empty name, and `localhost`, whose answer connect() checks again.
  const looksUp = (host: string): boolean => host === '' || host === 'localhost' || isIP(host) !== 0 || gate.reachName(host, 'dns.lookup')
  const rejects = (error: EgressError): Promise<never> => Promise.reject(error)
  guard(dns.promises, 'lookup', looksUp, rejects)
  guard(dns, 'lookup', looksUp, refuseByCallback)
  // `promisify(dns.lookup)` gives {address, family} by a mark of Node's own, which the guarded form has to carry.
  Reflect.defineProperty(dns.lookup, Symbol.for('nodejs.util.promisify.custom'), { value: dns.promises.lookup })
  for (const name of queries) {
    const asks = (host: string): boolean => gate.reachName(host, `dns.${name}`)
    guard(dns, name, asks, refuseByCallback)
    guard(dns.Resolver.prototype, name, asks, refuseByCallback)
    guard(dns.promises, name, asks, rejects)
    guard(dns.promises.Resolver.prototype, name, asks, rejects)
  }
}
