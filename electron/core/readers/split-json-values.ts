// Cuts a JSON list (or values one after the other) into the bytes of each value, as a stream.
// It must not know what a value means; it only follows quotes and brackets.
import { limits } from './source.ts'

export type JsonValue = { bytes: Buffer } | { reason: string }

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c

/** Where the scan stands: inside which value, how deep, in a string or not. */
type Scan = {
  list: boolean | null
  closed: boolean
  depth: number
  inString: boolean
  escaped: boolean
  parts: Buffer[]
  held: number
  started: boolean
}

/**
 * Yields each value's bytes. After a value that never ends (over the record limit, or at the end
 * of the file) the rest has no known borders: one reason is yielded and the scan stops.
 */
export async function* splitJsonValues(chunks: AsyncIterable<Buffer>, limit: number = limits.record): AsyncGenerator<JsonValue> {
  const scan: Scan = { list: null, closed: false, depth: 0, inString: false, escaped: false, parts: [], held: 0, started: false }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0
      if (!scan.started) {
        const step = startValue(scan, byte)
        if (step === 'stray') return yield { reason: 'unexpected text between records' }
        if (step === 'start') from = at
        continue
      }
      const end = followValue(scan, byte)
      if (end === 'inside') continue
      yield finishValue(scan, chunk.subarray(from, end === 'with' ? at + 1 : at))
      if (end === 'before' && byte === 0x5d) scan.closed = true
    }
    if (!scan.started) continue
    scan.parts.push(chunk.subarray(from))
    scan.held += chunk.length - from
    if (scan.held > limit)
      return yield { reason: `larger than ${limit / 1024 / 1024} MB, or never closed; the rest of the file was not read` }
  }
  yield* endScan(scan)
}

function* endScan(scan: Scan): Generator<JsonValue> {
  if (scan.started && (scan.list === true || scan.depth > 0 || scan.inString)) yield { reason: 'the file ends inside this record' }
  else if (scan.started) yield finishValue(scan, Buffer.alloc(0))
  else if (scan.list === true && !scan.closed) yield { reason: 'the file ends before its list does' }
}

function startValue(scan: Scan, byte: number): 'skip' | 'start' | 'stray' {
  if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)) return 'skip'
  if (scan.closed) return 'stray'
  if (byte === comma) return 'skip'
  if (scan.list === null && byte === 0x5b) {
    scan.list = true
    return 'skip'
  }
  scan.list ??= false
  if (scan.list && byte === 0x5d) {
    scan.closed = true
    return 'skip'
  }
  scan.started = true
  scan.inString = byte === quote
  scan.depth = byte === 0x7b || byte === 0x5b ? 1 : 0
  return 'start'
}

/** `with`: the value ends at this byte; `before`: the byte belongs to the list. */
function followValue(scan: Scan, byte: number): 'inside' | 'with' | 'before' {
  if (scan.inString) {
    if (scan.escaped) scan.escaped = false
    else if (byte === backslash) scan.escaped = true
    else if (byte === quote) {
      scan.inString = false
      return scan.depth === 0 ? 'with' : 'inside'
    }
    return 'inside'
  }
  if (byte === quote) scan.inString = true
  else if (byte === 0x7b || byte === 0x5b) scan.depth += 1
  else if (byte === 0x7d || byte === 0x5d) {
    if (scan.depth === 0) return 'before'
    scan.depth -= 1
    return scan.depth === 0 ? 'with' : 'inside'
  } else if (scan.depth === 0 && (byte === comma || byte === 0x0a)) return 'before'
  return 'inside'
}

function finishValue(scan: Scan, last: Buffer): JsonValue {
  const bytes = scan.parts.length === 0 ? last : Buffer.concat([...scan.parts, last])
  scan.parts = []
  scan.held = 0
  scan.started = false
  scan.inString = false
  scan.escaped = false
  scan.depth = 0
  return { bytes }
}
