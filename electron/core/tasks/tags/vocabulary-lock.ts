// The closed list: which concepts may be proposed, and where old ones lead.
// It must not know texts or models.
import type { Concept } from '../../../../shared/domain/vocabulary.ts'
import { foldToken } from '../../text/tokens.ts'

/** Nothing outside `active` ever leaves the tags room. */
export interface VocabularyLock {
  readonly active: ReadonlyMap<string, Concept>
  /** The active concept an id stands for now: itself, or the end of its replacements; null when there is none. */
  resolve(id: string): string | null
  /** The active concept that carries a label (or id), compared folded; null when none or several do. */
  named(label: string): string | null
}

const folded = (label: string): string =>
  foldToken(label)
    .replace(/[\s_-]+/gu, ' ')
    .trim()

export function vocabularyLock(concepts: readonly Concept[]): VocabularyLock {
  const all = new Map(concepts.map((concept) => [concept.id, concept]))
  const active = new Map(concepts.filter((concept) => concept.active).map((concept) => [concept.id, concept]))
  const resolve = (id: string): string | null => {
    const seen = new Set<string>()
    for (let at: string | null = id; at !== null && !seen.has(at); at = all.get(at)?.replacedBy ?? null) {
      if (active.has(at)) return at
      seen.add(at)
    }
    return null
  }
  const names = labelIndex(concepts, resolve)
  return { active, resolve, named: (label) => (all.has(label) ? resolve(label) : (names.get(folded(label)) ?? null)) }
}

/** Preferred labels win over alternates; a label two concepts share at the same rank names neither. */
function labelIndex(concepts: readonly Concept[], resolve: (id: string) => string | null): Map<string, string | null> {
  const names = new Map<string, string | null>()
  for (const kind of ['preferred', 'alternate', 'id'] as const) {
    const round = new Map<string, string | null>()
    for (const concept of concepts) {
      const target = resolve(concept.id)
      if (target === null) continue
      const labels = kind === 'id' ? [concept.id] : concept.labels.filter((label) => label.kind === kind).map((label) => label.text)
      for (const label of labels) {
        const name = folded(label)
        const other = round.get(name)
        round.set(name, other === undefined || other === target ? target : null)
      }
    }
    for (const [name, target] of round) if (!names.has(name)) names.set(name, target)
  }
  return names
}
