// Closes what would go around the guard: workers that skip `--import`, and proxies set by the environment.
// It must not know policies or sockets.
import http from 'node:http'
import https from 'node:https'
import workers from 'node:worker_threads'
import type { WorkerOptions } from 'node:worker_threads'
import { EgressError } from './egress-gate.ts'
import { hasCode } from './has-code.ts'

type Make = (execArgv: readonly string[] | undefined) => object

/** Starts a worker with the guard's entry added to its flags. */
function makeGuarded(make: Make, given: readonly string[] | undefined, entry: string): object {
  try {
    return make([...(given ?? process.execArgv), '--import', entry])
  } catch (error) {
    // A worker inherits flags of the whole process silently, but refuses them when they are named.
    if (given !== undefined || !hasCode(error, 'ERR_WORKER_INVALID_EXEC_ARGV')) throw error
    return make(['--import', entry])
  }
}

/**
 * Makes every worker of this thread start behind the guard. `entry`: URL of egress-guard-register; null leaves the flag to
 * whoever starts the worker. Workers made of source text do not run `--import` (seen on Node 24.21), so they are refused.
 */
export function guardWorkers(entry: string | null): void {
  const Original = workers.Worker
  const GuardedWorker = function (file: string | URL, options: WorkerOptions = {}): object {
    if (options.eval === true) throw new EgressError('worker_threads.Worker', 'eval')
    const target = new.target ?? Original
    const make: Make = (execArgv) =>
      Reflect.construct(Original, [file, execArgv === undefined ? options : { ...options, execArgv }], target)
    return entry === null ? make(undefined) : makeGuarded(make, options.execArgv, entry)
  }
  GuardedWorker.prototype = Original.prototype
  Object.setPrototypeOf(GuardedWorker, Original)
  Object.defineProperty(GuardedWorker, 'name', { value: 'Worker' })
  Object.defineProperty(workers, 'Worker', { value: GuardedWorker, writable: false, configurable: false, enumerable: true })
}

type Dispatcher = { readonly dispatch: unknown }
const fetchDispatcher = Symbol.for('undici.globalDispatcher.1')

function isDispatcher(value: unknown): value is Dispatcher {
  return typeof value === 'object' && value !== null && 'dispatch' in value
}

/** The direct agent inside Node's proxying one; where Node no longer keeps it there, one that refuses everything. */
function directDispatcher(): Dispatcher {
  const proxying: unknown = Reflect.get(globalThis, fetchDispatcher)
  if (isDispatcher(proxying)) {
    const mark = Object.getOwnPropertySymbols(proxying).find(({ description }) => description === 'no proxy agent')
    const direct: unknown = mark === undefined ? null : Reflect.get(proxying, mark)
    if (isDispatcher(direct)) return direct
  }
  const dispatch = (): never => {
    throw new EgressError('fetch', 'proxy')
  }
  return { dispatch }
}

/** A proxy from the environment can sit on loopback and carry everything out: connections go direct, through the guard. */
export function dropProxies(): void {
  const asked = process.env['NODE_USE_ENV_PROXY'] ?? ''
  const flags = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].join(' ')
  if (asked === '' && !flags.includes('--use-env-proxy')) return
  http.globalAgent = new http.Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 })
  https.globalAgent = new https.Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 })
  Reflect.set(globalThis, fetchDispatcher, directDispatcher())
}
