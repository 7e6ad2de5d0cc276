// Articles a person may link to by hand.
import type { Article } from '../../../shared/domain/article.ts'
import { listArticles } from '../store/article-list.ts'
import { findArticles } from '../store/article-rows.ts'
import { matchExpression } from '../store/article-search.ts'
import { demandArticle } from './articles.ts'
import type { DeskContext } from './context.ts'
import { linkBar } from './examine-value.ts'

const most = 20

export async function findLinkTargets(
  desk: DeskContext,
  item: string,
  query: string,
): Promise<Pick<Article, 'id' | 'title' | 'date' | 'section'>[]> {
  const source = await demandArticle(desk, item)
  const now = desk.clock()
  const match = query.trim() === '' ? null : matchExpression(query)
  if (match === null && query.trim() !== '') return []
  const { items } = await listArticles(desk.store.read, { match }, { offset: 0, limit: most * 2, uncounted: true })
  const articles = await findArticles(
    desk.store.read,
    items.map((article) => article.id),
  )
  return articles
    .filter((article) => article.id !== source.id && linkBar(source, article, now) === null)
    .slice(0, most)
    .map(({ id, title, date, section }) => ({ id, title, date, section }))
}
