// Evaluates tags: the tagger learned from the training articles, beside label match and kNN (and LR and their mean).
// It must not know files or the desk.
import type { Evaluation } from '../../../../shared/domain/evaluation.ts'
import { DeskError } from '../../../../shared/domain/error.ts'
import type { TagValue } from '../../../../shared/domain/suggestion.ts'
import type { Concept } from '../../../../shared/domain/vocabulary.ts'
import { answerItems, type System } from '../../evaluation/answer-items.ts'
import { drawSome } from '../../evaluation/folds.ts'
import type { LabelThresholds } from '../../evaluation/multi-label-f1.ts'
import { goldFinder, tagMetrics, vocabularyFromTags, type JudgedTags, type RankedTag } from '../../evaluation/tag-protocol.ts'
import { tagCandidates } from '../../tasks/tags/candidates.ts'
import { trainTagger } from '../../tasks/tags/train-tagger.ts'
import { askEngine } from './ask-engine.ts'
import { fitTagBaselines } from '../../evaluation/baselines/tag-baselines.ts'
import { articleOf, type DataOf, type EvaluatedArticle, type EvaluationOptions } from './evaluation-data.ts'
import { evaluationOf, stampOf, type EvaluationRun } from './evaluation-run.ts'
import { memoryPorts, sha256 } from './memory-ports.ts'
import { partsOf } from './parts.ts'

/** An article with the concepts its tags name. */
interface Tagged extends EvaluatedArticle {
  readonly gold: ReadonlySet<string>
}
interface TagSystem {
  readonly answer: System<Tagged, RankedTag[]>
  /** Known once an article was answered. */
  readonly thresholds: () => LabelThresholds
}

export async function evaluateTags(data: DataOf<'tags'>, options: EvaluationOptions, run: EvaluationRun): Promise<Evaluation> {
  const learnable = options.folds === null ? data.train : [...data.train, ...data.test]
  const concepts = data.vocabulary ?? vocabularyFromTags(learnable.map((article) => article.tags))
  const active = concepts.filter((concept) => concept.active).length
  if (active === 0)
    throw new DeskError('bad-input', '--vocabulary', 'no tag to choose from: name a vocabulary, or training articles with tags')
  const { tagged, reachable } = readGold(data.test, concepts)
  const test = drawSome(
    tagged.filter((article) => article.gold.size > 0),
    options.limit,
    options.seed,
  )
  if (test.length === 0) throw new DeskError('bad-input', '--test', 'no article with a tag of the vocabulary')
  const train = readGold(data.train, concepts).tagged
  const reading = {
    id: (article: Tagged) => article.id,
    text: (article: Tagged) => article.title + article.body,
    kind: () => 0,
  }
  const judged: JudgedTags[] = []
  const beside: Record<string, JudgedTags[]> = {}
  const times: number[] = []
  for (const part of partsOf({ train, test }, options, reading, run.note)) {
    const system = await fitSystem(part.train, concepts, options, run)
    const answered = await answerItems(part.test, system.answer, run, { label: 'tags', warmUp: run.engineOver ? 0 : 1 })
    times.push(...answered.times)
    const thresholds = system.thresholds()
    judged.push(...part.test.map(({ gold }, at) => ({ ranked: answered.answers[at] ?? [], gold, thresholds })))
    run.progress('tags: baselines')
    for (const [name, baseline] of Object.entries(fitTagBaselines(part.train, concepts, options)))
      (beside[name] ??= []).push(
        ...part.test.map((article) => ({ ranked: baseline.rank(article), gold: article.gold, thresholds: baseline.thresholds })),
      )
  }
  const baselines = Object.fromEntries(Object.entries(beside).map(([name, items]) => [name, tagMetrics(items, active)]))
  return evaluationOf(run, { task: 'tags', items: test.length, reachable, metrics: tagMetrics(judged, active), baselines, times })
}

/** Gold outside the vocabulary is dropped; `reachable` is the share that stays. */
function readGold(articles: readonly EvaluatedArticle[], concepts: readonly Concept[]): { tagged: Tagged[]; reachable: number } {
  const find = goldFinder(concepts)
  let [all, known] = [0, 0]
  const tagged = articles.map((article): Tagged => {
    const wanted = [...new Set(article.tags.map((tag) => tag.normalize('NFC').trim().toLowerCase()))]
    const found = wanted.map(find).filter((id) => id !== null)
    all += wanted.length
    known += found.length
    return { ...article, gold: new Set(found) }
  })
  return { tagged, reachable: all === 0 ? 0 : known / all }
}

async function fitSystem(
  train: readonly Tagged[],
  concepts: readonly Concept[],
  { seed }: EvaluationOptions,
  run: EvaluationRun,
): Promise<TagSystem> {
  run.progress(train.length === 0 ? 'tags: no training articles, label words alone' : `tags: learning from ${train.length} articles`)
  const examples = train.map((article) => ({ ...article, tags: [...article.gold] }))
  const tagger = trainTagger({ examples, concepts }, stampOf(seed), sha256)
  const ports = memoryPorts({ shipped: run.shipped, articles: train, concepts, models: { tagger } })
  const ask = askEngine(run, ports)
  if (ask) {
    const answer = async (article: Tagged): Promise<RankedTag[]> => {
      const item = { kind: 'article' as const, article: articleOf(article) }
      return (await ask('tags', item)).map(({ value, score }) => ({ concept: (value as TagValue).concept, score }))
    }
    // What such an engine proposes is its answer: there is nothing below to choose from.
    return { answer, thresholds: () => ({ micro: Number.NEGATIVE_INFINITY, macro: Number.NEGATIVE_INFINITY }) }
  }
  let thresholds: LabelThresholds = { micro: 0.5, macro: 0.5 }
  const answer = async (article: Tagged): Promise<RankedTag[]> => {
    const candidates = await tagCandidates({ kind: 'article', article: articleOf(article) }, ports)
    if ('abstained' in candidates) return []
    thresholds = candidates.found.thresholds
    const { ranked, lock } = candidates.found
    return unretired(ranked, (id) => lock.resolve(id))
  }
  return { answer, thresholds: () => thresholds }
}

/** Retired concepts under their replacement's name, each once. */
function unretired(
  ranked: readonly { readonly signal: { readonly concept: string }; readonly score: number }[],
  resolve: (id: string) => string | null,
): RankedTag[] {
  const best = new Map<string, number>()
  for (const { signal, score } of ranked) {
    const concept = resolve(signal.concept)
    if (concept !== null && !best.has(concept)) best.set(concept, score)
  }
  return [...best].map(([concept, score]) => ({ concept, score }))
}
