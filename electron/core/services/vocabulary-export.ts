// The thesaurus as a file that `importVocabulary` reads back: SKOS Turtle, or a table for a spreadsheet.
// It must not know where the file goes.
import type { Concept, Label } from '../../../shared/domain/vocabulary.ts'
import { listConcepts } from '../store/concept-rows.ts'
import type { DeskContext } from './context.ts'
import { csvField } from './formats/markup.ts'
import { idOfIri, iriOf } from './tag-iri.ts'

export type VocabularyFile = { name: string; mime: string; content: string; concepts: number }

export async function exportVocabulary(desk: Pick<DeskContext, 'store' | 'clock'>, format: 'turtle' | 'csv'): Promise<VocabularyFile> {
  const concepts = await listConcepts(desk.store.read)
  const day = desk.clock().toISOString().slice(0, 10)
  const made =
    format === 'turtle'
      ? { name: `thesaurus-${day}.ttl`, mime: 'text/turtle', content: turtleOf(concepts) }
      : { name: `thesaurus-${day}.csv`, mime: 'text/csv', content: csvOf(concepts) }
  return { ...made, concepts: concepts.length }
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function literal(text: string, lang: string | null): string {
  const tagged = lang !== null && /^[a-z]+(-[a-z0-9]+)*$/i.test(lang) ? `@${lang}` : ''
  return `"${text.replace(/["\\\n\r\t]/g, (sign) => escapes[sign] ?? sign)}"${tagged}`
}

/** SKOS allows one preferred label a language: a second one is an alternate, as the importer reads it. */
function labelLines(labels: readonly Label[]): string[] {
  const preferred = new Set<string>()
  return labels.map(({ lang, text, kind }) => {
    const first = kind === 'preferred' && !preferred.has(lang ?? '')
    if (first) preferred.add(lang ?? '')
    return `skos:${first ? 'prefLabel' : 'altLabel'} ${literal(text, lang)}`
  })
}

function turtleOf(concepts: readonly Concept[]): string {
  const head = [
    '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .',
    '@prefix dcterms: <http://purl.org/dc/terms/> .',
    '@prefix owl: <http://www.w3.org/2002/07/owl#> .',
  ]
  const blocks = concepts.map((concept) => {
    const lines = [
      'a skos:Concept',
      ...labelLines(concept.labels),
      ...(concept.definition === null ? [] : [`skos:definition ${literal(concept.definition, null)}`]),
      ...(concept.parent === null ? [] : [`skos:broader <${iriOf(concept.parent)}>`]),
      ...(concept.active ? [] : ['owl:deprecated true']),
      ...(concept.replacedBy === null ? [] : [`dcterms:isReplacedBy <${iriOf(concept.replacedBy)}>`]),
    ]
    return `<${iriOf(concept.id)}> ${lines.join(' ;\n  ')} .`
  })
  return `${[head.join('\n'), ...blocks].join('\n\n')}\n`
}

/** Languages the importer reads a column of; labels of others leave in the Turtle only. */
const columns = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt'] as const

function csvOf(concepts: readonly Concept[]): string {
  const has = (lang: string) => concepts.some((concept) => concept.labels.some((label) => label.lang === lang))
  const langs = columns.filter((lang) => lang === 'fr' || lang === 'en' || has(lang))
  const header = ['id', ...langs, 'label', 'aliases_fr', 'aliases_en', 'aliases', 'definition', 'parent', 'active', 'replaced_by']
  const rows = concepts.map((concept) => {
    const preferred = (lang: string | null) => concept.labels.find((one) => one.kind === 'preferred' && one.lang === lang)?.text ?? ''
    const others = (take: (label: Label) => boolean) => joined(concept.labels.filter((one) => one.kind === 'alternate' && take(one)))
    return [
      concept.id,
      ...langs.map(preferred),
      preferred(null),
      others((one) => one.lang === 'fr'),
      others((one) => one.lang === 'en'),
      others((one) => one.lang !== 'fr' && one.lang !== 'en'),
      concept.definition ?? '',
      concept.parent ?? '',
      concept.active ? 'true' : 'false',
      concept.replacedBy ?? '',
    ]
  })
  return `${[header, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`
}

/** As the importer splits lists: by semicolons wherever there is one, else by commas. */
function joined(labels: readonly Label[]): string {
  const texts = labels.map((label) => label.text)
  return texts.length === 1 && texts[0]?.includes(',') ? `${texts[0]};` : texts.join(';')
}

/** A concept read from a file of ours: ids that left as addresses come back as they were. */
export function withOwnIds(concept: Concept): Concept {
  const own = (id: string | null) => (id === null ? null : idOfIri(id))
  return { ...concept, id: idOfIri(concept.id), parent: own(concept.parent), replacedBy: own(concept.replacedBy) }
}
