// Step three of key points: every claim is held against its article, whoever wrote it.
// It must not change a claim.
import { keyPointValueSchema, type Flag, type Proposal } from '../../../../shared/domain/suggestion.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { checkClaim, isVerbatim } from '../../text/fact-lock.ts'
import { standsIn } from '../evidence.ts'
import { mostPoints } from './propose.ts'

/** `verbatim` is said by code, once: the claim stands in the article to the letter. */
function flagsOf(text: string, item: Extract<TaskItem, { kind: 'article' }>): Flag[] {
  const found = checkClaim({ claim: text, article: item.article }).filter((flag) => flag.code !== 'verbatim')
  return item.article.body.includes(text) && isVerbatim(text, item.article)
    ? [{ code: 'verbatim', start: 0, end: text.length }, ...found]
    : found
}

/** Drops empty and repeated claims and false quotations; a claim with nothing to show for it is dropped too. */
export function verifyKeyPoints(item: TaskItem, proposals: readonly Proposal[]): readonly Proposal[] {
  if (item.kind !== 'article') return []
  const seen = new Set<string>()
  return proposals.slice(0, mostPoints).flatMap((proposal) => {
    const value = keyPointValueSchema.safeParse(proposal.value)
    if (!value.success || seen.has(value.data.text)) return []
    seen.add(value.data.text)
    const evidence = proposal.evidence.filter((one) => standsIn(item.article, one))
    return evidence.length === 0 ? [] : [{ ...proposal, value: value.data, evidence, flags: flagsOf(value.data.text, item) }]
  })
}
