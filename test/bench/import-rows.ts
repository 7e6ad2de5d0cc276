// Rows one and two: an import until its rows are durable and listed, and until all of its text can be searched.
// It must not know how Marbre imports.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDesk } from '../../electron/core/desk.ts'
import { directClient } from '../../electron/core/router/router.ts'
import { runImport } from '../../electron/core/services/imports.ts'
import { bareRow, bareText, bareWriter, copyTables, inThousands, openBare } from './bare-rows.ts'
import { figure, sized, type BenchContext, type Found } from './bench-row.ts'
import { drawArticles, lineOf, type DrawnArticle } from './drawn-articles.ts'
import { interleaved, median } from './measure.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')

type Times = { listed: number[]; searchable: number[] }

async function marbre(folder: string, file: string, count: number, times: Times): Promise<number> {
  rmSync(folder, { recursive: true, force: true })
  const desk = await openDesk({ dataDir: folder, shell: 'cli', resources, background: false })
  const client = await directClient(desk)
  const from = performance.now()
  await runImport(desk, { paths: [file] }, { kind: 'articles', rights: 'own', aiUse: null })
  const { total } = await client.articles.list({ limit: 100 })
  times.listed.push(performance.now() - from)
  if (total !== count) throw new Error(`${total} of ${count} articles are listed`)
  await desk.prepare(null)
  times.searchable.push(performance.now() - from)
  await desk.close()
  return 0
}

async function bare(folder: string, model: string, articles: readonly DrawnArticle[], times: Times): Promise<number> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const rows = articles.map(bareRow)
  const texts = articles.map(bareText)
  const db = openBare(join(folder, 'bare.sqlite'))
  copyTables(model, db)
  const { row, text } = bareWriter(db)
  const from = performance.now()
  inThousands(db, rows, (one) => row(one))
  times.listed.push(performance.now() - from)
  inThousands(db, texts, (one, at) => text(at + 1, one))
  times.searchable.push(performance.now() - from)
  db.close()
  return 0
}

export async function importRows(context: BenchContext): Promise<{ rows: Found; fullText: Found }> {
  const count = sized(context, 20_000)
  const articles = [...drawArticles({ count })]
  const file = join(context.folder, 'import.jsonl')
  writeFileSync(file, articles.map(lineOf).join(''))
  const ours = join(context.folder, 'import-marbre')
  const times = { marbre: { listed: [], searchable: [] } as Times, bare: { listed: [], searchable: [] } as Times }
  // Once, for its tables.
  const model = join(context.folder, 'import-model')
  await (await openDesk({ dataDir: model, shell: 'cli', resources, background: false })).close()
  await interleaved(context.repeats, {
    marbre: () => marbre(ours, file, count, times.marbre),
    bare: () => bare(join(context.folder, 'import-bare'), join(model, 'desk.sqlite'), articles, times.bare),
  })
  const seconds = (side: number[]): number => median(side) / 1000
  const notes = [`${count} articles of 400 words, ${Math.round(articles.reduce((sum, one) => sum + one.body.length, 0) / 1e6)} MB of text`]
  const rows = figure('file read to rows durable and listed', {
    figure: seconds(times.marbre.listed),
    unit: 's',
    peer: { name: 'better-sqlite3, same rows', figure: seconds(times.bare.listed) },
    goal: { of: 'ratio', atMost: 3 },
  })
  const fullText = figure('file read to full text searchable', {
    figure: seconds(times.marbre.searchable),
    unit: 's',
    peer: { name: 'bare insert + bare FTS5', figure: seconds(times.bare.searchable) },
    goal: { of: 'ratio', atMost: 2 },
  })
  const same = 'the peer: rows and stems made beforehand, same tables and indexes, WAL, synchronous FULL, a thousand rows a transaction'
  return { rows: { figures: [rows], notes: [...notes, same] }, fullText: { figures: [fullText], notes } }
}
