// Hangs the gate on TCP: every net, tls, http, https, http2, fetch and WebSocket connection passes through one method.
// It must not know policies or counters.
import net from 'node:net'
import type { LookupFunction } from 'node:net'
import { EgressError } from './egress-gate.ts'
import type { EgressGate } from './egress-gate.ts'
import { isLoopbackAddress } from './loopback.ts'

type ConnectOptions = { host?: unknown; port?: unknown; path?: unknown; lookup?: LookupFunction | undefined }
type Connect = (this: net.Socket, options: ConnectOptions, callback?: () => void) => net.Socket
type Call = { options: ConnectOptions; callback: (() => void) | undefined }

function copyOf(options: object): ConnectOptions {
  // A copy, read once: a getter could otherwise name one host to the gate and another to the socket.
  const copy: Record<string | symbol, unknown> = {}
  for (const key in options) copy[key] = Reflect.get(options, key)
  for (const key of Object.getOwnPropertySymbols(options)) copy[key] = Reflect.get(options, key)
  return copy
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && !(Number(value) >= 0)
}

/** Node's own ways to call `connect`: (options), (port, host), (path), or the array `net.connect` prepares. */
function readCall(args: readonly unknown[]): Call {
  const given: readonly unknown[] = Array.isArray(args[0]) ? args[0] : args
  const [target, host] = given
  const last = given.findLast((value) => typeof value === 'function')
  const callback = last === undefined ? undefined : (last as () => void)
  if (typeof target === 'object' && target !== null) return { options: copyOf(target), callback }
  if (isPath(target)) return { options: { path: target }, callback }
  return { options: typeof host === 'string' ? { port: target, host } : { port: target }, callback }
}

/** A path is a Unix socket or a local pipe; `\\server\pipe\x` is another machine over SMB. */
function isLocalPath(path: string): boolean {
  return !/^[\\/]{2}(?![.?][\\/])/.test(path) && !/^[\\/]{2}[.?][\\/]unc[\\/]/i.test(path)
}

type Address = string | { address: string; family: number }[]

/** `localhost` may be resolved by anybody's `lookup`: whatever it answers is checked before the socket sees it. */
function checkedLookup(lookup: LookupFunction, gate: EgressGate, port: number | null): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, address: Address, family) => {
      if (error !== null && error !== undefined) return callback(error, '')
      const found = typeof address === 'string' ? address : address.map((one) => ({ address: one.address, family: one.family }))
      const outside = (typeof found === 'string' ? [found] : found.map((one) => one.address)).find((one) => !isLoopbackAddress(one))
      if (outside === undefined) return callback(null, found, family)
      gate.reach(outside, port, 'net.connect')
      return callback(new EgressError('net.connect', outside), '')
    })
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

function guardPath(path: unknown, gate: EgressGate): EgressError | null {
  if (typeof path === 'string' && isLocalPath(path)) return null
  const named = typeof path === 'string' ? path : 'path'
  gate.reach(named, null, 'net.connect')
  return new EgressError('net.connect', named)
}

function guardCall(options: ConnectOptions, gate: EgressGate, lookup: LookupFunction): EgressError | null {
  if (isGiven(options.path)) return guardPath(options.path, gate)
  // No host is `localhost` to Node; a host that is no text could become any text later.
  const host = isGiven(options.host) ? (typeof options.host === 'string' ? options.host : 'host') : 'localhost'
  const port = options.port === undefined ? null : Number(options.port)
  options.host = host
  if (!gate.reach(host, port, 'net.connect')) return new EgressError('net.connect', host)
  if (host === 'localhost') options.lookup = checkedLookup(options.lookup ?? lookup, gate, port)
  return null
}

/** Patches `net.Socket.prototype.connect`. `lookup`: Node's own `dns.lookup`, taken before it was guarded. */
export function guardSockets(gate: EgressGate, lookup: LookupFunction): void {
  const original: unknown = Reflect.get(net.Socket.prototype, 'connect')
  const connect = original as Connect
  const guarded = function (this: net.Socket, ...args: unknown[]): net.Socket {
    const { options, callback } = readCall(args)
    const refused = guardCall(options, gate, lookup)
    if (refused === null) return connect.call(this, options, callback)
    // As a refused connection looks to every caller: pending first, then `error` and `close` once listeners had their turn.
    Reflect.set(this, 'connecting', true)
    setImmediate(() => this.destroy(refused))
    return this
  }
  Object.defineProperty(net.Socket.prototype, 'connect', { value: guarded, writable: false, configurable: false, enumerable: true })
}
