// The built renderer under `app://bundle/`, with the same headers as on the loopback host.
// It must not import electron at run time, nor know what the page shows.
import type { CustomScheme, Protocol } from 'electron'
import { contentSecurityPolicy, pageHeaders } from '../host/page-policy.ts'
import { readRendererFile } from '../host/renderer-files.ts'

export const bundleOrigin = 'app://bundle'

/** To register before `ready`: a secure, standard origin, so that CSP, modules and `fetch` work as on the web. */
export const bundleScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: false, bypassCSP: false, stream: false },
}

/** Serves `rendererDir`, and nothing outside it. */
export function serveBundle(protocol: Pick<Protocol, 'handle'>, rendererDir: string): void {
  protocol.handle('app', (request) => answerBundle(rendererDir, request))
}

/** The response for one request: 200 with the file, 404 for the rest, 405 for anything but GET. */
export async function answerBundle(rendererDir: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  const headers = pageHeaders(contentSecurityPolicy())
  if (request.method !== 'GET') return new Response(null, { status: 405, headers })
  const pathname = bundlePath(request.url)
  const file = pathname === null ? null : await readRendererFile(rendererDir, pathname)
  if (!file) return new Response(null, { status: 404, headers })
  return new Response(new Uint8Array(file.bytes), { status: 200, headers: { ...headers, 'content-type': file.mime } })
}

function bundlePath(address: string): string | null {
  const url = URL.parse(address)
  return url !== null && url.protocol === 'app:' && url.host === 'bundle' ? url.pathname : null
}
