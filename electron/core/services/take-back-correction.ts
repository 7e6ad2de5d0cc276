// Takes back the correction of an article: its former version returns, and with it what had been decided on it.
// It must not keep former versions: whoever corrected still has the one they corrected, and a desk must be able to forget a name.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { ArticleVersion } from '../../../shared/contract/undo.ts'
import { findArticle, knownArticles, updateArticle } from '../store/article-rows.ts'
import { isValidatedAt } from '../store/suggestion-rows.ts'
import { normalise } from '../text/normalise.ts'
import { demandArticle } from './articles.ts'
import { articleHash } from './content-hashes.ts'
import type { DeskContext } from './context.ts'
import { noWayBack } from './no-way-back.ts'
import { followText } from './stale-outputs.ts'

const fields = ['title', 'body', 'lang', 'date', 'section', 'rights', 'aiUse'] as const

const isAt = (article: Article, version: ArticleVersion): boolean => fields.every((field) => article[field] === version[field])

/**
 * Puts `former` back where `corrected` stands.
 * @throws DeskError `not-found`; `bad-transition` when it was corrected again, or something was validated on the corrected text.
 */
export async function takeBackCorrection(
  desk: DeskContext,
  { id, corrected, former }: { id: string; corrected: ArticleVersion; former: ArticleVersion },
): Promise<Article> {
  const title = normalise(former.title)
  const body = normalise(former.body)
  if (body.trim() === '') throw new DeskError('bad-input', 'article', 'has no text', { field: 'body' })
  const hash = articleHash({ title, body })
  const renewed = await desk.pen.write(async (db) => {
    const present = await findArticle(db, id)
    if (!present) throw new DeskError('not-found', `article ${id}`, 'is not on this desk', { id })
    if (!isAt(present, corrected)) throw noWayBack(`article ${id}`, 'changed')
    if (present.hash !== hash && (await isValidatedAt(db, id, present.hash))) throw noWayBack(`article ${id}`, 'decided')
    const source = (await knownArticles(db, [id])).get(id)?.source ?? 'pasted'
    await updateArticle(db, { ...present, ...former, title, body, hash, source, importedAt: desk.clock().toISOString() })
    return present.hash === hash ? 0 : (await followText(desk, db, id, hash)).renewed
  })
  desk.emit({ type: 'article.changed', ids: [id] })
  if (renewed > 0) desk.emit({ type: 'suggestion.changed', items: [id] })
  return demandArticle(desk, id)
}
