// The page's only way to the core: the contract, over a WebSocket (loopback host) or a MessagePort (window).
// It must not know React nor any screen.
import { createORPCClient, ORPCError, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../shared/contract/contract.ts'
import type { ErrorData } from '../shared/contract/procedure.ts'
import { DeskError, errorCodes } from '../shared/domain/error.ts'

/** What the preload exposes in the desktop window; absent on the loopback host. */
export interface MarbreShell {
  readonly kind: 'window'
  /** Where a chosen or dropped file lies, empty when it lies nowhere. */
  readonly pathOf?: (file: File) => string
  /** Tells the native menu which language the page speaks. */
  readonly setLanguage?: (lang: 'fr' | 'en') => void
  /** Goes on with a drag as a file; called from `dragstart`. */
  readonly dragOut?: (file: { readonly name: string; readonly content: string }) => void
}

declare global {
  interface Window {
    readonly marbreShell?: MarbreShell
  }
}

type Link = ClientLink<ClientContext>

/** One WebSocket, opened when a call needs it and again after it closed. */
function socketLink(url: string): Link {
  let socket: WebSocket | null = null
  let link: SocketLink<ClientContext> | null = null
  const connect = () => {
    socket = new WebSocket(url)
    link = new SocketLink<ClientContext>({ websocket: socket })
    return link
  }
  return {
    call: (path, input, options) => {
      const closed = socket === null || socket.readyState === WebSocket.CLOSING || socket.readyState === WebSocket.CLOSED
      return (closed || link === null ? connect() : link).call(path, input, options)
    },
  }
}

/** The port the preload hands over; calls wait for it. A later port (the core was restarted) replaces it. */
function portLink(): Link {
  let give: (link: Link) => void = () => undefined
  let current = new Promise<Link>((resolve) => {
    give = resolve
  })
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || event.origin !== location.origin) return
    const data = event.data
    const port = event.ports[0]
    if (!port || typeof data !== 'object' || data === null || !('marbre' in data) || data.marbre !== 'port') return
    const link = new PortLink<ClientContext>({ port })
    port.start()
    give(link)
    current = Promise.resolve(link)
  })
  return { call: async (path, input, options) => (await current).call(path, input, options) }
}

function openLink(): Link {
  if (window.marbreShell?.kind === 'window') return portLink()
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
  return socketLink(`${scheme}//${location.host}/rpc`)
}

/** Every procedure of the contract, typed: `client.articles.list({ query: 'digue' })`. */
export const client: ContractRouterClient<Contract> = createORPCClient(openLink())

function isErrorData(data: unknown): data is ErrorData {
  return typeof data === 'object' && data !== null && 'what' in data && 'why' in data
}

/** Whatever a call threw, as the one error type. A lost connection is `internal` about `connection`. */
export function toDeskError(thrown: unknown): DeskError {
  if (thrown instanceof DeskError) return thrown
  if (thrown instanceof ORPCError) {
    const code = errorCodes.find((one) => one === thrown.code) ?? (thrown.code === 'BAD_REQUEST' ? 'bad-input' : 'internal')
    const data: unknown = thrown.data
    return isErrorData(data) ? new DeskError(code, data.what, data.why, data.details) : new DeskError(code, 'call', thrown.message)
  }
  return new DeskError('internal', 'connection', thrown instanceof Error ? thrown.message : 'lost')
}
