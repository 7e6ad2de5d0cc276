// RDF/XML to statements, by striped syntax: node elements and property elements in turn.
// It must not know SKOS. Entities a file declares are never expanded: such a file is refused.
import { SaxesParser } from 'saxes'
import { shortLang } from './skos.ts'
import type { Statement } from './skos.ts'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
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

/** The statements, or where the XML is broken. */
export function parseRdfXml(xml: string): { statements: Statement[] } | { at: string; reason: string } {
  const statements: Statement[] = []
  const stack: Open[] = []
  let blank = 0
  let problem: { at: string; reason: string } | null = null
  const parser = new SaxesParser({ xmlns: true })
  const refuse = (reason: string): void => {
    problem ??= { at: `line ${parser.line}`, reason }
  }
  parser.on('error', () => refuse('not well-formed XML'))
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) refuse('declares XML entities')
  })
  parser.on('opentag', (tag) => {
    if (problem !== null) return
    const attribute = (uri: string, local: string): string | undefined =>
      Object.values(tag.attributes).find((found) => found.uri === uri && found.local === local)?.value
    const parent = stack[stack.length - 1]
    const lang = shortLang(attribute('http://www.w3.org/XML/1998/namespace', 'lang')) ?? parent?.lang ?? null
    const isRoot = tag.uri === rdf && tag.local === 'RDF'
    if (isRoot || parent === undefined || parent.predicate !== null || parent.subject === null) {
      const about = attribute(rdf, 'about') ?? attribute(rdf, 'ID')
      const subject = isRoot ? null : (about ?? `_:b${(blank += 1)}`)
      if (subject !== null && !(tag.uri === rdf && tag.local === 'Description')) {
        statements.push({ subject, predicate: `${rdf}type`, object: tag.uri + tag.local, literal: false, lang: null })
      }
      if (parent?.predicate && subject !== null) {
        const owner = stack[stack.length - 2]?.subject
        if (owner) statements.push({ subject: owner, predicate: parent.predicate, object: subject, literal: false, lang: null })
        parent.nested = true
      }
      stack.push({ subject, predicate: null, resource: null, lang, text: '', nested: false })
    } else {
      stack.push({
        subject: null,
        predicate: tag.uri + tag.local,
        resource: attribute(rdf, 'resource') ?? null,
        lang,
        text: '',
        nested: false,
      })
    }
    if (stack.length > deepest) refuse('too deeply nested')
  })
  const addText = (text: string): void => {
    const top = stack[stack.length - 1]
    if (top?.predicate) top.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = stack.pop()
    const subject = stack[stack.length - 1]?.subject
    if (problem !== null || !closed?.predicate || !subject || closed.nested) return
    const literal = closed.resource === null
    statements.push({
      subject,
      predicate: closed.predicate,
      object: closed.resource ?? closed.text.trim(),
      literal,
      lang: literal ? closed.lang : null,
    })
  })
  parser.write(xml).close()
  return problem ?? { statements }
}
