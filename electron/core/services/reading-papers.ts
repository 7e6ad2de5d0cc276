// One output to read again as its reader sees it: the article or the comment, and what the machine proposed.
// It must not tell what was decided first, nor, of a comment, what the machine thought.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Reading, ReadingPaper } from '../../../shared/domain/reading.ts'
import type { Evidence, Flag, SuggestionValue, Task } from '../../../shared/domain/suggestion.ts'
import { findArticle } from '../store/article-rows.ts'
import { findComment, findParents } from '../store/comment-rows.ts'
import { fromJson, fromJsonOrNull } from '../store/rows.ts'
import type { SuggestionRow } from '../store/suggestion-rows.ts'
import { readCharter } from './charter.ts'
import type { DeskContext } from './context.ts'
import { seemsHarsh } from './first-decisions.ts'

/** What the machine proposed, whatever a person made of it. */
export function proposalOf(row: SuggestionRow): { value: SuggestionValue; flags: Flag[]; evidence: Evidence[] } {
  const machine = fromJsonOrNull<{ value: SuggestionValue; flags: Flag[]; evidence: Evidence[] }>(row.proposed)
  const { value, flags, evidence } = machine ?? { value: fromJson(row.value), flags: fromJson(row.flags), evidence: fromJson(row.evidence) }
  return { value, flags, evidence }
}

/** @throws DeskError `not-found` when the article or the comment is gone. */
export async function paperOf(desk: DeskContext, row: SuggestionRow, reading: Reading | null): Promise<ReadingPaper> {
  const { id: suggestion, experiment, item, engine } = row
  const head = { suggestion, experiment, task: row.task as Task, item, engine, reading }
  if (row.task === 'moderation') return { ...head, ...(await commentPaper(desk, row)) }
  const article = await findArticle(desk.store.read, item)
  if (!article) throw new DeskError('not-found', `article ${item}`, 'is not on this desk', { id: item })
  const { value, flags, evidence } = proposalOf(row)
  const { title, body, lang, date, section, deck } = article
  const target = 'article' in value ? { id: value.article, title: (await findArticle(desk.store.read, value.article))?.title ?? '' } : null
  return { ...head, value, flags, evidence, target, comment: null, article: { title, body, lang, date, section, deck } }
}

/** The machine's opinion is left out: the comment is judged, not the opinion. */
async function commentPaper(
  desk: DeskContext,
  row: SuggestionRow,
): Promise<Omit<ReadingPaper, 'suggestion' | 'experiment' | 'task' | 'item' | 'engine' | 'reading'>> {
  const db = desk.store.read
  const comment = await findComment(db, row.item)
  if (!comment) throw new DeskError('not-found', `comment ${row.item}`, 'is not on this desk', { id: row.item })
  const article = comment.article === null ? null : await findArticle(db, comment.article)
  const parents = (await findParents(db, comment)).map(({ id, body }) => ({ id, body }))
  return {
    value: { hold: null, probability: null, clauses: [] },
    flags: [],
    evidence: [],
    target: null,
    comment: { body: comment.body, harsh: seemsHarsh(row, await readCharter(desk)), parents },
    article: {
      title: article?.title ?? '',
      body: article?.body ?? '',
      lang: article?.lang ?? null,
      date: article?.date ?? null,
      section: article?.section ?? null,
      deck: article?.deck ?? null,
    },
  }
}

/** What a list calls an item: the article's title, of a comment that of its article. */
export async function titleOfItem(desk: Pick<DeskContext, 'store'>, task: Task, item: string): Promise<string> {
  const article = task === 'moderation' ? ((await findComment(desk.store.read, item))?.article ?? null) : item
  return article === null ? '' : ((await findArticle(desk.store.read, article))?.title ?? '')
}
