// Streams of JSON, one object a line (Ollama) or one `data:` event (OpenAI's form), checked before anybody parses them.
// It must not know what the objects mean.
import type { DeskError } from '../../../shared/domain/error.ts'
import { serverError, unavailable } from './server-errors.ts'

/** A line of a reply is a token or a few; this is a thousand times that. */
const longestLine = 1024 * 1024

/** The text's lines, without their ends; @throws DeskError `engine-unavailable` for a line that never ends. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>, what: string): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const piece of pieces) {
    rest += decoder.decode(piece, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine) throw unavailable(what, 'server-error', 'the reply is too large')
    for (const line of lines) yield line.trimEnd()
  }
  const last = (rest + decoder.decode()).trimEnd()
  if (last !== '') yield last
}

/** @throws DeskError for what is not a JSON object, and for the server's own `{"error": …}` on HTTP 200. */
export function parseObject(text: string, what: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw garbled(what)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw garbled(what)
  if ('error' in value && value.error) {
    const status = 'status' in value && typeof value.status === 'number' ? value.status : null
    throw serverError(what, status, typeof value.error === 'string' ? value.error : JSON.stringify(value.error))
  }
  return value as Readonly<Record<string, unknown>>
}

/**
 * Hands on only whole, valid lines of JSON objects. The `ollama` package writes what it cannot parse to the console:
 * the model's words must not get there.
 */
export async function* checkedJsonLines(pieces: AsyncIterable<Uint8Array>, what: string): AsyncGenerator<Uint8Array, void, void> {
  const encoder = new TextEncoder()
  for await (const line of linesOf(pieces, what)) {
    if (line === '') continue
    parseObject(line, what)
    yield encoder.encode(`${line}\n`)
  }
}

/** The same for one JSON document. */
export async function* checkedJson(pieces: AsyncIterable<Uint8Array>, what: string): AsyncGenerator<Uint8Array, void, void> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  const whole = Buffer.concat(parts)
  parseObject(whole.toString('utf8'), what)
  yield new Uint8Array(whole)
}

function garbled(what: string): DeskError {
  return unavailable(what, 'garbled', 'the reply cannot be read')
}
