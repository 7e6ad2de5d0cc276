// Outputs of another tool, reviewed here like our own.
import type { Article } from '../../../shared/domain/article.ts'
import type { ImportResult } from '../../../shared/domain/import.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { valueSchemas, type SuggestionValue, type Task } from '../../../shared/domain/suggestion.ts'
import { findArticle } from '../store/article-rows.ts'
import { findSuggestionRow, insertSuggestions, type NewSuggestion, type SuggestionRow } from '../store/suggestion-rows.ts'
import { fromJson, toJson } from '../store/rows.ts'
import type { OutputDraft } from '../readers/output-record.ts'
import { sha256 } from './card-hash.ts'
import type { DeskContext } from './context.ts'
import { freeTrialId } from './free-trial.ts'
import type { Located } from './import-articles.ts'
import { examineText, examineValue, type Examined } from './examine-value.ts'

/** Rows written at once: one commit each would cost more than examining them. */
const BATCH = 100

type Batch = { readonly rows: Map<string, NewSuggestion>; readonly articles: Map<string, Article | null> }
const emptyBatch = (): Batch => ({ rows: new Map(), articles: new Map() })

export async function importOutputs(
  desk: DeskContext,
  records: AsyncIterable<Located<OutputDraft>>,
  experiment = freeTrialId,
): Promise<ImportResult> {
  const result: ImportResult = { imported: 0, updated: 0, unchanged: 0, rejected: [] }
  const items = new Set<string>()
  let batch = emptyBatch()
  for await (const { file, read } of records) {
    if (!read.ok) {
      result.rejected.push(read.rejection)
      continue
    }
    const refused = await takeOutput(desk, read.draft, experiment, batch)
    if (refused === 'imported') items.add(read.draft.article)
    else if (refused === 'unchanged') result.unchanged += 1
    else result.rejected.push({ file, at: read.at, reason: refused })
    if (batch.rows.size < BATCH) continue
    result.imported += await storeBatch(desk, batch)
    batch = emptyBatch()
  }
  result.imported += await storeBatch(desk, batch)
  if (items.size > 0) desk.emit({ type: 'suggestion.changed', items: [...items] })
  return result
}

async function storeBatch(desk: DeskContext, { rows }: Batch): Promise<number> {
  const all = [...rows.values()]
  if (all.length > 0) {
    await desk.store.write(async (db) => {
      // SQLite bounds the parameters of one statement.
      for (let from = 0; from < all.length; from += ROWS_PER_STATEMENT)
        await insertSuggestions(db, all.slice(from, from + ROWS_PER_STATEMENT))
    })
  }
  return all.length
}

const ROWS_PER_STATEMENT = 40

async function articleOf(desk: DeskContext, id: string, { articles }: Batch): Promise<Article | null> {
  const known = articles.get(id)
  if (known !== undefined) return known
  const found = (await findArticle(desk.store.read, id)) ?? null
  articles.set(id, found)
  return found
}

const madeFromPlace = /^x-[0-9a-f]{16}$/

type Known = Pick<SuggestionRow, 'item' | 'task' | 'engine' | 'value'> & { readonly proposed?: string | null | undefined }

/** The same tool's same output: what a person made of it since does not count. */
function isSame(row: Known, draft: OutputDraft, value: SuggestionValue): boolean {
  const machine = typeof row.proposed === 'string' ? toJson(fromJson<{ value: unknown }>(row.proposed).value) : row.value
  if (row.item !== draft.article || row.task !== draft.task || row.engine !== draft.engine) return false
  // A tag is its concept: its label is the thesaurus's.
  return 'concept' in value ? fromJson<{ concept?: string }>(machine).concept === value.concept : machine === toJson(value)
}

/** A tag outside the thesaurus, a barred target or a wrong anchor is one record's refusal, not the import's. */
function refusalOf(error: unknown): string {
  if (error instanceof DeskError) return `${error.code}: ${error.why}`
  throw error
}

/** @returns `imported`, `unchanged`, or why it was refused. */
async function takeOutput(desk: DeskContext, draft: OutputDraft, experiment: string, batch: Batch): Promise<string> {
  if (draft.task === 'moderation') return 'bad-input: opinions of another tool are not imported'
  const article = await articleOf(desk, draft.article, batch)
  if (!article) return 'not-found: its article is not on this desk'
  if (!article.aiUse) return 'not-cleared: its article’s rights do not allow AI use'
  const value = valueSchemas[draft.task].safeParse(draft.value)
  if (!value.success) return `bad-input: not a ${draft.task} value`
  // The same output of the same tool has the same id, so that importing again changes nothing.
  // (An id the reader made from the place in the file would be another output's in the next file of that name.)
  const id = madeFromPlace.test(draft.id)
    ? `x-${sha256(JSON.stringify([draft.article, draft.task, draft.engine, value.data])).slice(0, 16)}`
    : draft.id
  const known = batch.rows.get(id) ?? (await findSuggestionRow(desk.store.read, id))
  if (known) return isSame(known, draft, value.data) ? 'unchanged' : 'id-conflict: the same id is another output of this desk'
  const examined = await examine(desk, article, draft.task, value.data).catch(refusalOf)
  if (typeof examined === 'string') return examined
  const row: NewSuggestion = {
    id,
    task: draft.task,
    item: article.id,
    item_hash: article.hash,
    value: toJson(examined.value),
    proposed: null,
    score: 0,
    evidence: toJson(examined.evidence),
    flags: toJson(examined.flags),
    state: 'proposed',
    previous_state: null,
    origin: 'imported',
    engine: draft.engine,
    engine_digest: '',
    parameters: '{}',
    experiment,
    run: null,
    request: null,
    created_at: desk.clock().toISOString(),
    decision: null,
    decided_at: null,
    exported_at: null,
  }
  batch.rows.set(id, row)
  return 'imported'
}

/** Key points need nothing but their article, which is already read. */
async function examine(desk: DeskContext, article: Article, task: Task, value: SuggestionValue): Promise<Examined> {
  if (task === 'key-points' && 'text' in value) return { value, ...examineText(article, value.text) }
  return examineValue(desk.store.read, article.id, task, value, desk.clock())
}
