// Step one of key points: the sentences of an article that could stand as points, with what each is worth.
// It must not know how many will be chosen.
import type { Article } from '../../../../shared/domain/article.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import type { SparseVector } from '../../learning/sparse.ts'
import type { Sentence } from '../../text/sentences.ts'
import { termsOf } from '../../text/terms.ts'
import type { Candidates } from '../task-definition.ts'
import { sentenceVectors } from './centrality.ts'
import { worthAlone, type Choosable } from './choose-sentences.ts'
import { apartness, countWords, isComplete, leaning } from './sentence-quality.ts'
import { expectedShares } from './sentence-worth.ts'
import { reportingSentences, type PlacedSentence } from './usable-sentences.ts'

export interface PointCandidate extends Choosable {
  readonly sentence: Sentence
  readonly vector: SparseVector
  /** Greater is better; only comparable within one article. */
  readonly score: number
}

export interface PointCandidates {
  readonly article: Article
  /** In article order. */
  readonly sentences: readonly PointCandidate[]
}

/** Under this many usable sentences the article is its own key point. */
const fewestSentences = 3
/** Long reads: what stands further down is never among the first points. */
const mostSentences = 250

/** What a sentence loses at most for hanging on another, and for a question, a call or a pointer on the page. */
const leaningLoss = 0.06
const apartLoss = 0.06

/** Paragraphs counted again among the sentences kept. */
function usable(article: Pick<Article, 'body' | 'lang'>): PlacedSentence[] {
  const kept = reportingSentences(article).filter(({ sentence }) => isComplete(sentence.text))
  const order = [...new Set(kept.map(({ paragraph }) => paragraph))]
  return kept.slice(0, mostSentences).map((one) => ({ ...one, paragraph: order.indexOf(one.paragraph) }))
}

/**
 * The sentences that can stand as points, in article order, each with the share of its words a written summary
 * would repeat; one that does not stand alone (a pronoun, a question, a call to act) is given less.
 */
export function scoreSentences(article: Pick<Article, 'title' | 'body' | 'lang'>): PointCandidate[] {
  const placed = usable(article)
  const terms = placed.map(({ sentence }) => termsOf(sentence.text, article.lang))
  const titleTerms = termsOf(article.title, article.lang)
  const vectors = sentenceVectors([...terms, titleTerms])
  const title = vectors.pop()!
  const signed = placed.map(({ sentence, paragraph, place }, at) => ({
    place,
    words: countWords(sentence.text),
    commas: sentence.text.split(',').length - 1,
    paragraph,
    terms: terms[at]!,
    vector: vectors[at]!,
  }))
  const shares = expectedShares(signed, title, titleTerms)
  return placed.map(({ sentence }, at) => {
    const { words, vector } = signed[at]!
    const shareAfter = shares[at]! * (1 - apartLoss * apartness(sentence.text))
    const share = Math.min(shareAfter, shares[at]! * (1 - leaningLoss * leaning(sentence.text, article.lang)))
    return { sentence, vector, words, share, shareAfter, place: signed[at]!.place, score: worthAlone({ words, share }) }
  })
}

export async function pointCandidates(item: TaskItem): Promise<Candidates<PointCandidates>> {
  if (item.kind !== 'article') return { abstained: 'wrong-item' }
  const sentences = scoreSentences(item.article)
  if (sentences.length < fewestSentences) return { abstained: 'too-short' }
  return { found: { article: item.article, sentences } }
}
