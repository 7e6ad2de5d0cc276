// The loopback host composed: a desk, the change to the sample newsroom and back, and the door.
// It must not hold newsroom logic, nor know who starts it (npm start, the CLI, tests).
import { setTimeout as wait } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import type { Desk } from '../core/desk.ts'
import { serveSocket } from '../core/router/router.ts'
import { openDeskSwitch, type DeskKind } from './desk-switch.ts'
import { startHost, type Host, type HostOptions } from './host.ts'
import { eitherDesk, type EitherDeskOptions } from './open-either-desk.ts'

/** How long the pages of a former desk may take to reload, in milliseconds. */
export const reloadGrace = 500

export type ServeDeskOptions = Omit<EitherDeskOptions, 'shell' | 'signer'> & {
  page: HostOptions['page']
  /** 0 or absent: any free port. */
  port?: number
  first?: DeskKind
}

export type ServedDesk = Pick<Host, 'origin' | 'newLink'> & {
  /** The desk pages are served with now. */
  current(): Desk
  close(): Promise<void>
}

/** Opens the desk and serves it on 127.0.0.1. Rejects with the desk's own error, or when the port is taken. */
export async function serveDesk({ page, port = 0, first = 'own', ...desk }: ServeDeskOptions): Promise<ServedDesk> {
  const sockets = new Map<Desk, Set<WebSocket>>()
  const retire = async (former: Desk) => {
    // the former desk itself tells its pages `desk.switched`
    await wait(reloadGrace)
    sockets.get(former)?.forEach((socket) => socket.close(4001, 'the desk changed'))
    sockets.delete(former)
  }
  const desks = await openDeskSwitch<Desk>({ first, retire, open: eitherDesk({ ...desk, shell: 'host' }) })
  const serve = async (socket: WebSocket) => {
    const current = desks.current()
    sockets.set(current, (sockets.get(current) ?? new Set()).add(socket))
    socket.once('close', () => sockets.get(current)?.delete(socket))
    await serveSocket(current, socket)
  }
  const host = await startHost({ serve, page, port }).catch(async (error: unknown) => {
    await desks.close()
    throw error
  })
  const close = async () => {
    await host.close()
    await desks.close()
  }
  return { origin: host.origin, newLink: () => host.newLink(), current: () => desks.current(), close }
}
