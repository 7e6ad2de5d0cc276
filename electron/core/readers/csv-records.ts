// CSV to raw records, as a stream that finds its feet again after a broken row.
// It must not know what a column means.
import type { ByteStream } from './byte-stream.ts'
import { parseCsvRow, sniffDelimiter } from './csv-row.ts'
import { decodeText } from './decode-text.ts'
import { limits } from './source.ts'
import type { RawRecord } from './source.ts'
import { splitLines } from './split-lines.ts'
import type { Line } from './split-lines.ts'

/** A row: its first line's number, and its values or why it has none. */
type Row = { at: string; values: string[] } | { at: string; reason: string }
/** Lines gathered for one row: complete when their quotation marks are even in number. */
type Gathered = { lines: { number: number; text: string }[]; quotes: number; bytes: number }

/** The header's columns as `columns`, then one record per row, keyed by column. */
export async function* readCsv(stream: ByteStream): AsyncGenerator<{ columns: string[] } | RawRecord> {
  let columns: string[] | null = null
  for await (const row of readRows(stream)) {
    if ('reason' in row) yield row
    else if (columns === null) {
      columns = nameColumns(row.values)
      yield { columns }
    } else if (row.values.length !== columns.length) {
      yield { at: row.at, reason: `${row.values.length} values for ${columns.length} columns` }
    } else yield { at: row.at, draft: toRecord(columns, row.values) }
  }
}

function toRecord(columns: readonly string[], values: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(columns.map((column, index) => [column, values[index] === '' ? null : values[index]]))
}

/** Trimmed names, each different: a repeated or empty name gets its position. */
function nameColumns(header: readonly string[]): string[] {
  const seen = new Set<string>()
  return header.slice(0, limits.columns).map((cell, index) => {
    const name = cell.trim()
    const unique = name === '' || seen.has(name) ? `${name}#${index + 1}` : name
    seen.add(unique)
    return unique
  })
}

async function* readRows(stream: ByteStream): AsyncGenerator<Row> {
  let delimiter: string | null = null
  let gathered: Gathered = { lines: [], quotes: 0, bytes: 0 }
  const flush = function* (final: boolean): Generator<Row> {
    // A row that cannot be read is given up by its first line alone; the lines after it are tried again.
    while (gathered.lines.length > 0 && (final || gathered.quotes % 2 === 0)) {
      const [first] = gathered.lines
      if (first === undefined) return
      const text = gathered.lines.map((line) => line.text).join('\n')
      delimiter ??= sniffDelimiter(text)
      const values = gathered.quotes % 2 === 0 ? parseCsvRow(text, delimiter) : null
      if (values !== null) {
        yield { at: `line ${first.number}`, values }
        gathered = { lines: [], quotes: 0, bytes: 0 }
        return
      }
      yield { at: `line ${first.number}`, reason: 'broken quotation marks' }
      const rest = gathered.lines.slice(1)
      gathered = { lines: [], quotes: 0, bytes: 0 }
      for (const line of rest) {
        gather(gathered, line)
        yield* flush(false)
      }
    }
  }
  for await (const line of splitLines(stream.chunks)) {
    const text = line.bytes === null ? null : decodeText(line.bytes, stream.strict)
    if (text === null) {
      yield* flush(true)
      yield { at: `line ${line.number}`, reason: line.bytes === null ? `larger than ${limits.record / 1024 / 1024} MB` : 'broken encoding' }
      continue
    }
    if (gathered.lines.length === 0 && (text.trim() === '' || isSeparatorHint(line, text))) {
      delimiter ??= separatorHint.exec(text)?.[1] ?? null
      continue
    }
    gather(gathered, { number: line.number, text })
    yield* flush(gathered.bytes > limits.record)
  }
  yield* flush(true)
}

const separatorHint = /^sep=(.)\s*$/i

/** Excel's own first line, `sep=;`. */
function isSeparatorHint(line: Line, text: string): boolean {
  return line.number === 1 && separatorHint.test(text)
}

function gather(gathered: Gathered, line: { number: number; text: string }): void {
  gathered.lines.push(line)
  gathered.bytes += line.text.length
  for (let at = line.text.indexOf('"'); at !== -1; at = line.text.indexOf('"', at + 1)) gathered.quotes += 1
}
