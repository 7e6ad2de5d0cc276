// Every known way out of a Node thread is refused with EEGRESS, loopback still works, and the report counts both.
// It must not know how the room does it: only what goes in and what comes out.
import { execFileSync } from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import { lookup as importedLookup } from 'node:dns'
import { resolve4 as importedResolve4 } from 'node:dns/promises'
import { rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import net from 'node:net'
import type { AddressInfo, LookupFunction } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installEgressGuard, isEgressGuarded } from '../../../electron/core/guard/egress-guard.ts'
import type { EgressAttempt } from '../../../electron/core/guard/egress-gate.ts'

const attempts: EgressAttempt[] = []
const options = {
  shell: 'cli',
  clock: () => new Date('2026-11-22T10:00:00Z'),
  allowHosts: ['llm.invalid:8000', '[fd00::5]:8000'],
  onAttempt: (attempt: EgressAttempt) => void attempts.push(attempt),
} as const
const report = installEgressGuard(options)
const registerPath = join(import.meta.dirname, '../../../electron/core/guard/egress-guard-register.ts')

const server = http.createServer((_, reply) => reply.end('ok'))
let port = 0
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

/** The code an attempt ends with: `none` when it got through. */
async function codeOf(run: () => unknown): Promise<string> {
  try {
    await run()
    return 'none'
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  }
}

function connected(socket: net.Socket, event = 'connect'): Promise<void> {
  return new Promise((done, fail) => {
    socket.once('error', fail)
    socket.once(event, () => {
      socket.destroy()
      done()
    })
  })
}

const anywhere = '192.0.2.1'
const toAnywhere: LookupFunction = (_host, given, callback) =>
  given.all === true ? callback(null, [{ address: anywhere, family: 4 }]) : callback(null, anywhere, 4)

describe('what is refused', () => {
  const hosts = [
    anywhere,
    '127.0.0.1.example.org',
    'localhost.example.org',
    'LOCALHOST',
    'localhost.',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '0.0.0.0',
    '::',
    '::ffff:8.8.8.8',
    '::ffff:808:808',
    '::1%eth0',
    '64:ff9b::7f00:1',
    'example.org',
    'llm.invalid',
  ]
  it.each(hosts)('net.connect to %s', async (host) => {
    const before = report().blocked
    expect(await codeOf(() => connected(net.connect({ host, port: 80 })))).toBe('EEGRESS')
    expect(await codeOf(() => connected(net.connect(80, host)))).toBe('EEGRESS')
    expect(await codeOf(() => connected(new net.Socket().connect(80, host)))).toBe('EEGRESS')
    expect(report().blocked).toBe(before + 3)
    expect(report().last).toEqual({ at: '2026-11-22T10:00:00.000Z', host, api: 'net.connect' })
  })

  const urls = [
    'http://192.0.2.1/',
    'https://example.org/',
    'http://[::ffff:8.8.8.8]/',
    'http://134744072/',
    'http://0x08.8.8.8/',
    'http://0.0.0.0/',
  ]
  it.each(urls)('fetch, http and https of %s', async (url) => {
    expect(await codeOf(() => fetch(url))).toBe('EEGRESS')
    const get = url.startsWith('https') ? https.get : http.get
    expect(await codeOf(() => new Promise((done, fail) => get(url, done).once('error', fail)))).toBe('EEGRESS')
  })

  it('an agent or a socket with a lookup of its own', async () => {
    const agent = new http.Agent({ lookup: toAnywhere })
    const get = (host: string) => new Promise((done, fail) => http.get({ host, port, agent }, done).once('error', fail))
    expect(await codeOf(() => get('localhost'))).toBe('EEGRESS')
    expect(await codeOf(() => get('example.org'))).toBe('EEGRESS')
    for (const autoSelectFamily of [true, false]) {
      const socket = net.connect({ host: 'localhost', port, lookup: toAnywhere, autoSelectFamily })
      expect(await codeOf(() => connected(socket)), `autoSelectFamily ${autoSelectFamily}`).toBe('EEGRESS')
    }
    expect(report().last?.host).toBe(anywhere)
  })

  it('an address list that hides a foreign one behind loopback', async () => {
    const mixed: LookupFunction = (_host, _given, callback) =>
      callback(null, [
        { address: '127.0.0.1', family: 4 },
        { address: anywhere, family: 4 },
      ])
    expect(await codeOf(() => connected(net.connect({ host: 'localhost', port, lookup: mixed, autoSelectFamily: true })))).toBe('EEGRESS')
  })

  it('a host that changes between two reads', async () => {
    let reads = 0
    const shifty = {
      port,
      get host() {
        reads += 1
        return reads === 1 ? '127.0.0.1' : anywhere
      },
    }
    expect(await codeOf(() => connected(new net.Socket().connect(shifty)))).toBe('none')
  })

  it('tls, http2 and WebSocket', async () => {
    expect(await codeOf(() => connected(tls.connect({ host: anywhere, port: 443 }), 'secureConnect'))).toBe('EEGRESS')
    const session = http2.connect('https://example.org')
    expect(await codeOf(() => new Promise((done, fail) => session.once('connect', done).once('error', fail)))).toBe('EEGRESS')
    const before = report().blocked
    await new Promise((done) => (new WebSocket('ws://192.0.2.1/').onerror = done))
    expect(report().blocked).toBe(before + 1)
  })

  it('every DNS question, in every form', async () => {
    const resolver = new dns.Resolver()
    const promised = new dns.promises.Resolver()
    const questions: (() => unknown)[] = [
      () => promisify(dns.lookup)('example.org'),
      () => promisify(importedLookup)('example.org'),
      () => dns.promises.lookup('example.org'),
      () => promisify(dns.resolve4)('example.org'),
      () => promisify(dns.resolveTxt)('secret.example.org'),
      () => promisify(dns.lookupService)('8.8.8.8', 80),
      () => promisify(dns.reverse)('8.8.8.8'),
      () => dns.promises.resolve('example.org', 'MX'),
      () => importedResolve4('example.org'),
      () => promisify(resolver.resolve4.bind(resolver))('example.org'),
      () => promised.resolveTxt('secret.example.org'),
      () => dns.promises.resolve4('localhost'),
    ]
    for (const ask of questions) expect(await codeOf(ask), String(ask)).toBe('EEGRESS')
    await codeOf(() => dns.setServers(['127.0.0.1']))
    await codeOf(() => dns.promises.setServers(['127.0.0.1']))
    expect(await codeOf(() => promisify(dns.resolve4)('example.org'))).toBe('EEGRESS')
    expect(await codeOf(() => dns.promises.resolve4('example.org'))).toBe('EEGRESS')
  })

  it('every datagram', async () => {
    const socket = dgram.createSocket({ type: 'udp4', lookup: (_host, _given, callback) => callback(null, anywhere, 4) })
    expect(await codeOf(() => socket.send('x', 53, anywhere))).toBe('EEGRESS')
    expect(await codeOf(() => socket.send('x', 53))).toBe('EEGRESS')
    expect(await codeOf(() => socket.connect(53, anywhere))).toBe('EEGRESS')
    expect(await codeOf(() => socket.addMembership('224.0.0.251'))).toBe('EEGRESS')
    socket.close()
  })

  it('a pipe on another machine', async () => {
    for (const path of ['\\\\server\\pipe\\x', '//server/pipe/x', '\\\\?\\UNC\\server\\pipe\\x'])
      expect(await codeOf(() => connected(net.connect({ path })))).toBe('EEGRESS')
  })

  it('taking the guard off', () => {
    expect(() => Reflect.apply(Object.assign, null, [net.Socket.prototype, { connect: () => null }])).toThrow(TypeError)
    expect(isEgressGuarded()).toBe(true)
  })
})

describe('what passes', () => {
  it('loopback by address and by name', async () => {
    for (const host of ['127.0.0.1', 'localhost', '::ffff:127.0.0.1'])
      expect(await codeOf(() => connected(net.connect({ host, port }))), host).toBe('none')
    expect(await codeOf(() => connected(net.connect(port)))).toBe('none')
    expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('ok')
    expect(await (await fetch(`http://2130706433:${port}/`)).text()).toBe('ok')
    expect(await promisify(dns.lookup)('127.0.0.1')).toEqual({ address: '127.0.0.1', family: 4 })
    expect((await dns.promises.lookup('localhost')).address).toMatch(/^(127\.|::1)/)
  })

  it('a refused loopback port is no egress', async () => {
    const before = report()
    expect(await codeOf(() => connected(net.connect({ host: '127.0.0.1', port: 1 })))).toBe('ECONNREFUSED')
    expect(report()).toEqual(before)
  })

  it('Unix sockets', async () => {
    const path = join(tmpdir(), `marbre-${process.pid}.sock`)
    const local = net.createServer((socket) => socket.end())
    await new Promise<void>((done) => local.listen(path, done))
    expect(await codeOf(() => connected(net.connect(path)))).toBe('none')
    expect(await codeOf(() => connected(net.connect({ path })))).toBe('none')
    local.close()
  })

  it('an on-premise host of the policy, on its port only, and counted', async () => {
    const before = report()
    const lookup: LookupFunction = (_host, given, callback) =>
      given.all === true ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4)
    // The name may pass, so what fails is the connection itself: nothing listens there.
    expect(await codeOf(() => connected(net.connect({ host: 'LLM.invalid', port: 8000, lookup })))).toBe('ECONNREFUSED')
    expect(await codeOf(() => connected(net.connect({ host: 'llm.invalid', port: 8001, lookup })))).toBe('EEGRESS')
    expect(report()).toMatchObject({ out: before.out + 1, blocked: before.blocked + 1 })
    expect(attempts.at(-2)).toEqual({ at: '2026-11-22T10:00:00.000Z', host: 'LLM.invalid', port: 8000, api: 'net.connect', allowed: true })
  })
})

describe('other threads and processes', () => {
  const attempt = `require('node:net').connect(80, '192.0.2.1').on('error', (error) => console.log(error.code))`

  it.each([undefined, [], ['--import', registerPath]])('guards every worker, started with %s, and counts it here', async (execArgv) => {
    const before = report().blocked
    const source = `import { parentPort } from 'node:worker_threads'; import net from 'node:net'
      net.connect(80, '192.0.2.1').on('error', (error) => parentPort.postMessage(error.code))`
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), execArgv === undefined ? {} : { execArgv })
    expect(worker).toBeInstanceOf(Worker)
    expect(await new Promise((done) => worker.once('message', done))).toBe('EEGRESS')
    await expect.poll(() => report().blocked).toBe(before + 1)
    await worker.terminate()
    // Node does not run --import for a worker made of source text.
    expect(await codeOf(() => new Worker('1', { eval: true }))).toBe('EEGRESS')
  })

  it('guards the workers of a pool', async () => {
    const path = join(tmpdir(), `marbre-pool-${process.pid}.mjs`)
    const code = `import net from 'node:net'
      export default (host) => new Promise((done) => net.connect(80, host).on('error', (error) => done(error.code)))`
    writeFileSync(path, code)
    const pool = new Piscina({ filename: path, maxThreads: 1 })
    expect(await pool.run('192.0.2.1')).toBe('EEGRESS')
    await pool.destroy()
    rmSync(path)
  })

  it('guards a process started with --import, also behind an environment proxy', () => {
    const run = (code: string, env = {}) =>
      execFileSync(process.execPath, ['--import', registerPath, '-e', code], { env: { ...process.env, ...env }, encoding: 'utf8' }).trim()
    expect(run(attempt)).toBe('EEGRESS')
    const proxy = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: `http://127.0.0.1:${port}`, HTTPS_PROXY: `http://127.0.0.1:${port}` }
    expect(run(`require('node:http').get('http://192.0.2.1/').on('error', (error) => console.log(error.code))`, proxy)).toBe('EEGRESS')
    const fetched = (url: string) => `fetch('${url}').then(() => console.log('out'), (error) => console.log((error.cause ?? error).code))`
    expect(run(fetched('http://192.0.2.1/'), proxy)).toBe('EEGRESS')
    expect(run(fetched('https://example.org/'), proxy)).toBe('EEGRESS')
    expect(run(fetched('http://127.0.0.1:1/'), proxy)).not.toBe('out')
  })
})

describe('installing again', () => {
  it('keeps walls and counters, takes the new hosts and listener', async () => {
    const before = report().blocked
    const again = installEgressGuard({ ...options, shell: 'host', allowHosts: [], onAttempt: undefined })
    expect(again()).toMatchObject({ shell: 'host', blocked: before })
    expect(await codeOf(() => connected(net.connect({ host: 'llm.invalid', port: 8000 })))).toBe('EEGRESS')
  })
})
