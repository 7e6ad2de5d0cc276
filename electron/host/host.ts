// The loopback host: one person, one laptop, 127.0.0.1 only. Pages over HTTP, the desk over a WebSocket.
// It must not know the newsroom: what a socket carries is handed in.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { WebSocketServer, type WebSocket } from 'ws'
import { makeAdmission, type Admission } from './admission.ts'
import { contentSecurityPolicy, pageHeaders } from './page-policy.ts'
import { refusalPage } from './refusal-page.ts'
import { readRendererFile } from './renderer-files.ts'
import { parsedUrl, refuseRequest, refuseUpgrade, type Refusal } from './request-check.ts'

const address = '127.0.0.1'
/** The largest message a page may send: imports come in pieces. */
export const largestMessage = 2 * 1024 * 1024
const mostSockets = 16
const longestQuiet = 250
const calmTurns = 4

/** Milliseconds a client may take; a slow or silent one is cut. */
export type Patience = { headers: number; request: number; check: number }
const patience: Patience = { headers: 5_000, request: 10_000, check: 1_000 }

/** Serves pages instead of the built renderer (development only). */
export type PageServer = (request: IncomingMessage, response: ServerResponse) => void

export type HostOptions = {
  /** Carries the contract over an admitted socket. What the page sends meanwhile waits; a rejection closes the socket. */
  serve: (socket: WebSocket) => void | Promise<void>
  /** The built renderer; or a development server and its own looser policy. */
  page: { dir: string } | { server: PageServer }
  /** 0 or absent: any free port. */
  port?: number
  clock?: () => Date
  patience?: Patience
}

export type Host = {
  /** `http://127.0.0.1:PORT`. */
  origin: string
  /** A fresh single-use link, good for 60 seconds; earlier links end. */
  newLink(): string
  /** Resolves once nobody is being answered, at the latest after a quarter of a second: what can wait lets the page go first. */
  quiet(): Promise<void>
  close(): Promise<void>
}

type Door = {
  authority: string
  cookie: string
  admission: Admission
  options: HostOptions
  headers: Record<string, string>
  /** Requests being answered now. */
  asked: number
}

/** Listens on 127.0.0.1 and resolves once it does. Rejects when the port is taken. */
export async function startHost(options: HostOptions): Promise<Host> {
  const limits = options.patience ?? patience
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    connectionsCheckingInterval: limits.check,
    keepAliveTimeout: 5_000,
    requireHostHeader: false, // the door refuses a missing Host itself, with the same page
  })
  server.maxConnections = 64
  server.maxHeadersCount = 64
  const port = await listen(server, options.port ?? 0)
  const door = openDoor(port, options)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false, clientTracking: true })
  server.on('request', (request, response) => {
    door.asked += 1
    response.once('close', () => (door.asked -= 1))
    void answer(door, request, response)
  })
  server.on('upgrade', (request, socket, head) => upgrade(door, sockets, request, socket, head))
  server.on('clientError', (_error, socket) => socket.destroy())
  return {
    origin: `http://${door.authority}`,
    newLink: () => `http://${door.authority}/?token=${door.admission.issueToken()}`,
    quiet: () => quiet(door),
    close: () => closeServer(server, sockets),
  }
}

function openDoor(port: number, options: HostOptions): Door {
  const authority = `${address}:${port}`
  return {
    authority,
    // cookies ignore ports: the name keeps two desks on one laptop apart
    cookie: `marbre-${port}`,
    admission: makeAdmission({ clock: options.clock ?? (() => new Date()) }),
    options,
    headers: pageHeaders(contentSecurityPolicy([`ws://${authority}`])),
    asked: 0,
  }
}

async function answer(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refuseRequest(request, door.authority)
  const url = parsedUrl(request, door.authority)
  if (refusal || !url) return refuse(door, response, refusal ?? { status: 400, reason: 'shape' })
  const token = url.searchParams.get('token')
  if (url.pathname === '/' && token !== null && request.method === 'GET') return exchange(door, response, token)
  if (!door.admission.admits(request.headers.cookie, door.cookie)) return refuse(door, response, { status: 403, reason: 'session' })
  if ('server' in door.options.page) return door.options.page.server(request, response)
  const file = await readRendererFile(door.options.page.dir, url.pathname)
  if (!file) return refuse(door, response, { status: 404, reason: 'path' })
  response.writeHead(200, { ...door.headers, 'content-type': file.mime, 'content-length': file.bytes.byteLength })
  response.end(request.method === 'HEAD' ? undefined : file.bytes)
}

/** The link becomes a session; the redirect takes the secret out of the address bar and history. */
function exchange(door: Door, response: ServerResponse, token: string): void {
  const session = door.admission.redeem(token)
  if (session === null) return refuse(door, response, { status: 403, reason: 'link' })
  const cookie = `${door.cookie}=${session}; Path=/; HttpOnly; SameSite=Strict`
  response.writeHead(303, { ...door.headers, location: '/', 'set-cookie': cookie, 'content-length': 0 })
  response.end()
}

function refuse(door: Door, response: ServerResponse, { status, reason }: Refusal): void {
  const body = Buffer.from(refusalPage(reason))
  const headers = { ...door.headers, 'content-type': 'text/html; charset=utf-8', 'content-length': body.byteLength, connection: 'close' }
  response.writeHead(status, status === 405 ? { ...headers, allow: 'GET, HEAD' } : headers)
  response.end(body)
}

function upgrade(door: Door, sockets: WebSocketServer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const refusal = refuseUpgrade(request, door.authority)
  const admitted = door.admission.admits(request.headers.cookie, door.cookie)
  if (refusal || !admitted || sockets.clients.size >= mostSockets) {
    // no body: a script that tries learns the status only
    socket.end(`HTTP/1.1 ${refusal?.status ?? (admitted ? 503 : 403)} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    return
  }
  sockets.handleUpgrade(request, socket, head, (client) => {
    client.on('error', () => client.terminate())
    void carry(door, client)
  })
}

/** A connection takes a turn of the loop, its request another, the file's bytes some more. */
async function quiet(door: Door): Promise<void> {
  const until = performance.now() + longestQuiet
  for (let calm = 0; calm < calmTurns && performance.now() < until; calm = door.asked === 0 ? calm + 1 : 0) await nextTurn()
}

async function carry(door: Door, client: WebSocket): Promise<void> {
  client.pause()
  try {
    await door.options.serve(client)
    client.resume()
  } catch {
    client.close(1011, 'the desk did not answer')
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: address, port, exclusive: true }, () => {
      server.off('error', reject)
      const bound = server.address()
      resolve(bound !== null && typeof bound === 'object' ? bound.port : port)
    })
  })
}

async function closeServer(server: Server, sockets: WebSocketServer): Promise<void> {
  sockets.clients.forEach((client) => client.terminate())
  sockets.close()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
