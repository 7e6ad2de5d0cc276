// Tagged articles made ready to learn from: sorted by date, tags resolved, texts read and weighed once.
// It must not know models.
import { fitTransform, type Tfidf } from '../../learning/tfidf.ts'
import type { SparseVector } from '../../learning/sparse.ts'
import { heaviest, normalised } from '../../learning/sparse.ts'
import type { Concept } from '../../../../shared/domain/vocabulary.ts'
import { readArticle, type TaggedText } from './article-reading.ts'
import { articleTerms } from './article-terms.ts'
import { conceptProfiles, profileTerms } from './concept-profiles.ts'
import { labelMatcher, type LabelMatcher } from './label-matcher.ts'
import { labelHits, type WeighedArticle } from './tag-signals.ts'
import { vocabularyLock } from './vocabulary-lock.ts'

/** One tagged article. `tags` are concept ids or labels as imported; what the vocabulary does not know is left out. */
export interface TagExample extends TaggedText {
  readonly id: string
  readonly date: string | null
  readonly tags: readonly string[]
}

export interface TaggerTraining {
  readonly examples: readonly TagExample[]
  readonly concepts: readonly Concept[]
}

/** Rows in order of date. */
export interface TrainingSet {
  readonly ids: readonly string[]
  readonly gold: readonly ReadonlySet<string>[]
  readonly articles: readonly WeighedArticle[]
  /** Concepts with at least one example: a label is a place in this list. */
  readonly concepts: readonly string[]
  readonly labelOf: ReadonlyMap<string, number>
  readonly tfidf: Tfidf
  readonly matcher: LabelMatcher
  readonly seed: number
}

const maxTerms = 120_000
/** An article's telling terms; its many faint ones cost training time and change nothing. */
const articleWidth = 150

/** The vector of an article as the models see it. */
export function trimmed(vector: SparseVector): SparseVector {
  return normalised(heaviest(vector, articleWidth))
}

const byDate = (a: TagExample, b: TagExample): number => {
  const [dayA, dayB] = [a.date ?? '', b.date ?? '']
  if (dayA !== dayB) return dayA < dayB ? -1 : 1
  return a.id < b.id ? -1 : 1
}

export function trainingSet({ examples, concepts }: TaggerTraining, seed: number): TrainingSet {
  const lock = vocabularyLock(concepts)
  const known = examples
    .map((example) => ({ example, gold: new Set(example.tags.map((tag) => lock.named(tag)).filter((id) => id !== null)) }))
    .filter(({ gold }) => gold.size > 0)
    .sort((a, b) => byDate(a.example, b.example))
  const matcher = labelMatcher([...lock.active.values()])
  const read = readAll(
    known.map(({ example }) => example),
    matcher,
  )
  const learned = [...new Set(known.flatMap(({ gold }) => [...gold]))].sort()
  return {
    ...read,
    ids: known.map(({ example }) => example.id),
    gold: known.map(({ gold }) => gold),
    concepts: learned,
    labelOf: new Map(learned.map((id, label) => [id, label])),
    matcher,
    seed,
  }
}

/** One article after the other: of a long archive only numbers stay in memory. */
function readAll(examples: readonly TagExample[], matcher: LabelMatcher): Pick<TrainingSet, 'tfidf' | 'articles'> {
  const hits: WeighedArticle['hits'][] = []
  const lengths: number[] = []
  function* terms(): Generator<string[]> {
    for (const example of examples) {
      const reading = readArticle(example)
      hits.push(labelHits(reading, matcher))
      lengths.push(reading.body.text.length)
      yield articleTerms(reading)
    }
  }
  const minDocuments = examples.length < 50 ? 1 : 2
  // The words concepts are described with count even where no example has them: they may be all a new concept has.
  const languages = new Set(examples.map((example) => example.lang))
  const always = new Set([...languages].flatMap((lang) => matcher.concepts.flatMap((concept) => profileTerms(concept, lang))))
  const { model: tfidf, vectors } = fitTransform(terms(), { minDocuments, maxShare: 0.6, maxTerms, always })
  const profiles = conceptProfiles(matcher.concepts, tfidf)
  const articles = vectors.map((whole, row) => ({
    vector: trimmed(whole),
    hits: hits[row]!,
    likeness: profiles.nearness(whole, examples[row]!.lang),
    length: lengths[row]!,
  }))
  return { tfidf, articles }
}
