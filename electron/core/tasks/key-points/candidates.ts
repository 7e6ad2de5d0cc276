// Step one of key points: the sentences of an article that could stand as points, with what each is worth.
// It must not know how many will be chosen.
import type { Article } from '../../../../shared/domain/article.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { dot, type SparseVector } from '../../learning/sparse.ts'
import { markBoilerplate } from '../../text/boilerplate.ts'
import { segment, type Sentence } from '../../text/sentences.ts'
import { termsOf } from '../../text/terms.ts'
import { tokenize } from '../../text/tokens.ts'
import type { Candidates } from '../task-definition.ts'
import { centrality, sentenceVectors } from './centrality.ts'
import { isComplete, leaning, longestPoint } from './sentence-quality.ts'

export interface PointCandidate {
  readonly sentence: Sentence
  readonly vector: SparseVector
  readonly score: number
}

export interface PointCandidates {
  readonly article: Article
  /** In article order. */
  readonly sentences: readonly PointCandidate[]
}

/** Under this many usable sentences the article is its own key point. */
const fewestSentences = 3
/** Long reads: what stands further down is never among the first points, and centrality costs the square. */
const mostSentences = 250

/** Opening first: news tells the essential there, and the weight halves about every four sentences. */
const positionWeight = (at: number): number => 1 / (1 + at / 4)

/** A point is read at a glance: beyond some 25 words each word counts against it. */
function brevity(sentence: string): number {
  const words = tokenize(sentence).length
  return 1 - 0.4 * Math.min(1, Math.max(0, words - 25) / (longestPoint - 25))
}

function usable(body: string, lang: string | null): Sentence[] {
  const furniture = markBoilerplate(body)
  const inFurniture = (sentence: Sentence): boolean => furniture.some((line) => sentence.start < line.end && sentence.end > line.start)
  return segment(body, lang)
    .filter((sentence) => !inFurniture(sentence) && isComplete(sentence.text))
    .slice(0, mostSentences)
}

/** Sentences with their worth: position × centrality, nearness to the title, and whether they stand alone. */
export function scoreSentences(article: Pick<Article, 'title' | 'body' | 'lang'>): PointCandidate[] {
  const sentences = usable(article.body, article.lang)
  const vectors = sentenceVectors([...sentences.map(({ text }) => termsOf(text, article.lang)), termsOf(article.title, article.lang)])
  const title = vectors.pop()
  const ranks = centrality(vectors)
  return sentences.map((sentence, at) => {
    const nearTitle = title ? dot(vectors[at]!, title) : 0
    const worth = positionWeight(at) * (0.5 + ranks[at]!) + 0.4 * nearTitle
    return { sentence, vector: vectors[at]!, score: worth * brevity(sentence.text) * (1 - 0.4 * leaning(sentence.text, article.lang)) }
  })
}

export async function pointCandidates(item: TaskItem): Promise<Candidates<PointCandidates>> {
  if (item.kind !== 'article') return { abstained: 'wrong-item' }
  const sentences = scoreSentences(item.article)
  if (sentences.length < fewestSentences) return { abstained: 'too-short' }
  return { found: { article: item.article, sentences } }
}
