// The desk's own gold: what people validated here, in the form of evaluation files.
// It must not know metrics or engines.
import type { Task, KeyPointValue, LinkValue, TagValue } from '../../../../shared/domain/suggestion.ts'
import { findArticles, trainingTexts } from '../../store/article-rows.ts'
import { countDecidedComments, decidedComments } from '../../store/comment-rows.ts'
import { listConcepts } from '../../store/concept-rows.ts'
import type { Readable } from '../../store/database.ts'
import { fromJson } from '../../store/rows.ts'
import { listSuggestions, type SuggestionRow } from '../../store/suggestion-rows.ts'
import type { EvaluatedArticle, EvaluationData } from './evaluation-data.ts'

export interface Gold {
  readonly data: EvaluationData
  /** Items that can be tested, and the validated outputs (moderation: decisions) they stand on. */
  readonly items: number
  readonly outputs: number
}

/** Newest first beyond this: an evaluation is to end the same day. */
const mostArticles = 20_000
const mostComments = 50_000
const atATime = 500

/**
 * Gold of a task. Tags, key points, links: items of which no proposal waits any more, with what was accepted, edited or added
 * by a person; what was rejected, withdrawn or grew stale is no gold, so a system that gives it again is wrong.
 * Moderation: comments held or published, here or before the import; doubt is no gold.
 * Articles whose rights forbid AI use are neither tested nor learned from.
 */
export async function readGold(db: Readable, task: Task): Promise<Gold> {
  if (task === 'moderation') return moderationGold(db)
  const decided = await decidedItems(db, task)
  const outputs = [...decided.values()].reduce((sum, rows) => sum + rows.length, 0)
  const items = await articlesOf(db, [...decided.keys()])
  const of = (article: EvaluatedArticle): SuggestionRow[] => decided.get(article.id) ?? []
  if (task === 'tags') {
    const test = items.map((article) => ({ ...article, tags: of(article).map((row) => fromJson<TagValue>(row.value).concept) }))
    const tested = new Set(test.map((article) => article.id))
    const archive = await trainingTexts(db, { tagged: true, limit: mostArticles })
    const train = archive.filter((article) => !tested.has(article.id)).map((article) => ({ ...article, kind: null }))
    return { data: { task, train, test, vocabulary: await listConcepts(db) }, items: test.length, outputs }
  }
  if (task === 'key-points') {
    const points = (article: EvaluatedArticle): string[] => of(article).map((row) => fromJson<KeyPointValue>(row.value).text)
    const test = items.map((article) => ({ ...article, summary: null, summaryPoints: points(article) }))
    return { data: { task, test }, items: test.length, outputs }
  }
  const links = items.flatMap((article) =>
    of(article).map((row) => {
      const value = fromJson<LinkValue>(row.value)
      return { source: article.id, target: value.article, anchor: value.anchor?.quote ?? null }
    }),
  )
  const ids = (await trainingTexts(db, { tagged: false, limit: mostArticles })).map((article) => article.id)
  const corpus = await articlesOf(db, [...new Set([...ids, ...items.map((article) => article.id)])])
  return { data: { task, corpus, links }, items: items.length, outputs }
}

/** How much gold there is, without reading it: items (rights not looked at) and the validated outputs they stand on. */
export async function countGold(db: Readable, task: Task): Promise<{ items: number; outputs: number }> {
  if (task === 'moderation') {
    const decisions = await countDecidedComments(db)
    return { items: decisions, outputs: decisions }
  }
  const decided = await decidedItems(db, task)
  return { items: decided.size, outputs: [...decided.values()].reduce((sum, rows) => sum + rows.length, 0) }
}

/** Validated outputs by item, for items with no proposal left to decide. */
async function decidedItems(db: Readable, task: Task): Promise<Map<string, SuggestionRow[]>> {
  const open = await listSuggestions(db, { task, states: ['proposed', 'unsure'] })
  const waiting = new Set(open.map((row) => row.item))
  const validated = await listSuggestions(db, { task, states: ['accepted', 'edited'] })
  return Map.groupBy(
    validated.filter((row) => !waiting.has(row.item)),
    (row) => row.item,
  )
}

async function articlesOf(db: Readable, ids: readonly string[]): Promise<EvaluatedArticle[]> {
  const found: EvaluatedArticle[] = []
  for (let start = 0; start < ids.length; start += atATime) {
    for (const { id, lang, title, body, tags, date, kind, aiUse } of await findArticles(db, ids.slice(start, start + atATime)))
      if (aiUse) found.push({ id, lang, title, body, tags, date, kind })
  }
  return found
}

async function moderationGold(db: Readable): Promise<Gold> {
  const comments = await decidedComments(db, mostComments)
  const test = comments.map(({ id, lang, body, held }) => ({ id, lang, body, held: held === 1 }))
  return { data: { task: 'moderation', train: [], test }, items: test.length, outputs: test.length }
}
