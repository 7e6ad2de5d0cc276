// The thesaurus as rows: a tree that can be folded, or the matches of a search. Pure.
// It must not know React.
import { preferredLabel, type Concept } from '../../../shared/domain/vocabulary.ts'

export type CountedConcept = { concept: Concept; articles: number }
export type ConceptRow = CountedConcept & { label: string; depth: number; children: number; matched: string | null }

/** Lower case without accents. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

const byLabel = (lang: string) => (a: CountedConcept, b: CountedConcept) =>
  preferredLabel(a.concept, lang).localeCompare(preferredLabel(b.concept, lang), lang)

/** Concepts whose label, alternate or id contains what is typed, as a flat list. */
export function searchRows(concepts: readonly CountedConcept[], typed: string, lang: string): ConceptRow[] {
  const query = foldText(typed)
  const rows: ConceptRow[] = []
  for (const one of concepts.toSorted(byLabel(lang))) {
    const label = preferredLabel(one.concept, lang)
    const other = one.concept.labels.find((candidate) => foldText(candidate.text).includes(query))
    if (foldText(label).includes(query)) rows.push({ ...one, label, depth: 0, children: 0, matched: null })
    else if (other || foldText(one.concept.id).includes(query))
      rows.push({ ...one, label, depth: 0, children: 0, matched: other?.text ?? one.concept.id })
  }
  return rows
}

/** The tree, roots first; `folded` concepts hide what is under them. A parent that is missing or circular makes a root. */
export function treeRows(concepts: readonly CountedConcept[], folded: ReadonlySet<string>, lang: string): ConceptRow[] {
  const ids = new Set(concepts.map((one) => one.concept.id))
  const under = new Map<string | null, CountedConcept[]>()
  for (const one of concepts.toSorted(byLabel(lang))) {
    const { parent } = one.concept
    const key = parent !== null && ids.has(parent) && parent !== one.concept.id ? parent : null
    under.set(key, [...(under.get(key) ?? []), one])
  }
  const rows: ConceptRow[] = []
  const seen = new Set<string>()
  const visit = (one: CountedConcept, depth: number) => {
    if (seen.has(one.concept.id)) return
    seen.add(one.concept.id)
    const children = under.get(one.concept.id) ?? []
    rows.push({ ...one, label: preferredLabel(one.concept, lang), depth, children: children.length, matched: null })
    if (folded.has(one.concept.id)) for (const child of children) hide(child)
    else for (const child of children) visit(child, depth + 1)
  }
  const hide = (one: CountedConcept) => {
    if (seen.has(one.concept.id)) return
    seen.add(one.concept.id)
    for (const child of under.get(one.concept.id) ?? []) hide(child)
  }
  for (const root of under.get(null) ?? []) visit(root, 0)
  // What only hangs on a circle of parents was never reached.
  for (const one of concepts) visit(one, 0)
  return rows
}
