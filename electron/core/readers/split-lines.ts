// Cuts a byte stream into lines, holding never more than one record's worth in memory.
// It must not know what a line means.
import { limits } from './source.ts'

/** Line numbers start at 1; `bytes` is null for a line longer than the record limit. */
export type Line = { number: number; bytes: Buffer | null }

const lf = 0x0a
const cr = 0x0d

/** The stream's lines without their ends. Files with lone CR (old Mac exports) are cut there. */
export async function* splitLines(chunks: AsyncIterable<Buffer>, limit: number = limits.record): AsyncGenerator<Line> {
  let number = 0
  let end: number | null = null
  let parts: Buffer[] = []
  let held = 0
  for await (const chunk of chunks) {
    end ??= chunk.includes(lf) || !chunk.includes(cr) ? lf : cr
    let from = 0
    for (let at = chunk.indexOf(end); at !== -1; at = chunk.indexOf(end, from)) {
      number += 1
      yield { number, bytes: finishLine(parts, held, chunk.subarray(from, at), limit) }
      parts = []
      held = 0
      from = at + 1
    }
    const rest = chunk.subarray(from)
    held += rest.length
    // Beyond the limit only the length is kept: the line will be refused.
    if (held > limit) parts = []
    else if (rest.length > 0) parts.push(rest)
  }
  if (held > 0) yield { number: number + 1, bytes: finishLine(parts, held, Buffer.alloc(0), limit) }
}

function finishLine(parts: readonly Buffer[], held: number, last: Buffer, limit: number): Buffer | null {
  if (held + last.length > limit) return null
  const line = parts.length === 0 ? last : Buffer.concat([...parts, last])
  return line.length > 0 && line[line.length - 1] === cr ? line.subarray(0, -1) : line
}
