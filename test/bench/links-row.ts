// Row five: links for one article among many, beside the two bare queries it needs and two search libraries.
// It must not know how links are ranked.
import { join } from 'node:path'
import * as lancedb from '@lancedb/lancedb'
import Database from 'better-sqlite3'
import { openDesk, type Desk } from '../../electron/core/desk.ts'
import { dayNumber } from '../../electron/core/services/day-number.ts'
import { passagesOf } from '../../electron/core/tasks/links/passages.ts'
import { readLsa, type Lsa } from '../../electron/core/tasks/links/lsa-model.ts'
import { tellingTerms } from '../../electron/core/tasks/links/telling-terms.ts'
import { openModelFiles } from '../../electron/core/services/model-files.ts'
import { articleOfRow } from '../../electron/core/store/article-rows.ts'
import { sha256 } from '../../electron/core/workers/sha256.ts'
import type { Article } from '../../shared/domain/article.ts'
import { figure, sized, type BenchContext, type Found } from './bench-row.ts'
import { someOf, type BuiltArchive } from './built-archive.ts'
import { bareText } from './bare-rows.ts'
import { drawArticles } from './drawn-articles.ts'
import { interleaved, median, percentile } from './measure.ts'
import { havePeers, installCommand, loadMiniSearch, loadOrama } from './peers.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')
const asked = 60
/** As Marbre asks for. */
const hits = { vector: 150, words: 50 }

type Side = (article: Article) => Promise<unknown>

async function perArticle(articles: readonly Article[], side: Side, times: number[]): Promise<number> {
  for (const article of articles) {
    const from = performance.now()
    await side(article)
    times.push(performance.now() - from)
  }
  return 0
}

/** What the two queries ask, worked out beforehand: only the queries are timed. */
type Asked = { match: string; vector: number[]; day: string; lang: string }

function askedBy(lsa: Lsa, article: Article): Asked {
  const terms = [...tellingTerms(article, lsa.tfidf).keys()]
  return {
    match: terms.map((term) => `stems:"${term}"`).join(' OR '),
    vector: Array.from(passagesOf(lsa, article).whole),
    day: (article.date ?? '').slice(0, 10),
    lang: article.lang ?? '',
  }
}

async function bareQueries(folder: string, questions: ReadonlyMap<string, Asked>): Promise<{ side: Side; close: () => void }> {
  const connection = await lancedb.connect(join(folder, 'vectors'))
  const [name] = await connection.tableNames()
  if (name === undefined) throw new Error('no vectors')
  const table = await connection.openTable(name)
  const db = new Database(join(folder, 'desk.sqlite'), { readonly: true })
  db.pragma('cache_size = -16000')
  db.pragma('mmap_size = 268435456')
  const words = db.prepare(`SELECT a.id FROM (SELECT rowid, bm25(articles_text, 4.0, 1.0) AS score FROM articles_text
    WHERE articles_text MATCH ? ORDER BY score LIMIT ?) AS hits JOIN articles a ON a.n = hits.rowid WHERE a.day <= ? AND a.lang = ? LIMIT ?`)
  const side: Side = async (article) => {
    const question = questions.get(article.id)
    if (!question) throw new Error('not asked')
    words.all(question.match, hits.words * 4 + 50, question.day, question.lang, hits.words)
    const near = table.query().nearestTo(question.vector).distanceType('cosine').refineFactor(5)
    return near
      .where(`day <= ${dayNumber(question.day)}`)
      .select(['id', '_distance'])
      .limit(hits.vector)
      .toArray()
  }
  return { side, close: () => (db.close(), connection.close()) }
}

async function lsaOf(desk: Desk): Promise<Lsa> {
  const bytes = await (await openModelFiles(desk)).load('lsa')
  if (!bytes) throw new Error('no model')
  return readLsa(bytes, sha256).lsa
}

type Measured = { marbre: number[]; bare: number[] }

/** Both sides on the archive as it stands, turn by turn after one warm round. */
async function measure(context: BenchContext, folder: string, count: number): Promise<Measured> {
  const desk = await openDesk({ dataDir: folder, shell: 'cli', resources })
  try {
    await desk.background.idle()
    return await measureOn(desk, context, folder, count)
  } finally {
    await desk.close()
  }
}

async function measureOn(desk: Desk, context: BenchContext, folder: string, count: number): Promise<Measured> {
  const engine = await desk.engine('builtin')
  const { signal } = new AbortController()
  const lsa = await lsaOf(desk)
  const ids = someOf(count, Math.min(asked, count))
  const articles = (
    await Promise.all(ids.map((id) => desk.store.read.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()))
  ).flatMap((row) => (row ? [articleOfRow(row)] : []))
  const bare = await bareQueries(folder, new Map(articles.map((article) => [article.id, askedBy(lsa, article)])))
  try {
    const marbre: Side = (article) => engine.propose('links', { kind: 'article', article }, { signal })
    const warm: number[] = []
    await perArticle(articles.slice(0, 20), marbre, warm)
    await perArticle(articles.slice(0, 20), bare.side, warm)
    const times: Measured = { marbre: [], bare: [] }
    await interleaved(context.repeats, {
      marbre: () => perArticle(articles, marbre, times.marbre),
      bare: () => perArticle(articles, bare.side, times.bare),
    })
    return times
  } finally {
    bare.close()
  }
}

/** Two search libraries over the same stems, asked for the same terms; milliseconds an article. */
async function libraries(context: BenchContext, count: number): Promise<{ miniSearch: number; orama: number }> {
  const documents = [...drawArticles({ count })].map((article) => ({ id: article.id, stems: bareText(article)[1] }))
  const queries = [...drawArticles({ count: asked, seed: 9 })].map((article) => [...tellingTerms(article, null).keys()].join(' '))
  const { default: Index } = await loadMiniSearch()
  const mini = new Index({ fields: ['stems'], storeFields: [], tokenize: (text: string) => text.split(' ') })
  context.tell(`MiniSearch, ${count} articles`)
  mini.addAll(documents)
  const { create, insertMultiple, search } = await loadOrama()
  context.tell(`Orama, ${count} articles`)
  const db = create({ schema: { stems: 'string' } })
  await insertMultiple(db, documents, 1000)
  const times = { miniSearch: [] as number[], orama: [] as number[] }
  const each = async (side: (query: string) => unknown, list: number[]): Promise<number> => {
    for (const query of queries) {
      const from = performance.now()
      await side(query)
      list.push(performance.now() - from)
    }
    return 0
  }
  await interleaved(context.repeats, {
    miniSearch: () => each((query) => mini.search(query).slice(0, hits.words), times.miniSearch),
    orama: () => each((term) => search(db, { term, limit: hits.words, properties: ['stems'] }), times.orama),
  })
  return { miniSearch: median(times.miniSearch), orama: median(times.orama) }
}

/** `midway`: what another row measures on the archive while it grows, before it is at its full size. */
export async function linksRow(context: BenchContext, archive: BuiltArchive, midway: () => Promise<void>): Promise<Found> {
  const [few, many] = [sized(context, 20_000), sized(context, 200_000)]
  const { folder } = archive
  await archive.growTo(few)
  const small = await measure(context, folder, few)
  const peers = havePeers() ? await libraries(context, few) : null
  await midway()
  await archive.growTo(many)
  const big = await measure(context, folder, many)
  const growth = percentile(big.marbre, 0.95) / percentile(small.marbre, 0.95)
  const peer = (figures: number[]) => ({ name: 'bare LanceDB + bare FTS5', figure: median(figures) })
  const beside = (name: string, milliseconds: number) =>
    figure(`one article, ${few} articles`, {
      figure: median(small.marbre),
      unit: 'ms',
      peer: { name: `${name}, full text alone`, figure: milliseconds },
    })
  return {
    figures: [
      figure(`one article, ${many} articles`, {
        figure: median(big.marbre),
        unit: 'ms',
        peer: peer(big.bare),
        goal: { of: 'ratio', atMost: 2 },
      }),
      figure(`one article, ${few} articles`, { figure: median(small.marbre), unit: 'ms', peer: peer(small.bare) }),
      figure(`p95, ${many} articles`, {
        figure: percentile(big.marbre, 0.95),
        unit: 'ms',
        peer: { name: 'bare queries, p95', figure: percentile(big.bare, 0.95) },
      }),
      figure(`p95 growth ${few} → ${many}`, { figure: growth, unit: '×', goal: { of: 'figure', atMost: 4 } }),
      ...(peers ? [beside('MiniSearch', peers.miniSearch), beside('Orama', peers.orama)] : []),
    ],
    notes: [
      `Marbre: candidates, ranking, anchors and checks; the bare queries: ${hits.vector} vectors and ${hits.words} texts, already worked out`,
      peers
        ? `MiniSearch and Orama hold their index in the process: at ${few} articles only`
        : `MiniSearch and Orama did not run: ${installCommand}`,
    ],
  }
}
