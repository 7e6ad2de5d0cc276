// Finds tags of the thesaurus by what a person types. Pure; it must not know React.
import { preferredLabel, type Concept } from '../../../shared/domain/vocabulary.ts'

/** Lower case without accents, for comparing what is typed with what is stored. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

export type RankedConcept = { id: string; label: string; matched: string | null }

/** 0 the same, 1 begins so, 2 a word begins so, 3 contains it, 4 nothing. */
function distance(label: string, query: string): number {
  const folded = foldText(label)
  if (folded === query) return 0
  if (folded.startsWith(query)) return 1
  if (folded.includes(` ${query}`) || folded.includes(`-${query}`)) return 2
  return folded.includes(query) ? 3 : 4
}

/** Active tags whose label or alternate matches, best first; `matched` is the alternate that did. */
export function rankLabels(concepts: readonly Concept[], typed: string, lang: string, limit = 12): RankedConcept[] {
  const query = foldText(typed)
  if (query === '') return []
  const found: (RankedConcept & { rank: number })[] = []
  for (const concept of concepts) {
    if (!concept.active) continue
    const label = preferredLabel(concept, lang)
    let best = { rank: distance(label, query), matched: null as string | null }
    for (const other of concept.labels) {
      const rank = distance(other.text, query)
      if (rank < best.rank) best = { rank, matched: other.text === label ? null : other.text }
    }
    if (best.rank < 4) found.push({ id: concept.id, label, ...best })
  }
  return found.toSorted((a, b) => a.rank - b.rank || a.label.localeCompare(b.label, lang)).slice(0, limit)
}
