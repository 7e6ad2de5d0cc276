// A request with exactly the headers given, over a real socket. For host tests: fetch would correct them.
import { connect } from 'node:net'

export type RawResponse = { status: number; headers: Map<string, string>; body: string }

/** Sends `lines` (request line and headers) and reads until the host closes. */
export function sendRaw(port: number, lines: readonly string[]): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(lines.join('\r\n') + '\r\n\r\n'))
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => resolve(parse(Buffer.concat(chunks).toString('utf8'))))
  })
}

/** A GET with `Host` exact and `Connection: close`, plus or minus what `headers` says (null removes). */
export function get(port: number, path: string, headers: Record<string, string | null> = {}): Promise<RawResponse> {
  const all: Record<string, string | null> = { Host: `127.0.0.1:${port}`, Connection: 'close', ...headers }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
  return sendRaw(port, [`GET ${path} HTTP/1.1`, ...lines])
}

function parse(text: string): RawResponse {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n') }
}
