// The three ways into one desk: direct call, MessagePort, WebSocket, each with a real transport.
// It must not know what is called.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { onTestFinished } from 'vitest'
import { WebSocketServer } from 'ws'
import type { Desk } from '../../../electron/core/desk.ts'
import { directClient, servePort, serveSocket } from '../../../electron/core/router/router.ts'
import type { Contract } from '../../../shared/contract/contract.ts'

export type Client = ContractRouterClient<Contract>
export type Way = { readonly name: 'direct' | 'port' | 'socket'; readonly client: Client; readonly leave: () => void }

async function overPort(desk: Desk): Promise<Way> {
  const { port1, port2 } = new MessageChannel()
  await servePort(desk, port1)
  port1.start()
  port2.start()
  const leave = () => port2.close()
  onTestFinished(leave)
  const client: Client = createORPCClient(new PortLink({ port: port2 }))
  return { name: 'port', client, leave }
}

async function overSocket(desk: Desk): Promise<Way> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  server.on('connection', (socket) => void serveSocket(desk, socket))
  const { port } = server.address() as AddressInfo
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  onTestFinished(() => {
    for (const open of server.clients) open.terminate()
    server.close()
  })
  const client: Client = createORPCClient(new SocketLink({ websocket: socket }))
  return { name: 'socket', client, leave: () => socket.close() }
}

/** One client per way, all on the same desk. */
export async function threeWays(desk: Desk): Promise<Way[]> {
  const direct: Way = { name: 'direct', client: await directClient(desk, 'host'), leave: () => undefined }
  return [direct, await overPort(desk), await overSocket(desk)]
}
