// marbre articles: what the desk holds.
// It must not know storage.
import type { Article, ArticleSummary } from '../../../shared/domain/article.ts'
import type { Cli, Register, Result } from '../cli.ts'
import type { DirectClient } from '../../core/router/router.ts'
import { wholeNumber } from '../flags.ts'
import { table } from '../table.ts'
import { indexArticles, withDesk } from '../with-desk.ts'

type ListFlags = { query?: string; limit?: number }

/** The contract's largest page. */
const page = 500

export const registerArticles: Register = (parent, act) => {
  const articles = parent.command('articles').description('the articles of the desk')
  articles
    .command('list')
    .description('list articles, best match first with --query')
    .option('--query <q>', 'words to find')
    .option('--limit <n>', 'at most so many', wholeNumber(1))
    .action((flags: ListFlags) => act((cli) => listArticles(cli, flags)))
  articles
    .command('show')
    .description('show one article exactly as it is stored')
    .argument('<id>')
    .action((id: string) => act((cli) => showArticle(cli, id)))
}

async function listArticles(cli: Cli, flags: ListFlags): Promise<Result> {
  const found = await withDesk(cli, async (client, desk) => {
    // A killed import or host may have left articles that are not searchable yet.
    if (flags.query !== undefined) await indexArticles(cli, client, desk)
    return everyPage(client, flags)
  })
  const json = found.map(({ id, title, lang, date, tags, ...rest }) => ({ id, title, lang, date, tags, ...rest }))
  const rows = found.map((article) => [article.id, article.date?.slice(0, 10) ?? '', article.lang ?? '', article.rights, article.title])
  return { json, text: rows.length === 0 ? 'no article' : table(['id', 'date', 'lang', 'rights', 'title'], rows) }
}

async function everyPage(client: DirectClient, { query, limit = Number.MAX_SAFE_INTEGER }: ListFlags): Promise<ArticleSummary[]> {
  const found: ArticleSummary[] = []
  for (let total = Number.MAX_SAFE_INTEGER; found.length < Math.min(limit, total);) {
    const wanted = Math.min(page, limit - found.length)
    const answer = await client.articles.list({ ...(query === undefined ? {} : { query }), offset: found.length, limit: wanted })
    if (answer.items.length === 0) break
    found.push(...answer.items)
    total = answer.total
  }
  return found
}

async function showArticle(cli: Cli, wanted: string): Promise<Result> {
  const article = await withDesk(cli, (client) => client.articles.show({ id: wanted }))
  const { id, title, lang, date, tags, body, section, authors, url, rights, ...rest } = article
  return { json: { id, title, lang, date, tags, body, section, authors, url, rights, ...rest }, text: articleText(article) }
}

function articleText(article: Article): string {
  const facts = [
    ['id', article.id],
    ['date', article.date],
    ['section', article.section],
    ['authors', article.authors.join(', ')],
    ['tags', article.tags.join(', ')],
    ['lang', article.lang],
    ['url', article.url],
    ['rights', `${article.rights}${article.aiUse ? '' : ' (no AI use)'}`],
  ]
  const lines = facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  return `${article.title}\n\n${lines.join('\n')}\n\n${article.body}`
}
