// Keeps the core's utility process alive and hands each page its port to it.
// It must not import electron at run time, nor know what travels through the port.
import { readToMain, type OpenCore, type ToCore, type ToMain } from './core-messages.ts'

/** What is used of `Electron.UtilityProcess`. `P` is the port type (`MessagePortMain`). */
export type CoreChild<P> = {
  postMessage(message: ToCore, transfer?: P[]): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
  kill(): boolean
}

/** What is used of the page's `Electron.WebContents`. */
export type PortReceiver<P> = {
  postMessage(channel: string, message: unknown, transfer?: P[]): void
  isDestroyed(): boolean
}

export type CoreProcessOptions<P> = {
  fork: () => CoreChild<P>
  makeChannel: () => { port1: P; port2: P }
  open: OpenCore
  /** Signs a hash (64 hex digits) with the person's key. */
  sign: (hashHex: string) => Promise<string> | string
  /** The core cannot live: it refused to open the desk, or fell too often. Told once. */
  onLost: (reason: { code: string; what: string; why: string }) => void
  clock: () => Date
}

export type CoreProcess<P> = {
  /** Gives a page (again, after a reload) a fresh port. A restarted core gives one to every page still there. */
  connect(page: PortReceiver<P>): void
  /** Tells the core of a request the window cancelled: the seal counts it. */
  cancelled(host: string): void
  /** Asks the core to close its desk, then waits for it; killed after `grace` milliseconds. */
  stop(grace?: number): Promise<void>
}

/** The channel on which the preload receives a page's port. */
export const portChannel = 'marbre:port'
/** A core that falls more often than this within a minute is not started again. */
const mostFalls = 3

/** Starts the core and starts it again when it falls: jobs are durable, so a fall loses nothing but time. */
export function startCoreProcess<P>(options: CoreProcessOptions<P>): CoreProcess<P> {
  const pages = new Set<PortReceiver<P>>()
  const falls: number[] = []
  let stopping = false
  let lost = false
  const lose = (reason: { code: string; what: string; why: string }) => {
    if (!lost) options.onLost(reason)
    lost = true
  }
  const start = (): CoreChild<P> => {
    const started = options.fork()
    started.on('message', (message) => void hear(started, readToMain(message)))
    started.once('exit', fallen)
    started.postMessage({ type: 'open', ...options.open })
    return started
  }
  const hear = async (from: CoreChild<P>, message: ToMain | undefined) => {
    if (message?.type === 'refused') return lose(message)
    if (message?.type === 'sign') from.postMessage({ type: 'signed', id: message.id, signature: await signed(options.sign, message.hash) })
  }
  const fallen = () => {
    if (stopping || lost) return
    const now = options.clock().getTime()
    falls.push(now)
    const recent = falls.filter((at) => now - at < 60_000)
    if (recent.length > mostFalls) return lose({ code: 'internal', what: 'core', why: 'it stopped several times within a minute' })
    child = start()
    for (const page of pages) hand(child, page)
  }
  const hand = (to: CoreChild<P>, page: PortReceiver<P>) => {
    if (page.isDestroyed()) return pages.delete(page)
    const { port1, port2 } = options.makeChannel()
    to.postMessage({ type: 'serve' }, [port1])
    page.postMessage(portChannel, null, [port2])
    return true
  }
  let child = start()
  return {
    connect(page) {
      pages.add(page)
      hand(child, page)
    },
    cancelled: (host) => child.postMessage({ type: 'cancelled', host }),
    stop(grace = 5_000) {
      stopping = true
      return lost ? Promise.resolve() : stopChild(child, grace)
    },
  }
}

function stopChild<P>(child: CoreChild<P>, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill(), grace)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.postMessage({ type: 'close' })
  })
}

/** Null when the key cannot be used: the core then refuses the decision with `key-locked`. */
async function signed(sign: CoreProcessOptions<never>['sign'], hash: string): Promise<string | null> {
  try {
    return await sign(hash)
  } catch {
    return null
  }
}
