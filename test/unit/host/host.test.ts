// The loopback host over real HTTP and WebSocket connections: each refusal, and the one way in.
// It must not know the newsroom: the socket echoes.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { largestMessage, startHost, type Host } from '../../../electron/host/host.ts'
import { get, sendRaw } from './raw-request.ts'

let folder: string
let host: Host
let port: number
let now: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marbre-host-'))
  await mkdir(join(folder, 'page', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.js'), 'secret')
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html><title>page</title>')
  await writeFile(join(folder, 'page', 'assets', 'app.js'), 'export {}')
  await writeFile(join(folder, 'page', 'assets', 'app.js.map'), '{}')
  await symlink(join(folder, 'secret.js'), join(folder, 'page', 'assets', 'link.js'))
  now = Date.parse('2026-11-22T08:00:00Z')
  host = await startHost({
    // late on purpose: what the page sends before its desk is ready must not be lost
    serve: async (socket) => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      socket.on('message', (data) => socket.send(data))
    },
    page: { dir: join(folder, 'page') },
    clock: () => new Date(now),
    patience: { headers: 200, request: 400, check: 50 },
  })
  port = Number(new URL(host.origin).port)
})

afterEach(async () => {
  await host.close()
  await rm(folder, { recursive: true, force: true })
})

async function enter(): Promise<string> {
  const link = new URL(host.newLink())
  const response = await get(port, link.pathname + link.search)
  expect(response.status).toBe(303)
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

type Knock = { cookie?: string; origin?: string; path?: string; host?: string }

/** What happened to an upgrade: the open socket, or the status it was refused with. */
function knock({ cookie, origin, path = '/rpc', host: name }: Knock): Promise<WebSocket | number> {
  const headers = { ...(cookie && { cookie }), ...(origin && { origin }), ...(name && { host: name }) }
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers, maxPayload: 8 * largestMessage })
  return new Promise((resolve) => {
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => resolve(0))
  })
}

describe('the link', () => {
  test('is exchanged once for a strict cookie and leaves the address bar', async () => {
    const link = new URL(host.newLink())
    const response = await get(port, link.pathname + link.search)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/')
    expect(response.headers.get('set-cookie')).toMatch(/^marbre-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect((await get(port, link.pathname + link.search)).status).toBe(403)
  })

  test('ends after sixty seconds, with a page that says so in French first', async () => {
    const link = new URL(host.newLink())
    now += 60_001
    const response = await get(port, link.pathname + link.search)
    expect(response.status).toBe(403)
    expect(response.body).toContain('<html lang="fr"')
    expect(response.body.indexOf('plus d’une minute')).toBeLessThan(response.body.indexOf('more than a minute'))
    expect(response.body).not.toMatch(/<script|<style|style=|\son\w+=/)
  })

  test('is replaced by a newer one', async () => {
    const first = new URL(host.newLink())
    const second = new URL(host.newLink())
    expect((await get(port, `/${first.search}`)).status).toBe(403)
    expect((await get(port, `/${second.search}`)).status).toBe(303)
  })

  test('cannot be guessed, nor redeemed by HEAD', async () => {
    const link = new URL(host.newLink())
    expect((await get(port, '/?token=')).status).toBe(403)
    expect((await get(port, `/?token=${'A'.repeat(43)}`)).status).toBe(403)
    expect((await sendRaw(port, [`HEAD /${link.search} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: close'])).status).toBe(403)
    expect((await get(port, `/${link.search}`)).status).toBe(303)
  })
})

describe('the page', () => {
  test('loads and reloads with the cookie, under the strict policy', async () => {
    const cookie = await enter()
    for (const path of ['/', '/', '/index.html', '/?view=1']) {
      const response = await get(port, path, { Cookie: cookie })
      expect(response.status).toBe(200)
      expect(response.body).toContain('<title>page</title>')
    }
    const script = await get(port, '/assets/app.js', { Cookie: `other=1; ${cookie}`, Origin: host.origin, 'Sec-Fetch-Site': 'same-origin' })
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws://127.0.0.1:${port}; frame-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    )
    const expected = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' }
    for (const [name, value] of Object.entries(expected)) expect(script.headers.get(name)).toBe(value)
    expect(script.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(script.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(script.headers.get('permissions-policy')).toContain('camera=()')
    expect(script.headers.get('access-control-allow-origin')).toBeUndefined()
  })

  test('is refused, assets included, without the cookie or with a wrong one', async () => {
    const cookie = await enter()
    const wrong = `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`
    for (const headers of [{}, { Cookie: wrong }, { Cookie: `marbre-1=${cookie.split('=')[1]}` }, { Cookie: `marbre-${port}=` }]) {
      for (const path of ['/', '/assets/app.js', '/nowhere.js']) {
        expect((await get(port, path, headers)).status).toBe(403)
      }
    }
  })

  test('never leaves its folder', async () => {
    const Cookie = await enter()
    const paths = [
      '/../secret.js',
      '/assets/../../secret.js',
      '/%2e%2e/secret.js',
      '/..%2fsecret.js',
      '/..%5csecret.js',
      '/%00.js',
      '/%',
      '/assets/link.js',
    ]
    paths.push(
      '/assets/app.js.map',
      '/.env',
      '/C:/secret.js',
      `/${join(folder, 'secret.js')}`,
      '/assets/%252e%252e/secret.js',
      '/archive',
      '/assets',
      '/assets/',
    )
    for (const path of paths) {
      const response = await get(port, path, { Cookie })
      expect([path, response.status === 200]).toEqual([path, false])
      expect(response.body).not.toBe('secret')
    }
  })
})

describe('the address', () => {
  test('must be exact: rebound names, localhost, other ports and doubled hosts are refused', async () => {
    const Cookie = await enter()
    const hosts = [
      'localhost',
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `evil.example:${port}`,
      `127.0.0.1.example.org:${port}`,
    ]
    for (const Host of [...hosts, `[::1]:${port}`, `127.0.0.2:${port}`, `127.1:${port}`, '']) {
      const response = await get(port, '/', { Cookie, Host })
      expect([Host, response.status]).toEqual([Host, 421])
    }
    expect((await get(port, '/', { Cookie, Host: null })).status).toBe(421)
    const doubled = await sendRaw(port, ['GET / HTTP/1.1', `Host: 127.0.0.1:${port}`, 'Host: evil.example', `Cookie: ${Cookie}`])
    expect(doubled.status).not.toBe(200)
    expect((await get(port, `http://evil.example/`, { Cookie })).status).toBe(400)
    expect((await get(port, `//evil.example/`, { Cookie })).status).toBe(400)
  })

  test('is refused to pages of any other origin, other ports included', async () => {
    const Cookie = await enter()
    for (const Origin of [
      'http://evil.example',
      `http://127.0.0.1:${port + 1}`,
      `http://localhost:${port}`,
      `https://127.0.0.1:${port}`,
      'null',
    ]) {
      expect((await get(port, '/', { Cookie, Origin })).status).toBe(403)
    }
    for (const site of ['cross-site', 'same-site']) expect((await get(port, '/', { Cookie, 'Sec-Fetch-Site': site })).status).toBe(403)
  })

  test('answers on 127.0.0.1 only', async () => {
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
    const outside = others.filter((one) => !one.internal && one.family === 'IPv4').map((one) => one.address)
    for (const address of ['::1', ...outside]) {
      const refused = await new Promise((resolve) => {
        const socket = connect({ host: address, port }, () => resolve(false))
        socket.on('error', () => resolve(true))
      })
      expect([address, refused]).toEqual([address, true])
    }
  })
})

describe('limits', () => {
  test('only GET and HEAD, without a body', async () => {
    const cookie = await enter()
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH']) {
      const response = await sendRaw(port, [`${method} / HTTP/1.1`, `Host: 127.0.0.1:${port}`, `Cookie: ${cookie}`, 'Connection: close'])
      expect([method, response.status]).toEqual([method, 405])
    }
    expect((await get(port, '/', { Cookie: cookie, 'Content-Length': '5' })).status).toBe(413)
    expect((await get(port, '/', { Cookie: cookie, 'Transfer-Encoding': 'chunked' })).status).toBe(413)
  })

  test('headers beyond 16 KiB end the connection', async () => {
    expect((await get(port, '/', { 'X-Long': 'x'.repeat(20_000) })).status).not.toBe(200)
  })

  test('a client that never finishes its headers is cut', async () => {
    const closed = new Promise<true>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port }, () => socket.write('GET / HTTP/1.1\r\nHost: '))
      const drip = setInterval(() => socket.write('x'), 20)
      socket.on('error', () => undefined)
      socket.on('close', () => (clearInterval(drip), resolve(true)))
    })
    expect(await closed).toBe(true)
  })
})

describe('the desk socket', () => {
  test('opens with cookie and origin, and carries messages', async () => {
    const socket = await knock({ cookie: await enter(), origin: host.origin })
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
    const echoed = new Promise<Buffer>((resolve) => socket.on('message', (data: Buffer) => resolve(data)))
    socket.send('bonjour')
    expect((await echoed).toString()).toBe('bonjour')
  })

  test('is refused without cookie, with a foreign or absent origin, on another path or host', async () => {
    const cookie = await enter()
    expect(await knock({ origin: host.origin })).toBe(403)
    expect(await knock({ cookie })).toBe(403)
    for (const origin of ['http://evil.example', `http://127.0.0.1:${port + 1}`, `http://localhost:${port}`, 'null', 'app://bundle']) {
      expect([origin, await knock({ cookie, origin })]).toEqual([origin, 403])
    }
    expect(await knock({ cookie, origin: host.origin, path: '/other' })).toBe(404)
    expect(await knock({ cookie, origin: host.origin, host: `localhost:${port}` })).toBe(421)
  })

  test('ends on a message over two MiB, and the host lives on', async () => {
    const cookie = await enter()
    const socket = await knock({ cookie, origin: host.origin })
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
    const closed = new Promise<number>((resolve) => socket.on('close', resolve))
    socket.send(Buffer.alloc(largestMessage + 1))
    expect([1006, 1009]).toContain(await closed)
    expect((await get(port, '/', { Cookie: cookie })).status).toBe(200)
  })

  test('no more than sixteen at once', async () => {
    const cookie = await enter()
    const opened = await Promise.all(Array.from({ length: 16 }, () => knock({ cookie, origin: host.origin })))
    expect(opened.every((socket) => typeof socket !== 'number')).toBe(true)
    expect(await knock({ cookie, origin: host.origin })).toBe(503)
  })
})

test('a taken port rejects', async () => {
  await expect(startHost({ serve: () => undefined, page: { dir: folder }, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
