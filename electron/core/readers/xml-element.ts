// A small piece of XML as a tree, by a strict parser that expands no entity of the file's own.
// It must not know feeds or vocabularies.
import { SaxesParser } from 'saxes'
import { namedEntities } from './html-entities.ts'

export type XmlElement = {
  uri: string
  local: string
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  /** The element's own text, CDATA included. */
  text: string
  /** What stands between its tags, as written. */
  inner: string
}

const deepest = 200
/** XML's five and those of HTML that careless feeds use; never any that the file declares. */
const entities: Record<string, string> = Object.assign(Object.create(null), namedEntities)
/** Prefixes that feeds use without declaring them. */
const usualNamespaces = {
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  excerpt: 'http://wordpress.org/export/1.2/excerpt/',
  wfw: 'http://wellformedweb.org/CommentAPI/',
  wp: 'http://wordpress.org/export/1.2/',
  media: 'http://search.yahoo.com/mrss/',
  atom: 'http://www.w3.org/2005/Atom',
  slash: 'http://purl.org/rss/1.0/modules/slash/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
}

/** The namespaces declared in a document's head, default included (key `''`). */
export function readNamespaces(head: string): Record<string, string> {
  const found: Record<string, string> = { ...usualNamespaces }
  for (const match of head.slice(0, 20_000).matchAll(/\sxmlns(?::([\w.-]{1,40}))?\s*=\s*(?:"([^"<]{0,200})"|'([^'<]{0,200})')/g)) {
    if (match[1] !== 'xml' && match[1] !== 'xmlns') found[match[1] ?? ''] = match[2] ?? match[3] ?? ''
  }
  return found
}

/** The element, or null where it is not well-formed (an undeclared entity included). */
export function parseXmlElement(xml: string, namespaces: Record<string, string>): XmlElement | null {
  const parser = new SaxesParser({ xmlns: true, additionalNamespaces: namespaces })
  parser.ENTITIES = entities
  const root: XmlElement = { uri: '', local: '', attributes: {}, children: [], text: '', inner: '' }
  const stack: { element: XmlElement; from: number }[] = [{ element: root, from: 0 }]
  const top = (): XmlElement => stack[stack.length - 1]?.element ?? root
  // Stops at the first fault: what follows could only cost time.
  const stop = (): never => {
    throw new SyntaxError('not well-formed')
  }
  parser.on('error', stop)
  parser.on('doctype', stop)
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]))
    const element: XmlElement = { uri: tag.uri, local: tag.local, attributes, children: [], text: '', inner: '' }
    top().children.push(element)
    stack.push({ element, from: parser.position })
    if (stack.length > deepest) stop()
  })
  parser.on('text', (text) => {
    top().text += text
  })
  parser.on('cdata', (text) => {
    top().text += text
  })
  parser.on('closetag', (tag) => {
    const closed = stack.pop()
    if (closed === undefined || tag.isSelfClosing) return
    const written = xml.slice(closed.from, parser.position)
    closed.element.inner = written.slice(0, Math.max(0, written.lastIndexOf('</')))
  })
  try {
    parser.write(xml).close()
  } catch {
    return null
  }
  return root.children.length === 1 ? (root.children[0] ?? null) : null
}

/** The text of the first child with this name (and namespace, by the start of its URI), trimmed; null when absent or empty. */
export function childText(element: XmlElement, local: string, uri?: string): string | null {
  const text = children(element, local, uri)[0]?.text.trim()
  return text === undefined || text === '' ? null : text
}

export function children(element: XmlElement, local: string, uri?: string): XmlElement[] {
  return element.children.filter((child) => child.local === local && (uri === undefined || child.uri.startsWith(uri)))
}
