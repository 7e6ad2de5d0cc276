// Step two of tags: the best candidates over the floor, each with what speaks for it.
// It must not know the vocabulary's rules: the next step holds them.
import type { Evidence, Proposal } from '../../../../shared/domain/suggestion.ts'
import { preferredLabel } from '../../../../shared/domain/vocabulary.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { textEvidence } from '../evidence.ts'
import type { TagCandidates } from './candidates.ts'
import type { TagSignal } from './tag-signals.ts'
import { ruleEvidence, ruleScore } from './tag-rules.ts'
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

interface Weighed {
  readonly score: number
  readonly evidence: readonly Evidence[]
}

/** What the rules call for, by the concept in use now: which rule fired comes first in its evidence. */
function calledFor({ rules, lock, article }: TagCandidates): Map<string, Weighed> {
  const called = new Map<string, Weighed>()
  for (const fired of rules) {
    const id = lock.resolve(fired.rule.concept)
    if (id === null) continue
    const before = called.get(id)
    const evidence = [...(before?.evidence ?? []), ...ruleEvidence(article, fired)]
    called.set(id, { score: Math.max(before?.score ?? 0, ruleScore(fired.rule)), evidence })
  }
  return called
}

/** The rules' tags and the candidates over the floor, best first; a tag that both speak for has the evidence of both. */
export function proposeTags(_item: TaskItem, found: TagCandidates): readonly Proposal[] {
  const called = calledFor(found)
  const chosen = new Map<string, Weighed>()
  for (const { signal, score } of found.ranked) {
    // Concepts retired since the training take no place; those with a replacement do.
    const id = found.lock.resolve(signal.concept)
    if (id === null || chosen.has(id) || (score < found.floor && !called.has(id))) continue
    const rule = called.get(id)
    chosen.set(id, { score: Math.max(rule?.score ?? 0, score), evidence: [...(rule?.evidence ?? []), ...evidenceFor(signal, found)] })
  }
  for (const [id, rule] of called) if (!chosen.has(id)) chosen.set(id, rule)
  const best = [...chosen].sort(([, a], [, b]) => b.score - a.score).slice(0, maxTags)
  return best.map(([id, { score, evidence }]) => {
    const concept = found.lock.active.get(id)
    const label = concept ? preferredLabel(concept, found.article.lang ?? 'fr') : id
    return { value: { concept: id, label }, score, evidence: distinct(evidence), flags: [] }
  })
}

/** A rule and a label often point at the same words. */
function distinct(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [JSON.stringify(one), one])).values()]
}
