// The loopback host composed: a desk, the change to the sample newsroom and back, and the door.
// It must not hold newsroom logic, nor know who starts it (npm start, the CLI, tests).
import './guard-first.ts'
import { setTimeout as wait } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import { claimDesk, type ClaimedDesk } from '../core/claim-desk.ts'
import { coreParts } from '../core/core-parts.ts'
import type { Desk } from '../core/desk.ts'
import { openDeskSwitch, type DeskKind, type DeskSwitch } from './desk-switch.ts'
import { startHost, type Host, type HostOptions } from './host.ts'
import type { EitherDeskOptions } from './open-either-desk.ts'
import { sampleDataDir } from './sample-data-dir.ts'

/** How long the pages of a former desk may take to reload, in milliseconds. */
export const reloadGrace = 500

export type ServeDeskOptions = Omit<EitherDeskOptions, 'shell' | 'signer'> & {
  page: HostOptions['page']
  /** 0 or absent: any free port. */
  port?: number
  first?: DeskKind
}

export type ShownDesk = Pick<Host, 'origin' | 'newLink'> & {
  /** Resolves once the desk is open behind its page. Rejects with what kept it from opening; nothing is served any more then. */
  readonly opened: Promise<void>
  readonly close: () => Promise<void>
}

export type ServedDesk = Omit<ShownDesk, 'opened'> & {
  /** The desk pages are served with now. */
  current(): Desk
}

type OpenDesks = { desks: DeskSwitch<Desk>; serve: (socket: WebSocket) => Promise<void> }
type Shown = ShownDesk & { desks: Promise<OpenDesks> }

/**
 * Serves the page on 127.0.0.1 at once and opens the desk beside it: what the page asks meanwhile waits. Rejects with the desk's
 * own error when its folder cannot be had (`claimDesk`), or when the port is taken.
 */
export async function showDesk(options: ServeDeskOptions): Promise<ShownDesk> {
  const { origin, newLink, opened, close } = await show(options)
  return { origin, newLink, opened, close }
}

/** Opens the desk and serves it on 127.0.0.1. Rejects with the desk's own error, or when the port is taken. */
export async function serveDesk(options: ServeDeskOptions): Promise<ServedDesk> {
  const { origin, newLink, opened, close, desks: opening } = await show(options)
  await opened
  const { desks } = await opening
  return { origin, newLink, current: () => desks.current(), close }
}

async function show({ page, port = 0, first = 'own', ...desk }: ServeDeskOptions): Promise<Shown> {
  const dataDir = first === 'own' ? desk.dataDir : sampleDataDir(desk.dataDir)
  const claim = claimDesk({ ...desk, dataDir, shell: 'host' })
  const { promise: desks, resolve, reject } = Promise.withResolvers<OpenDesks>()
  const host = await startHost({ serve: async (socket) => (await desks).serve(socket), page, port }).catch((error: unknown) => {
    claim.release()
    throw error
  })
  openBehind(host, { first, claim, desk }).then(resolve, reject)
  const opened = desks.then(
    () => undefined,
    async (error: unknown) => {
      await host.close()
      throw error
    },
  )
  opened.catch(() => undefined)
  const close = async () => {
    await host.close()
    await (await desks.catch(() => null))?.desks.close()
  }
  return { origin: host.origin, newLink: () => host.newLink(), opened, close, desks }
}

type Opening = { first: DeskKind; claim: ClaimedDesk; desk: Omit<EitherDeskOptions, 'shell' | 'signer'> }

/** Loads the core and opens the first desk, a part at a time: the page's own files go before. */
async function openBehind(host: Host, { first, claim, desk }: Opening): Promise<OpenDesks> {
  try {
    for (const load of coreParts) {
      await host.quiet()
      await load()
    }
    const [{ serveSocket }, { eitherDesk }] = await Promise.all([import('../core/router/router.ts'), import('./open-either-desk.ts')])
    const sockets = new Map<Desk, Set<WebSocket>>()
    const retire = async (former: Desk) => {
      // the former desk itself tells its pages `desk.switched`
      await wait(reloadGrace)
      sockets.get(former)?.forEach((socket) => socket.close(4001, 'the desk changed'))
      sockets.delete(former)
    }
    const desks = await openDeskSwitch<Desk>({ first, retire, open: eitherDesk({ ...desk, shell: 'host' }, claim) })
    const serve = async (socket: WebSocket) => {
      const current = desks.current()
      sockets.set(current, (sockets.get(current) ?? new Set()).add(socket))
      socket.once('close', () => sockets.get(current)?.delete(socket))
      await serveSocket(current, socket)
    }
    return { desks, serve }
  } catch (error) {
    claim.release()
    throw error
  }
}
