// Step two of links: the best targets with the words that tie them to the article and the words that would carry them.
// It must not know the archive.
import type { Article } from '../../../../shared/domain/article.ts'
import type { Evidence, LinkValue, Proposal } from '../../../../shared/domain/suggestion.ts'
import type { TextSpan } from '../../../../shared/domain/text-span.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { termsOf, termsWithPlaces } from '../../text/terms.ts'
import { tokenize } from '../../text/tokens.ts'
import { textEvidence, type Place } from '../evidence.ts'
import { findAnchor } from './anchor.ts'
import type { LinkCandidate, LinkCandidates } from './candidates.ts'
import { dayOf } from './may-link.ts'

export const mostLinks = 5
/** Below this the nearest piece of the archive is only the least far: nineteen in twenty of editors' links are above. */
const leastTie = 0.6
/** A reader meets no more than one link in so many words. */
const wordsALink = 25
const sameStoryCosine = 0.6
const sameStoryDays = 90
const mostPlaces = 5
const readCharacters = 20_000
/** Two ordinary words, or one rare one, make an anchor (weights are inverse frequencies, 1 without a model). */
const leastAnchor = { withModel: 6.5, without: 2 }

/** Places of the article's telling words that the target has too, each word once, rarest first. */
function sharedPlaces(found: LinkCandidates, target: Article): Place[] {
  const theirs = new Set([...termsOf(target.title, target.lang), ...termsOf(target.body.slice(0, readCharacters), target.lang)])
  const wanted = new Map([...found.terms].filter(([term]) => theirs.has(term)))
  const places: (Place & { weight: number })[] = []
  for (const field of ['title', 'body'] as const) {
    for (const { stem, start, end } of termsWithPlaces(found.article[field], found.article.lang)) {
      const weight = wanted.get(stem)
      if (weight === undefined) continue
      wanted.delete(stem)
      places.push({ field, start, end, weight })
    }
  }
  return places
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostPlaces)
    .map(({ field, start, end }) => ({ field, start, end }))
}

/** The target's title words with their rarity. */
function titleWeights(target: Article, found: LinkCandidates): Map<string, number> {
  const idf = (term: string): number => {
    if (!found.lsa) return 1
    const column = found.lsa.tfidf.columns.get(term)
    return column === undefined ? 1 : found.lsa.tfidf.idf[column]!
  }
  return new Map(termsOf(target.title, target.lang).map((term) => [term, idf(term)]))
}

function daysBetween(a: string | null, b: string | null): number {
  const [from, to] = [dayOf(a), dayOf(b)]
  return from === null || to === null ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(from) - Date.parse(to)) / 86_400_000
}

function typeOf(article: Article, { target, cosine }: LinkCandidate, shared: number): LinkValue['type'] {
  const sameStory = (cosine ?? 0) >= sameStoryCosine && shared >= 3 && daysBetween(article.date, target.date) <= sameStoryDays
  return sameStory ? 'chronology' : 'context'
}

export function proposeLinks(_item: TaskItem, found: LinkCandidates): readonly Proposal[] {
  const { article } = found
  const taken: TextSpan[] = []
  const most = Math.min(mostLinks, Math.ceil(tokenize(article.body.slice(0, readCharacters)).length / wordsALink))
  const proposals: Proposal[] = []
  for (const candidate of found.candidates) {
    if (proposals.length === most) break
    const places = sharedPlaces(found, candidate.target)
    const near = found.lsa === null ? places.length >= 3 : (candidate.tie ?? 0) >= leastTie
    if (!near || places.length === 0) continue
    const anchor = findAnchor(
      article.body,
      article.lang,
      titleWeights(candidate.target, found),
      found.lsa ? leastAnchor.withModel : leastAnchor.without,
      taken,
    )
    if (anchor) taken.push(anchor)
    const evidence: Evidence[] = places.map((place) => textEvidence(article, place))
    proposals.push({
      value: { article: candidate.target.id, anchor, type: typeOf(article, candidate, places.length) },
      score: candidate.score,
      evidence,
      flags: [],
    })
  }
  return proposals
}
