// JSON Lines and JSON lists to raw records, as a stream.
// It must not know what a record means, and never passes on a parser's message: it quotes the text.
import type { ByteStream } from './byte-stream.ts'
import { decodeText } from './decode-text.ts'
import { limits } from './source.ts'
import type { RawRecord } from './source.ts'
import { splitLines } from './split-lines.ts'
import { splitJsonValues } from './split-json-values.ts'

/** One record per line; blank lines are passed over. */
export async function* readJsonLines(stream: ByteStream): AsyncGenerator<RawRecord> {
  for await (const line of splitLines(stream.chunks)) {
    const at = `line ${line.number}`
    if (line.bytes === null) yield { at, reason: tooLarge }
    else if (!isBlank(line.bytes)) yield parseRecord(line.bytes, stream.strict, at)
  }
}

/** A list of records, or records one after the other, whatever their line breaks. */
export async function* readJsonList(stream: ByteStream): AsyncGenerator<RawRecord> {
  let number = 0
  for await (const value of splitJsonValues(stream.chunks)) {
    number += 1
    const at = `record ${number}`
    yield 'reason' in value ? { at, reason: value.reason } : parseRecord(value.bytes, stream.strict, at)
  }
}

const tooLarge = `larger than ${limits.record / 1024 / 1024} MB`

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
}

function parseRecord(bytes: Buffer, strict: boolean, at: string): RawRecord {
  const text = decodeText(bytes, strict)
  if (text === null) return { at, reason: 'broken encoding' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { at, reason: 'not valid JSON' }
  }
  return isRecord(value) ? { at, draft: value } : { at, reason: 'not a JSON object' }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
