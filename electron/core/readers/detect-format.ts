// Tells a file's format from its name and first bytes.
// It must not open files.
import { decodeLoosely } from './decode-text.ts'

export type Format = 'jsonl' | 'json' | 'csv' | 'feed' | 'wxr' | 'html' | 'markdown' | 'text' | 'docx' | 'rdf-xml' | 'turtle'

const byExtension: Readonly<Record<string, Format | 'xml' | 'any-json'>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'any-json',
  csv: 'csv',
  tsv: 'csv',
  xml: 'xml',
  rss: 'xml',
  atom: 'xml',
  rdf: 'xml',
  wxr: 'xml',
  skos: 'xml',
  owl: 'xml',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  docx: 'docx',
  ttl: 'turtle',
  nt: 'turtle',
  n3: 'turtle',
}

/** The format, or null for a file no reader takes. `first`: the first bytes, up to 64 KiB, UTF-16 already turned into UTF-8. */
export function detectFormat(name: string, first: Buffer): Format | null {
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
  const known = Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined
  if (known === 'xml') return detectXml(decodeLoosely(first)) ?? 'feed'
  if (known === 'any-json') return detectJson(decodeLoosely(first))
  if (known === 'jsonl') return decodeLoosely(first).trimStart().startsWith('[') ? 'json' : 'jsonl'
  if (known !== undefined) return known
  return extension === '' ? detectContent(first) : null
}

function detectContent(first: Buffer): Format | null {
  if (first.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return 'docx'
  const text = decodeLoosely(first).trimStart()
  if (text.startsWith('{') || text.startsWith('[')) return detectJson(text)
  if (/^(?:@prefix|PREFIX)\s/.test(text)) return 'turtle'
  if (text.startsWith('<')) return /^<(?:!doctype html|html)[\s>]/i.test(text) ? 'html' : detectXml(text)
  return text === '' || text.includes('\0') || text.includes('\ufffd\ufffd') ? null : 'text'
}

function detectXml(text: string): Format | null {
  if (/xmlns:wp\s*=\s*["']http:\/\/wordpress\.org\/export\//.test(text) && /<wp:\w/.test(text)) return 'wxr'
  if (/<(?:rss|feed|channel)[\s>]/.test(text) || text.includes('http://purl.org/rss/1.0/"')) return 'feed'
  if (/<(?:\w+:)?RDF[\s>]/.test(text) || text.includes('http://www.w3.org/2004/02/skos/core#')) return 'rdf-xml'
  return /<html[\s>]/i.test(text) ? 'html' : null
}

/** JSON Lines where the first line is a whole record and more follows; else values whatever their line breaks. */
function detectJson(text: string): 'json' | 'jsonl' {
  const start = text.trimStart()
  const end = start.indexOf('\n')
  if (!start.startsWith('{') || end === -1) return 'json'
  try {
    JSON.parse(start.slice(0, end))
    return 'jsonl'
  } catch {
    return 'json'
  }
}
