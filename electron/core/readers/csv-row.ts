// One CSV row, strictly (RFC 4180): quotes only around whole values, doubled inside.
// It must not know columns, files or lines.
// Written here and not taken from csv-parse: after a broken quote that parser cannot say where the next record
// starts, and called row by row it reads under 2 MB/s.

/** The row's values, or null where its quotes are broken. `text` may hold line breaks inside quotes. */
export function parseCsvRow(text: string, delimiter: string): string[] | null {
  const values: string[] = []
  let at = 0
  for (;;) {
    if (text[at] === '"') {
      const quoted = readQuoted(text, at + 1)
      if (quoted === null) return null
      values.push(quoted.value)
      at = quoted.end
      if (at < text.length && text[at] !== delimiter) return null
    } else {
      const next = text.indexOf(delimiter, at)
      const value = text.slice(at, next === -1 ? undefined : next)
      if (value.includes('"')) return null
      values.push(value)
      at = next === -1 ? text.length : next
    }
    if (at >= text.length) return values
    at += 1
  }
}

function readQuoted(text: string, from: number): { value: string; end: number } | null {
  let at = from
  let doubled = false
  for (;;) {
    const close = text.indexOf('"', at)
    if (close === -1) return null
    if (text[close + 1] !== '"') {
      const value = text.slice(from, close)
      return { value: doubled ? value.replaceAll('""', '"') : value, end: close + 1 }
    }
    doubled = true
    at = close + 2
  }
}

const delimiters = [',', ';', '\t', '|'] as const

/** The delimiter that cuts the header into most columns, quotes respected; a comma where none does. */
export function sniffDelimiter(header: string): string {
  let best: string = ','
  let most = 1
  for (const delimiter of delimiters) {
    const columns = parseCsvRow(header, delimiter)?.length ?? 0
    if (columns > most) {
      best = delimiter
      most = columns
    }
  }
  return best
}
