// Whether a request to the loopback host has the right address, origin and shape, before anything else is looked at.
// It must not know sessions or files.
import type { IncomingMessage } from 'node:http'

export type Refusal = {
  status: 400 | 403 | 404 | 405 | 413 | 421
  reason: 'address' | 'origin' | 'method' | 'shape' | 'path' | 'session' | 'link'
}

/** Where the page opens its WebSocket. */
export const deskPath = '/rpc'

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders'>

/**
 * Null when the request may go on. `authority` is the one accepted `Host`, `127.0.0.1:PORT`: `localhost` and any
 * rebound name are refused, and so is every page of another port (same site for the browser, another origin for us).
 */
export function refuseRequest(request: Asked, authority: string): Refusal | null {
  if (!hasExactHost(request, authority)) return { status: 421, reason: 'address' }
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, reason: 'method' }
  const { origin, 'sec-fetch-site': site } = request.headers
  if (origin !== undefined && origin !== `http://${authority}`) return { status: 403, reason: 'origin' }
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403, reason: 'origin' }
  if (request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0)
    return { status: 413, reason: 'shape' }
  return parsedUrl(request, authority) === null ? { status: 400, reason: 'shape' } : null
}

/** As above for a WebSocket upgrade, where `Origin` must be there: a browser always sends it. */
export function refuseUpgrade(request: Asked, authority: string): Refusal | null {
  const refusal = refuseRequest(request, authority)
  if (refusal) return refusal
  if (request.headers.origin !== `http://${authority}`) return { status: 403, reason: 'origin' }
  return parsedUrl(request, authority)?.pathname === deskPath ? null : { status: 404, reason: 'path' }
}

/** The request's URL on this host, or null when it is not a plain path (absolute form, `//host`, broken). */
export function parsedUrl(request: Pick<Asked, 'url'>, authority: string): URL | null {
  const target = request.url ?? ''
  if (!target.startsWith('/') || target.startsWith('//')) return null
  const url = URL.parse(target, `http://${authority}`)
  return url?.host === authority ? url : null
}

/** One `Host` header, byte for byte. Node keeps only the first of several, so they are counted in the raw list. */
function hasExactHost(request: Asked, authority: string): boolean {
  const names = request.rawHeaders.filter((_, index) => index % 2 === 0)
  return names.filter((name) => name.toLowerCase() === 'host').length === 1 && request.headers.host === authority
}
