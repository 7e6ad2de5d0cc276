// Articles: listing, reading, pasting, correcting, barring links.
import type { Article, ArticleFacets, CorpusHealth, DoNotLink, Rights } from '../../../shared/domain/article.ts'
import type { Comment } from '../../../shared/domain/comment.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { findArticle, insertArticles, knownArticles, setDoNotLink, updateArticle, type StoredArticle } from '../store/article-rows.ts'
import { countListed, listArticles, type ListedArticles, type ListPage } from '../store/article-list.ts'
import type { ArticleFilter, NarrowFilter } from '../store/article-query.ts'
import { matchExpression } from '../store/article-search.ts'
import { readCorpusHealth, readFacets } from '../store/corpus-health.ts'
import { countListedComments, listComments, type CommentFilter, type ListedComments } from '../store/comment-list.ts'
import { findComment, findParents } from '../store/comment-rows.ts'
import { listSuggestions } from '../store/suggestion-rows.ts'
import { detectLanguage } from '../text/language.ts'
import { normalise } from '../text/normalise.ts'
import { articleHash } from './content-hashes.ts'
import type { Actor, DeskContext } from './context.ts'
import { listFused } from './fused-search.ts'
import { withholdOpinions } from './judge-first.ts'
import type { MeaningSearch } from './meaning-search.ts'
import { suggestionOf } from './reviews.ts'
import { followText } from './stale-outputs.ts'
import { withholdCommentDecisions, withholdDecisions } from './withheld-decisions.ts'

export async function demandArticle(desk: Pick<DeskContext, 'store'>, id: string): Promise<Article> {
  const article = await findArticle(desk.store.read, id)
  if (!article) throw new DeskError('not-found', `article ${id}`, 'is not on this desk', { id })
  return article
}

const none: ListedArticles = { total: 0, counted: true, items: [] }

/** Null: what was typed holds no word, so nothing is found. */
function narrowFilter({ query, ...rest }: ArticleFilter): NarrowFilter | null {
  if (query === undefined || query.trim() === '') return { ...rest, match: null }
  const match = matchExpression(query)
  return match === null ? null : { ...rest, match }
}

/** Lets the page take back a question it has replaced meanwhile, before its work begins. */
async function isTakenBack(signal: AbortSignal | undefined): Promise<boolean> {
  if (signal !== undefined) await new Promise<void>((resolve) => setImmediate(resolve))
  return signal?.aborted === true
}

export type Listing = { byMeaning?: MeaningSearch['search'] | undefined; signal?: AbortSignal | undefined }

/** Newest first; with `query` and a search model that answers, best first, what only its meaning brought among them. */
export async function listArchive(
  desk: DeskContext,
  filter: ArticleFilter,
  page: ListPage,
  { byMeaning = async () => [], signal }: Listing = {},
): Promise<ListedArticles> {
  const narrow = narrowFilter(filter)
  if (narrow === null || (await isTakenBack(signal))) return none
  const { match } = narrow
  const hits = match === null || filter.query === undefined ? [] : await byMeaning(filter.query)
  if (signal?.aborted === true) return none
  return match === null || hits.length === 0
    ? listArticles(desk.store.read, narrow, page)
    : listFused(desk.store.read, { ...narrow, match }, hits, page)
}

/** How many articles `listArchive` finds by words, when its page was asked uncounted. */
export async function countArchive(desk: DeskContext, filter: ArticleFilter, signal?: AbortSignal): Promise<number> {
  const narrow = narrowFilter(filter)
  return narrow === null || (await isTakenBack(signal)) ? 0 : countListed(desk.store.read, narrow)
}

export async function openArticle(
  desk: DeskContext,
  actor: Actor,
  id: string,
): Promise<{ article: Article; suggestions: Suggestion[]; comments: Comment[] }> {
  const article = await demandArticle(desk, id)
  const rows = await listSuggestions(desk.store.read, { item: id })
  const comments = await listComments(desk.store.read, { article: id }, { offset: 0, limit: 500 })
  const suggestions = await withholdDecisions(desk.store.read, actor, rows, rows.map(suggestionOf))
  return { article, suggestions, comments: await withholdCommentDecisions(desk.store.read, actor, comments.items) }
}

export type ArticleText = {
  id?: string | undefined
  title: string
  body: string
  date: string | null
  section: string | null
  rights: Rights
  aiUse: boolean
}

/** Stores a pasted text, or corrects an article (its outputs then become stale). */
export async function saveArticle(desk: DeskContext, text: ArticleText): Promise<Article> {
  const title = normalise(text.title)
  const body = normalise(text.body)
  if (body.trim() === '') throw new DeskError('bad-input', 'article', 'has no text', { field: 'body' })
  const known = text.id === undefined ? null : await demandArticle(desk, text.id)
  const stored: StoredArticle = {
    ...(known ?? { id: desk.ids(), authors: [], url: null, tags: [], kind: null, deck: null, embargo: null, doNotLink: null }),
    source: await sourceOf(desk, text.id),
    title,
    body,
    lang: detectLanguage(`${title}\n${body}`) ?? known?.lang ?? null,
    date: text.date,
    section: text.section,
    rights: text.rights,
    aiUse: text.aiUse,
    hash: articleHash({ title, body }),
    importedAt: desk.clock().toISOString(),
  }
  await desk.pen.write(async (db) => {
    if (!known) return insertArticles(db, [stored])
    await updateArticle(db, stored)
    if (known.hash !== stored.hash) await followText(desk, db, stored.id, stored.hash)
  })
  desk.emit({ type: 'article.changed', ids: [stored.id] })
  return demandArticle(desk, stored.id)
}

/** Where an article came from stays with it: importing its file again must find it, not meet a stranger. */
async function sourceOf(desk: DeskContext, id: string | undefined): Promise<string> {
  const known = id === undefined ? undefined : (await knownArticles(desk.store.read, [id])).get(id)
  return known?.source ?? 'pasted'
}

export async function barLinks(desk: DeskContext, id: string, doNotLink: DoNotLink | null): Promise<void> {
  const barred = await desk.store.write((db) => setDoNotLink(db, id, doNotLink))
  if (!barred) throw new DeskError('not-found', `article ${id}`, 'is not on this desk', { id })
  desk.emit({ type: 'article.changed', ids: [id] })
}

/** What the filters of the list offer. */
export function viewFacets(desk: DeskContext): Promise<ArticleFacets> {
  return readFacets(desk.store.read)
}

export async function readHealth(desk: DeskContext): Promise<CorpusHealth> {
  return readCorpusHealth(desk.store.read)
}

export async function listThread(
  desk: DeskContext,
  actor: Actor,
  filter: CommentFilter,
  { signal, ...page }: ListPage & { signal?: AbortSignal | undefined },
): Promise<ListedComments> {
  if (await isTakenBack(signal)) return { total: 0, counted: true, items: [] }
  const listed = await listComments(desk.store.read, filter, page)
  return { ...listed, items: await withholdCommentDecisions(desk.store.read, actor, listed.items) }
}

/** How many comments `listThread` finds, when its page was asked uncounted. */
export async function countThread(desk: DeskContext, filter: CommentFilter, signal?: AbortSignal): Promise<number> {
  return (await isTakenBack(signal)) ? 0 : countListedComments(desk.store.read, filter)
}

export async function demandComment(desk: Pick<DeskContext, 'store'>, id: string): Promise<Comment> {
  const comment = await findComment(desk.store.read, id)
  if (!comment) throw new DeskError('not-found', `comment ${id}`, 'is not on this desk', { id })
  return comment
}

/** A comment with what a moderator needs to read beside it. */
export async function openComment(
  desk: DeskContext,
  actor: Actor,
  id: string,
): Promise<{ comment: Comment; article: Article | null; parents: Comment[]; opinion: Suggestion | null }> {
  const known = await demandComment(desk, id)
  const above = await findParents(desk.store.read, known)
  const [comment = known, ...parents] = await withholdCommentDecisions(desk.store.read, actor, [known, ...above])
  const opinions = await listSuggestions(desk.store.read, { item: id, task: 'moderation' })
  const opinion = opinions.findLast((row) => row.state !== 'stale')
  return {
    comment,
    article: comment.article === null ? null : await findArticle(desk.store.read, comment.article),
    parents,
    opinion: opinion ? ((await withholdOpinions(desk.store.read, [suggestionOf(opinion)]))[0] ?? null) : null,
  }
}
