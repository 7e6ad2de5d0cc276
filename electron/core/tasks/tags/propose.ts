// Step two of tags: the best candidates over the floor, each with what speaks for it.
// It must not know the vocabulary's rules: the next step holds them.
import type { Evidence, Proposal } from '../../../../shared/domain/suggestion.ts'
import { preferredLabel } from '../../../../shared/domain/vocabulary.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { textEvidence } from '../evidence.ts'
import type { TagCandidates } from './candidates.ts'
import type { TagSignal } from './tag-signals.ts'
import { triggerPlaces } from './trigger-words.ts'

export const maxTags = 8
const maxPlaces = 5
const maxVoters = 3

function evidenceFor(signal: TagSignal, found: TagCandidates): Evidence[] {
  const { article, tagger, vector } = found
  const words = signal.hits.slice(0, maxPlaces).map(({ field, start, end }) => textEvidence(article, { field, start, end }))
  const voters = [...signal.votes].sort((a, b) => b.similarity - a.similarity).slice(0, maxVoters)
  const neighbours = voters.map((vote): Evidence => ({ kind: 'neighbour', article: vote.article, weight: vote.similarity }))
  if (words.length > 0 || !tagger) return [...words, ...neighbours]
  return [...triggerPlaces(article, tagger, vector, signal.concept, maxVoters).map((place) => textEvidence(article, place)), ...neighbours]
}

export function proposeTags(_item: TaskItem, found: TagCandidates): readonly Proposal[] {
  // Concepts retired since the training take no place; those with a replacement do, the lock renames them.
  const over = found.ranked
    .filter(({ signal, score }) => score >= found.floor && found.lock.resolve(signal.concept) !== null)
    .slice(0, maxTags)
  return over.map(({ signal, score }) => {
    const concept = found.lock.active.get(signal.concept)
    const label = concept ? preferredLabel(concept, found.article.lang ?? 'fr') : signal.concept
    return { value: { concept: signal.concept, label }, score, evidence: evidenceFor(signal, found), flags: [] }
  })
}
