// Step one of tags: every concept something speaks for on this article.
// It must not know which ones will be proposed.
import type { Article } from '../../../../shared/domain/article.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import type { TaskPorts } from '../ports.ts'
import { remembered } from '../remembered.ts'
import type { Candidates } from '../task-definition.ts'
import { labelMatcher, type LabelMatcher } from './label-matcher.ts'
import { fusedScore, untrainedFloor, untrainedScore } from './tag-fusion.ts'
import { tagSignals, type ArticleSignals, type TagSignal } from './tag-signals.ts'
import { readTagger, type Tagger } from './tagger-model.ts'
import { vocabularyLock, type VocabularyLock } from './vocabulary-lock.ts'

export interface TagCandidates extends ArticleSignals {
  readonly article: Article
  readonly lock: VocabularyLock
  readonly tagger: Tagger | null
  /** Signals with their score, best first. */
  readonly ranked: readonly { readonly signal: TagSignal; readonly score: number }[]
  readonly floor: number
}

const vocabularies = remembered<{ lock: VocabularyLock; matcher: LabelMatcher }>()
const taggers = remembered<Tagger | null>()

async function taggerOf(ports: TaskPorts): Promise<Tagger | null> {
  const digest = await ports.models.digest('tagger')
  if (digest === null) return null
  return taggers(digest, async () => {
    const bytes = await ports.models.load('tagger')
    return bytes && readTagger(bytes, ports.digest).tagger
  })
}

/** Ranks every concept of the vocabulary that words, neighbours or the linear model speak for: no floor, no limit. */
export function rankTags(
  article: Article,
  matcher: LabelMatcher,
  tagger: Tagger | null,
): Pick<TagCandidates, 'vector' | 'signals' | 'ranked'> {
  const notItself = tagger ? (row: number): boolean => tagger.neighbours.ids[row] !== article.id : undefined
  const found = tagSignals(article, matcher, tagger, notItself)
  const ranked = found.signals.map((signal) => ({ signal, score: tagger ? fusedScore(signal, tagger) : untrainedScore(signal) }))
  ranked.sort((a, b) => b.score - a.score || (a.signal.concept < b.signal.concept ? -1 : 1))
  return { ...found, ranked }
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
  return { found: { article, lock, tagger, floor: tagger?.fusion.floor ?? untrainedFloor, ...rankTags(article, matcher, tagger) } }
}
