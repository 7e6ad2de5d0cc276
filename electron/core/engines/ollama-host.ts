// Where Ollama is looked for: this machine, or a host the policy names.
// It must not know the server's protocol.
import { isIP } from 'node:net'
import { isLoopbackAddress, parseOnPremiseHost } from '../guard/loopback.ts'
import { refused } from './server-errors.ts'

const usualPort = 11434

/** `onAllNetworks`: the server was told to listen on every network, so others may reach it too. */
export interface OllamaPlace {
  readonly origin: string
  readonly onAllNetworks: boolean
}

/**
 * Reads `OLLAMA_HOST` as Ollama's own envconfig does (host, host:port, scheme://host:port; http and 11434 by default).
 * `0.0.0.0` and `::` are where a server listens, not where it is: this machine.
 *
 * @throws DeskError `engine-refused` for another machine, unless `allowedHosts` (the policy's) names it, and for paths or passwords.
 */
export function ollamaPlace(named: string | undefined, allowedHosts: readonly string[]): OllamaPlace {
  const text = (named ?? '').trim().replace(/^["']|["']$/g, '')
  if (text === '') return { origin: `http://127.0.0.1:${usualPort}`, onAllNetworks: false }
  const url = readUrl(text)
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (url.username !== '' || url.password !== '' || (url.pathname !== '/' && url.pathname !== '') || !/^https?:$/.test(url.protocol))
    throw elsewhere()
  const port = portOf(url, text)
  if (host === '0.0.0.0' || host === '::') return { origin: `http://127.0.0.1:${port}`, onAllNetworks: true }
  if (isLoopbackAddress(host) || host === 'localhost') return { origin: originOf(url, port), onAllNetworks: false }
  const allowed = allowedHosts.map((entry) => parseOnPremiseHost(entry)).some((entry) => entry?.host === host && entry.port === port)
  if (!allowed) throw elsewhere()
  return { origin: originOf(url, port), onAllNetworks: false }
}

function readUrl(text: string): URL {
  const withHost = isIP(text) === 6 ? `[${text}]` : text.startsWith(':') ? `127.0.0.1${text}` : text
  const url = withHost.includes('://') ? withHost : `http://${withHost}`
  if (!URL.canParse(url)) throw elsewhere()
  return new URL(url)
}

/** A scheme that is written out brings its own port (envconfig.Host). `URL` drops a port that is the scheme's. */
function portOf(url: URL, text: string): number {
  if (url.port !== '') return Number(url.port)
  if (text.includes('://') || /:80\/?$/.test(text)) return url.protocol === 'https:' ? 443 : 80
  return usualPort
}

function originOf(url: URL, port: number): string {
  return new URL(`${url.protocol}//${url.hostname}:${port}`).origin
}

function elsewhere(): Error {
  return refused('OLLAMA_HOST', 'not-allowed', 'names another machine, which the policy does not allow')
}
