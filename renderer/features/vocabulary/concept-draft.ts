// A concept while somebody edits it: labels per language as plain texts. Pure; it must not know React.
import type { Concept, Label } from '../../../shared/domain/vocabulary.ts'

export interface ConceptDraft {
  readonly id: string
  /** By language; the empty key is for labels valid in every language. */
  readonly preferred: Readonly<Record<string, string>>
  /** One a line; what follows the last line end is still being typed. */
  readonly alternates: Readonly<Record<string, string>>
  readonly definition: string
  readonly parent: string
  readonly active: boolean
  readonly replacedBy: string
}

/** Languages the editor always offers. */
const offered = ['fr', 'en']

/** The languages a concept's form shows: French and English, then whatever else it has. */
export function languagesOf(draft: ConceptDraft): string[] {
  return [...new Set([...offered, ...Object.keys(draft.preferred), ...Object.keys(draft.alternates)])]
}

export function draftConcept(concept: Concept): ConceptDraft {
  const preferred: Record<string, string> = {}
  const alternates: Record<string, string> = {}
  for (const label of concept.labels) {
    const lang = label.lang ?? ''
    if (label.kind === 'preferred' && preferred[lang] === undefined) preferred[lang] = label.text
    else alternates[lang] = `${alternates[lang] ?? ''}${label.text}\n`
  }
  const { id, definition, parent, active, replacedBy } = concept
  return { id, preferred, alternates, definition: definition ?? '', parent: parent ?? '', active, replacedBy: replacedBy ?? '' }
}

const linesOf = (value: string): string[] => value.split('\n')

/** Names that are entered; what follows the last line end is not yet. */
export function wholeAlternates(value: string): string[] {
  return linesOf(value).slice(0, -1)
}

export function typedAlternate(value: string): string {
  return linesOf(value).at(-1) ?? ''
}

/** Enters what is being typed, once. */
export function withAlternate(value: string): string {
  const name = typedAlternate(value).trim()
  return [...new Set([...wholeAlternates(value), ...(name === '' ? [] : [name])]), ''].join('\n')
}

export function withoutAlternate(value: string, name: string): string {
  return [...wholeAlternates(value).filter((one) => one !== name), typedAlternate(value)].join('\n')
}

/** A stable id made from a label: lower case, no accents, hyphens. */
export function idFromLabel(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** A new concept for a term somebody proposed, or an empty one. */
export function newDraft(term: string, lang: string): ConceptDraft {
  return { id: idFromLabel(term), preferred: { [lang]: term }, alternates: {}, definition: '', parent: '', active: true, replacedBy: '' }
}

/** The concept of a draft. Empty labels are dropped. */
export function conceptOf(draft: ConceptDraft): Concept {
  const labels: Label[] = languagesOf(draft).flatMap((key) => {
    const lang = key === '' ? null : key
    const preferred = (draft.preferred[key] ?? '').trim()
    const others = (draft.alternates[key] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    return [
      ...(preferred === '' ? [] : [{ lang, text: preferred, kind: 'preferred' as const }]),
      ...others.map((text) => ({ lang, text, kind: 'alternate' as const })),
    ]
  })
  return {
    id: draft.id.trim(),
    labels,
    definition: draft.definition.trim() || null,
    parent: draft.parent || null,
    active: draft.active,
    replacedBy: draft.active ? null : draft.replacedBy || null,
  }
}
