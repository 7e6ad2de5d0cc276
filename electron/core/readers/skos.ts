// SKOS statements to concepts, whatever they were written in.
// It must not know RDF/XML or Turtle.
import { normalise } from '../text/normalise.ts'
import type { Concept, Label } from '../../../shared/domain/vocabulary.ts'
import { isUnreadable } from './record-fields.ts'
import { recordId, referenceId } from './record-id.ts'
import type { Piece } from './source.ts'

/** One RDF statement. `object` is an IRI (or blank node) where `literal` is false. */
export type Statement = { subject: string; predicate: string; object: string; literal: boolean; lang: string | null }

const skos = 'http://www.w3.org/2004/02/skos/core#'
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const deprecated = 'http://www.w3.org/2002/07/owl#deprecated'
const replaced = ['http://purl.org/dc/terms/isReplacedBy', 'http://purl.org/dc/terms/replacedBy']

type Node = {
  labels: Label[]
  definitions: { lang: string | null; text: string }[]
  broader: string | null
  active: boolean
  replacedBy: string | null
}

/** One piece per concept, in the order of first mention. */
export function* readSkos(statements: Iterable<Statement>): Generator<Piece<Concept>> {
  const nodes = new Map<string, Node>()
  const concepts = new Set<string>()
  const narrower: { parent: string; child: string }[] = []
  for (const statement of statements) {
    const { subject, predicate, object } = statement
    if (predicate === rdfType && object === `${skos}Concept`) concepts.add(subject)
    else if (predicate === `${skos}narrower`) narrower.push({ parent: subject, child: object })
    else {
      const node = nodes.get(subject) ?? { labels: [], definitions: [], broader: null, active: true, replacedBy: null }
      if (apply(node, statement)) nodes.set(subject, node)
      if (predicate === `${skos}prefLabel`) concepts.add(subject)
    }
  }
  for (const { parent, child } of narrower) {
    const node = nodes.get(child)
    if (node !== undefined) node.broader ??= parent
  }
  let number = 0
  for (const subject of concepts) {
    number += 1
    yield toConcept(subject, nodes.get(subject), `record ${number}`)
  }
}

function apply(node: Node, { predicate, object, literal, lang }: Statement): boolean {
  const name = predicate.startsWith(skos) ? predicate.slice(skos.length) : predicate
  if (literal && (name === 'prefLabel' || name === 'altLabel' || name === 'hiddenLabel')) {
    const preferred = name === 'prefLabel' && !node.labels.some((label) => label.kind === 'preferred' && label.lang === lang)
    node.labels.push({ lang, text: object, kind: preferred ? 'preferred' : 'alternate' })
  } else if (literal && (name === 'definition' || name === 'scopeNote'))
    node.definitions[name === 'definition' ? 'unshift' : 'push']({ lang, text: object })
  else if (!literal && name === 'broader') node.broader ??= object
  else if (name === deprecated) node.active = !['true', '1'].includes(object)
  else if (replaced.includes(name)) node.replacedBy ??= object
  else return false
  return true
}

function toConcept(subject: string, node: Node | undefined, at: string): Piece<Concept> {
  const labels = (node?.labels ?? [])
    .map((label) => ({ ...label, text: normalise(label.text).replace(/\s+/g, ' ').trim() }))
    .filter((label) => label.text !== '')
  if (node === undefined || !labels.some((label) => label.kind === 'preferred')) return { at, reason: 'no preferred label' }
  if (labels.some((label) => isUnreadable(label.text))) return { at, reason: 'label holds an unreadable character' }
  const definition =
    ['fr', 'en', null].map((lang) => node.definitions.find((found) => found.lang === lang)).find(Boolean) ?? node.definitions[0]
  if (definition !== undefined && isUnreadable(definition.text)) return { at, reason: 'definition holds an unreadable character' }
  return {
    at,
    draft: {
      id: recordId({ own: subject, path: subject }),
      labels,
      definition: definition === undefined ? null : normalise(definition.text).trim() || null,
      parent: referenceId(node.broader),
      active: node.active,
      replacedBy: referenceId(node.replacedBy),
    },
  }
}

/** A language tag without its region. */
export function shortLang(tag: string | undefined): string | null {
  return tag === undefined || tag === '' ? null : (tag.toLowerCase().split('-')[0] ?? null)
}
