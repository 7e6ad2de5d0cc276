// Step three of tags: the vocabulary lock. Whatever an engine says, nothing outside the list comes through.
// It must not know how a tag was found.
import { tagValueSchema, type Proposal } from '../../../../shared/domain/suggestion.ts'
import { preferredLabel } from '../../../../shared/domain/vocabulary.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { standsIn } from '../evidence.ts'
import type { TagCandidates } from './candidates.ts'
import { maxTags } from './propose.ts'

/** Replaced concepts become their replacement, unknown ones and repeats go, false quotations are taken out; no evidence left, no tag. */
export function verifyTags(
  _item: TaskItem,
  proposals: readonly Proposal[],
  found: Pick<TagCandidates, 'lock' | 'article'>,
): readonly Proposal[] {
  const kept = new Map<string, Proposal>()
  for (const proposal of proposals) {
    const value = tagValueSchema.safeParse(proposal.value)
    const id = value.success ? found.lock.resolve(value.data.concept) : null
    const concept = id === null ? undefined : found.lock.active.get(id)
    if (!concept || kept.has(concept.id) || kept.size === maxTags) continue
    const evidence = proposal.evidence.filter((one) => standsIn(found.article, one))
    if (evidence.length === 0) continue
    kept.set(concept.id, {
      ...proposal,
      value: { concept: concept.id, label: preferredLabel(concept, found.article.lang ?? 'fr') },
      evidence,
    })
  }
  return [...kept.values()]
}
