// The front matter of a Markdown file: the small part of YAML (or TOML) that newsrooms write.
// It must not know which fields matter.

/** `fields` is null where the file has none. Values are texts, lists of texts, booleans or null. */
export function splitFrontMatter(text: string): { fields: Record<string, unknown> | null; body: string } {
  const open = /^(---|\+\+\+)[ \t]*\n/.exec(text)
  if (open === null) return { fields: null, body: text }
  const close = new RegExp(`^${open[1] === '---' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[ \\t]*$`, 'm')
  const rest = text.slice(open[0].length)
  const end = close.exec(rest)
  if (end === null || end.index > 100_000) return { fields: null, body: text }
  return { fields: readFields(rest.slice(0, end.index)), body: rest.slice(end.index + end[0].length).replace(/^\n/, '') }
}

function readFields(block: string): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null)
  const lines = block.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const entry = /^([A-Za-z_][\w-]*)\s*[:=]\s*(.*)$/.exec(lines[at] ?? '')
    const key = entry?.[1]
    if (key === undefined) continue
    const value = entry?.[2]?.trim() ?? ''
    const nested: string[] = []
    while (/^(?:\s+\S|-\s)/.test(lines[at + 1] ?? '')) nested.push((lines[(at += 1)] ?? '').trim())
    fields[key] = nested.length > 0 ? readNested(value, nested) : readScalar(value)
  }
  return { ...fields }
}

function readNested(value: string, lines: readonly string[]): unknown {
  if (/^[>|][+-]?$/.test(value) || (value !== '' && !value.startsWith('['))) {
    const texts = /^[>|]/.test(value) ? lines : [value, ...lines]
    return texts.join(value.startsWith('|') ? '\n' : ' ')
  }
  if (value.startsWith('[')) return readScalar([value, ...lines].join(' '))
  const items = lines.filter((line) => line.startsWith('- '))
  // A list of maps (`- name: …`) keeps its names.
  return items.map((line) =>
    unquote(
      line
        .slice(2)
        .replace(/^name:\s*/, '')
        .trim(),
    ),
  )
}

function readScalar(value: string): unknown {
  if (value.startsWith('[') && value.endsWith(']')) return splitFlow(value.slice(1, -1))
  if (/^(?:~|null)?$/i.test(value)) return null
  if (value === 'true' || value === 'false') return value === 'true'
  return unquote(value)
}

function splitFlow(text: string): string[] {
  const items = text.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+/g) ?? []
  return items.map((item) => unquote(item.trim())).filter((item) => item !== '')
}

function unquote(value: string): string {
  const plain = value.replace(/\s+#\s.*$/, '')
  if (/^".*"$/s.test(plain))
    return plain
      .slice(1, -1)
      .replace(/\\(["\\/])/g, '$1')
      .replace(/\\n/g, '\n')
  return /^'.*'$/s.test(plain) ? plain.slice(1, -1).replaceAll("''", "'") : plain
}
