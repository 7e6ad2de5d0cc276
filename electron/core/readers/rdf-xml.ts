// RDF/XML to statements, by striped syntax: node elements and property elements in turn.
// It must not know SKOS. Entities a file declares are never expanded: such a file is refused.
import { SaxesParser } from 'saxes'
import type { SaxesTagNS } from 'saxes'
import { shortLang } from './skos.ts'
import type { Statement } from './skos.ts'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xmlSpace = 'http://www.w3.org/XML/1998/namespace'
const deepest = 100

/** One open element: a node has a subject, a property has a predicate. */
type Open = {
  subject: string | null
  predicate: string | null
  resource: string | null
  lang: string | null
  text: string
  nested: boolean
}

/** What the parser has read so far: statements, and the elements still open. */
class RdfReader {
  readonly statements: Statement[] = []
  readonly #stack: Open[] = []
  #blank = 0

  /** False where the elements nest too deeply. */
  open(tag: SaxesTagNS): boolean {
    const parent = this.#stack.at(-1)
    const lang = shortLang(attributeOf(tag, xmlSpace, 'lang')) ?? parent?.lang ?? null
    const root = tag.uri === rdf && tag.local === 'RDF'
    if (root) this.#push({ lang })
    else if (parent?.subject) this.#push({ lang, predicate: tag.uri + tag.local, resource: attributeOf(tag, rdf, 'resource') ?? null })
    else this.#push({ lang, subject: this.#openNode(tag, parent) })
    return this.#stack.length <= deepest
  }

  text(text: string): void {
    const top = this.#stack.at(-1)
    if (top?.predicate) top.text += text
  }

  close(): void {
    const closed = this.#stack.pop()
    const subject = this.#stack.at(-1)?.subject
    if (!closed?.predicate || !subject || closed.nested) return
    const literal = closed.resource === null
    const object = closed.resource ?? closed.text.trim()
    this.statements.push({ subject, predicate: closed.predicate, object, literal, lang: literal ? closed.lang : null })
  }

  #push(open: Partial<Open>): void {
    this.#stack.push({ subject: null, predicate: null, resource: null, lang: null, text: '', nested: false, ...open })
  }

  #openNode(tag: SaxesTagNS, parent: Open | undefined): string {
    const subject = attributeOf(tag, rdf, 'about') ?? attributeOf(tag, rdf, 'ID') ?? `_:b${(this.#blank += 1)}`
    if (tag.uri !== rdf || tag.local !== 'Description') {
      this.statements.push({ subject, predicate: `${rdf}type`, object: tag.uri + tag.local, literal: false, lang: null })
    }
    const owner = this.#stack.at(-2)?.subject
    if (parent?.predicate) {
      if (owner) this.statements.push({ subject: owner, predicate: parent.predicate, object: subject, literal: false, lang: null })
      parent.nested = true
    }
    return subject
  }
}

function attributeOf(tag: SaxesTagNS, uri: string, local: string): string | undefined {
  return Object.values(tag.attributes).find((found) => found.uri === uri && found.local === local)?.value
}

/** The statements, or where the XML is broken. */
export function parseRdfXml(xml: string): { statements: Statement[] } | { at: string; reason: string } {
  const reader = new RdfReader()
  let reason = 'not well-formed XML'
  const parser = new SaxesParser({ xmlns: true })
  // Stops at the first fault: nothing of a broken file is kept, and what follows could only cost time.
  const refuse = (why: string): never => {
    reason = why
    throw new SyntaxError(why)
  }
  parser.on('error', () => refuse(reason))
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) refuse('declares XML entities')
  })
  parser.on('opentag', (tag) => {
    if (!reader.open(tag)) refuse('too deeply nested')
  })
  parser.on('text', (text) => reader.text(text))
  parser.on('cdata', (text) => reader.text(text))
  parser.on('closetag', () => reader.close())
  try {
    parser.write(xml).close()
  } catch {
    return { at: `line ${parser.line}`, reason }
  }
  return { statements: reader.statements }
}
