// The core's process: ports handed to pages, falls repaired up to a limit, a quiet stop. Main and core talk for real here.
import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { DeskError } from '../../../shared/domain/error.ts'
import type { ToCore, ToMain } from '../../../electron/shell/core-messages.ts'
import { portChannel, startCoreProcess, type CoreChild, type PortReceiver } from '../../../electron/shell/core-process.ts'
import { makeCoreService } from '../../../electron/shell/core-service.ts'
import type { RemoteSigner } from '../../../electron/shell/remote-signer.ts'

const place = { dataDir: '/data', resources: '/resources', key: 'k', publicKey: 'p' }
const settle = () => new Promise((resolve) => setImmediate(resolve))

class FakeChild extends EventEmitter implements CoreChild<string> {
  received: Array<[message: ToCore, ports: string[]]> = []
  killed = false
  postMessage(message: ToCore, transfer: string[] = []): void {
    this.received.push([message, transfer])
    this.emit('posted', message, transfer)
  }
  kill(): boolean {
    this.killed = true
    this.emit('exit', 1)
    return true
  }
}

class FakePage implements PortReceiver<string> {
  ports: string[] = []
  gone = false
  postMessage(channel: string, _message: unknown, transfer: string[] = []): void {
    expect(channel).toBe(portChannel)
    this.ports.push(...transfer)
  }
  isDestroyed = (): boolean => this.gone
}

function started(sign: (hash: string) => Promise<string> = async (hash) => `signed ${hash}`) {
  const children: FakeChild[] = []
  const lost: string[] = []
  let now = 0
  let channels = 0
  const core = startCoreProcess<string>({
    fork: () => children[children.push(new FakeChild()) - 1] ?? new FakeChild(),
    makeChannel: () => ({ port1: `core-${++channels}`, port2: `page-${channels}` }),
    open: place,
    sign,
    onLost: ({ code }) => lost.push(code),
    clock: () => new Date((now += 1000)),
  })
  return { core, children, lost, wait: (milliseconds: number) => (now += milliseconds) }
}

describe('main', () => {
  test('tells the core what the window cancelled, and the core counts it', () => {
    const { core, children } = started()
    core.cancelled('example.org')
    expect(children[0]?.received.at(-1)).toEqual([{ type: 'cancelled', host: 'example.org' }, []])
    const counted: string[] = []
    const service = makeCoreService<never, string>({
      post: () => undefined,
      opener: () => () => Promise.reject(new Error('never opened')),
      serve: () => undefined,
      retire: () => Promise.resolve(),
      exit: () => undefined,
      onCancelled: (host) => counted.push(host),
    })
    service.hear({ type: 'cancelled', host: 'example.org' }, [])
    service.hear({ type: 'cancelled' }, [])
    expect(counted).toEqual(['example.org'])
  })

  test('opens the desk, then hands both ends of a channel', () => {
    const { core, children } = started()
    const page = new FakePage()
    core.connect(page)
    expect(children[0]?.received).toEqual([
      [{ type: 'open', ...place }, []],
      [{ type: 'serve' }, ['core-1']],
    ])
    expect(page.ports).toEqual(['page-1'])
  })

  test('starts a fallen core again and gives every living page a fresh port', () => {
    const { core, children } = started()
    const [page, closed] = [new FakePage(), new FakePage()]
    core.connect(page)
    core.connect(closed)
    closed.gone = true
    children[0]?.emit('exit', 139)
    expect(children).toHaveLength(2)
    expect(children[1]?.received.map(([{ type }]) => type)).toEqual(['open', 'serve'])
    expect(page.ports).toEqual(['page-1', 'page-3'])
    expect(closed.ports).toEqual(['page-2'])
  })

  test('gives up, once, on a core that keeps falling, but not on one that falls now and then', () => {
    const often = started()
    for (let fall = 0; fall < 6; fall++) often.children.at(-1)?.emit('exit', 1)
    expect(often.children).toHaveLength(4)
    expect(often.lost).toEqual(['internal'])
    const rarely = started()
    for (let fall = 0; fall < 6; fall++) {
      rarely.wait(60_000)
      rarely.children.at(-1)?.emit('exit', 1)
    }
    expect(rarely.children).toHaveLength(7)
    expect(rarely.lost).toEqual([])
  })

  test('does not restart a core that refused the desk', () => {
    const { children, lost } = started()
    children[0]?.emit('message', { type: 'refused', code: 'desk-in-use', what: 'desk', why: 'another process' })
    children[0]?.emit('exit', 1)
    expect(children).toHaveLength(1)
    expect(lost).toEqual(['desk-in-use'])
  })

  test('signs on request, answers null when the key is locked, ignores what is no message', async () => {
    const hash = 'a'.repeat(64)
    const open = started()
    open.children[0]?.emit('message', { type: 'sign', id: 1, hash })
    open.children[0]?.emit('message', { type: 'sign', id: 2, hash: 'not a hash' })
    open.children[0]?.emit('message', 'nonsense')
    await settle()
    expect(open.children[0]?.received.slice(1)).toEqual([[{ type: 'signed', id: 1, signature: `signed ${hash}` }, []]])
    const locked = started(() => Promise.reject(new Error('keychain')))
    locked.children[0]?.emit('message', { type: 'sign', id: 1, hash })
    await settle()
    expect(locked.children[0]?.received.at(-1)?.[0]).toEqual({ type: 'signed', id: 1, signature: null })
  })

  test('stops the core quietly, and kills one that does not answer', async () => {
    const quiet = started()
    quiet.children[0]?.on('posted', ({ type }: ToCore) => type === 'close' && quiet.children[0]?.emit('exit', 0))
    await quiet.core.stop()
    expect([quiet.children.length, quiet.children[0]?.killed]).toEqual([1, false])
    const deaf = started()
    await deaf.core.stop(1)
    expect(deaf.children[0]?.killed).toBe(true)
  })
})

describe('the core', () => {
  function service(fails?: Error) {
    const log: string[] = []
    const posted: ToMain[] = []
    let held: RemoteSigner | null = null
    let change: (kind: 'own' | 'sample') => Promise<void> = async () => undefined
    const core = makeCoreService<{ kind: string; close(): Promise<void> }, string>({
      post: (message) => posted.push(message),
      opener:
        ({ dataDir }, signer) =>
        async (kind, switchTo) => {
          if (fails) throw fails
          held = signer
          change = switchTo
          log.push(`open ${kind} ${dataDir}`)
          return { kind, close: async () => void log.push(`close ${kind}`) }
        },
      serve: (desk, port) => void log.push(`serve ${desk.kind} ${port}`),
      retire: async (former) => void log.push(`retire ${former.kind}`),
      exit: (code) => log.push(`exit ${code}`),
    })
    return { core, log, posted, signer: () => held, change: (kind: 'own' | 'sample') => change(kind) }
  }

  test('serves ports that came before the desk was open, then those of the other desk', async () => {
    const { core, log, posted, change } = service()
    core.hear({ type: 'open', ...place }, [])
    core.hear({ type: 'serve' }, ['p1'])
    core.hear({ type: 'open', ...place }, [])
    await settle()
    await change('sample')
    core.hear({ type: 'serve' }, ['p2'])
    await settle()
    core.hear({ type: 'close' }, [])
    await settle()
    expect(log).toEqual([
      'open own /data',
      'serve own p1',
      'open sample /data',
      'retire own',
      'close own',
      'serve sample p2',
      'close sample',
      'exit 0',
    ])
    expect(posted).toEqual([{ type: 'ready' }])
  })

  test('tells main why the desk did not open, by code, and ends', async () => {
    const known = service(new DeskError('desk-in-use', 'desk', 'another process'))
    known.core.hear({ type: 'open', ...place }, [])
    known.core.hear({ type: 'serve' }, ['p1'])
    await settle()
    expect(known.posted).toEqual([{ type: 'refused', code: 'desk-in-use', what: 'desk', why: 'another process' }])
    expect(known.log).toEqual(['exit 1'])
    const unknown = service(new Error('/home/somebody/secret'))
    unknown.core.hear({ type: 'open', ...place }, [])
    await settle()
    expect(JSON.stringify(unknown.posted)).not.toContain('secret')
  })

  test('signs through main, each answer to its own request', async () => {
    const { core, posted, signer } = service()
    core.hear({ type: 'open', ...place }, [])
    await settle()
    const first = signer()?.sign('a'.repeat(64))
    const second = signer()?.sign('b'.repeat(64))
    const third = signer()?.sign('c'.repeat(64))
    core.hear({ type: 'signed', id: 2, signature: 'two' }, [])
    core.hear({ type: 'signed', id: 1, signature: 'one' }, [])
    core.hear({ type: 'signed', id: 3, signature: null }, [])
    expect(await first).toBe('one')
    expect(await second).toBe('two')
    await expect(third).rejects.toMatchObject({ code: 'key-locked' })
    expect(posted.filter(({ type }) => type === 'sign')).toHaveLength(3)
  })
})
