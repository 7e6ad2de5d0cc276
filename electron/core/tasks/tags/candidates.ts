// Step one of tags: every concept something speaks for on this article.
// It must not know which ones will be proposed.
import type { Article } from '../../../../shared/domain/article.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import type { TagTeaching, TaskPorts } from '../ports.ts'
import { remembered } from '../remembered.ts'
import type { Candidates } from '../task-definition.ts'
import { believedHits, shifted, withRecords, type TagFeedback } from './feedback.ts'
import { labelMatcher, type LabelMatcher } from './label-matcher.ts'
import type { SparseVector } from '../../learning/sparse.ts'
import { fusedScores, untrainedFloor, untrainedScore } from './tag-fusion.ts'
import { compileRules, type FiredRule, type TagRules } from './tag-rules.ts'
import { tagSignals, type TagSignal } from './tag-signals.ts'
import { readTagger, type Tagger, type TagThresholds } from './tagger-model.ts'
import { vocabularyLock, type VocabularyLock } from './vocabulary-lock.ts'
import { weighArticle } from './weigh-article.ts'

export interface TagCandidates {
  readonly article: Article
  readonly lock: VocabularyLock
  readonly tagger: Tagger | null
  /** The article in the tagger's columns. */
  readonly vector: SparseVector
  /** Signals with their score, best first. */
  readonly ranked: readonly { readonly signal: TagSignal; readonly score: number }[]
  /** Under this nothing is proposed. */
  readonly floor: number
  /** Chosen on training data alone. */
  readonly thresholds: TagThresholds
  /** One-line rules that fire on the article. */
  readonly rules: readonly FiredRule[]
}

const untrainedThresholds: TagThresholds = { micro: untrainedFloor, macro: untrainedFloor }

const vocabularies = remembered<{ lock: VocabularyLock; matcher: LabelMatcher }>()
const taggers = remembered<Tagger | null>()
const ruleBooks = remembered<TagRules>()
const nothingTaught: TagTeaching = { revision: null, standing: null, today: '', rules: [], feedback: new Map() }

async function taggerOf(ports: TaskPorts): Promise<Tagger | null> {
  const digest = await ports.models.digest('tagger')
  if (digest === null) return null
  return taggers(digest, async () => {
    const bytes = await ports.models.load('tagger')
    return bytes && readTagger(bytes, ports.digest).tagger
  })
}

/**
 * Ranks every concept of the vocabulary that words, neighbours or the linear model speak for: no floor, no limit. `feedback`: what
 * people decided since the training.
 */
export function rankTags(
  article: Article,
  matcher: LabelMatcher,
  tagger: Tagger | null,
  feedback: TagFeedback = nothingTaught.feedback,
): Pick<TagCandidates, 'vector' | 'ranked'> {
  const notItself = tagger ? (row: number): boolean => tagger.neighbours.ids[row] !== article.id : undefined
  const read = weighArticle(article, matcher, tagger)
  const { hits, records } = believedHits(read.hits, ({ field, start, end }) => article[field].slice(start, end), feedback)
  const weighed = { ...read, hits }
  const signals = tagSignals(weighed, matcher, tagger, notItself)
  const scores = tagger ? fusedScores(signals, withRecords(tagger, hits, records), weighed.length) : signals.map(untrainedScore)
  const ranked = signals.map((signal, at) => ({ signal, score: shifted(scores[at]!, feedback.get(signal.concept)?.shift ?? 0) }))
  ranked.sort((a, b) => b.score - a.score || (a.signal.concept < b.signal.concept ? -1 : 1))
  return { vector: weighed.vector, ranked }
}

async function firedRules(article: Article, { rules, today, revision }: TagTeaching): Promise<readonly FiredRule[]> {
  if (rules.length === 0) return []
  const book = await ruleBooks(revision ?? '', async () => compileRules(rules))
  return book.fire(article, today)
}

export async function tagCandidates(item: TaskItem, ports: TaskPorts): Promise<Candidates<TagCandidates>> {
  if (item.kind !== 'article') return { abstained: 'wrong-item' }
  const { article } = item
  if (article.title.trim() === '' && article.body.trim() === '') return { abstained: 'empty-text' }
  const { lock, matcher } = await vocabularies(await ports.vocabulary.revision(), async () => {
    const made = vocabularyLock(await ports.vocabulary.concepts())
    return { lock: made, matcher: labelMatcher([...made.active.values()]) }
  })
  if (lock.active.size === 0) return { abstained: 'no-vocabulary' }
  const tagger = await taggerOf(ports)
  const thresholds = tagger?.fusion.thresholds ?? untrainedThresholds
  const taught = (await ports.teachings?.current()) ?? nothingTaught
  const rules = await firedRules(article, taught)
  const ranking = rankTags(article, matcher, tagger, taught.feedback)
  return { found: { article, lock, tagger, floor: thresholds.micro, thresholds, rules, ...ranking } }
}
