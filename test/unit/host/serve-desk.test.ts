// A real desk behind the real host: the contract over the admitted socket, and the change to the sample newsroom.
// It must not know the page.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { isEgressGuarded } from '../../../electron/core/guard/egress-guard.ts'
import { serveDesk, showDesk, type ServedDesk } from '../../../electron/host/serve-desk.ts'
import type { Contract } from '../../../shared/contract/contract.ts'
import { get } from './raw-request.ts'

const resources = join(import.meta.dirname, '..', '..', '..', 'resources')
let folder: string
let desk: ServedDesk

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marbre-serve-'))
  await mkdir(join(folder, 'page'))
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html>')
  desk = await serveDesk({ dataDir: join(folder, 'data'), resources, page: { dir: join(folder, 'page') }, background: false })
})
afterEach(async () => {
  await desk.close()
  await rm(folder, { recursive: true, force: true })
})

async function enter(): Promise<string> {
  const link = new URL(desk.newLink())
  const response = await get(Number(link.port), link.pathname + link.search)
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

function connect(cookie: string): { client: ContractRouterClient<Contract>; socket: WebSocket } {
  const socket = new WebSocket(desk.origin.replace('http:', 'ws:') + '/rpc', { headers: { cookie, origin: desk.origin } })
  return { client: createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })), socket }
}

test('the contract answers over the socket, on the channel of the host, behind the guard', async () => {
  const { client } = connect(await enter())
  const session = await client.desk.session({})
  expect(session).toMatchObject({ channel: 'host', sample: false })
  expect(isEgressGuarded()).toBe(true)
  expect(await client.desk.network({})).toMatchObject({ out: 0 })
  await expect(client.articles.show({ id: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' })
})

test('the sample newsroom opens in its own folder with the same address and cookie, and one comes back', async () => {
  const cookie = await enter()
  const before = connect(cookie)
  const switched = (async () => {
    for await (const event of await before.client.events.watch({})) if (event.type === 'desk.switched') return true
    return false
  })()
  const closed = new Promise<number>((resolve) => before.socket.on('close', resolve))
  await before.client.desk.session({})
  await before.client.desk.switchTo({ desk: 'sample' })
  expect(await switched).toBe(true)
  expect((await get(Number(new URL(desk.origin).port), '/', { Cookie: cookie })).status).toBe(200)
  const after = connect(cookie)
  expect(await after.client.desk.session({})).toMatchObject({ sample: true })
  expect(await closed).toBe(4001)
  await after.client.desk.switchTo({ desk: 'own' })
  expect(await connect(cookie).client.desk.session({})).toMatchObject({ sample: false })
  expect(await readdir(join(folder, 'data'))).toContain('sample-newsroom')
})

test('a folder in use is refused by code, and the port is not left open', async () => {
  const page = { dir: join(folder, 'page') }
  await expect(serveDesk({ dataDir: join(folder, 'data'), resources, page, background: false })).rejects.toMatchObject({
    code: 'desk-in-use',
  })
})

test('the page is served before the desk is open, and what it asks meanwhile is answered', async () => {
  const page = { dir: join(folder, 'page') }
  const shown = await showDesk({ dataDir: join(folder, 'other'), resources, page, background: false })
  try {
    let open = false
    void shown.opened.then(() => (open = true))
    const link = new URL(shown.newLink())
    const cookie = ((await get(Number(link.port), link.pathname + link.search)).headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const answered = await get(Number(link.port), '/', { Cookie: cookie })
    expect([answered.status, open]).toEqual([200, false])
    const socket = new WebSocket(shown.origin.replace('http:', 'ws:') + '/rpc', { headers: { cookie, origin: shown.origin } })
    const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }))
    expect(await client.desk.session({})).toMatchObject({ channel: 'host', sample: false })
    expect(open).toBe(true)
  } finally {
    await shown.close()
  }
})

test('a folder in use, a newer database and a policy that forbids are refused before anything listens', async () => {
  const page = { dir: join(folder, 'page') }
  const options = { resources, page, background: false }
  await expect(showDesk({ ...options, dataDir: join(folder, 'data') })).rejects.toMatchObject({ code: 'desk-in-use' })
  const newer = join(folder, 'newer')
  await mkdir(newer)
  const db = new Database(join(newer, 'desk.sqlite'))
  db.exec('CREATE TABLE t (x)')
  db.pragma('user_version = 99990')
  db.close()
  await expect(showDesk({ ...options, dataDir: newer })).rejects.toMatchObject({ code: 'database-from-the-future' })
  // The refusal gave the folder back.
  expect(await readdir(newer)).not.toContain('desk.lock')
})

test('a desk that cannot open behind its page says why, gives its folder back and serves nothing any more', async () => {
  const page = { dir: join(folder, 'page') }
  const dataDir = join(folder, 'damaged')
  await mkdir(dataDir)
  await writeFile(join(dataDir, 'desk.sqlite'), 'this is no database, and long enough to be read as one: '.repeat(20))
  const shown = await showDesk({ dataDir, resources, page, background: false })
  await expect(shown.opened).rejects.toThrow(/not a database/)
  await expect(get(Number(new URL(shown.origin).port), '/')).rejects.toThrow()
  expect(await readdir(dataDir)).not.toContain('desk.lock')
  await shown.close()
})

test('a desk closed while it still opens leaves nothing behind', async () => {
  const dataDir = join(folder, 'hasty')
  const shown = await showDesk({ dataDir, resources, page: { dir: join(folder, 'page') }, background: false })
  await shown.close()
  expect(await readdir(dataDir)).not.toContain('desk.lock')
})
