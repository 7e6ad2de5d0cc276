// Outputs of another tool, reviewed here like our own.
import type { ImportResult } from '../../../shared/domain/import.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { valueSchemas, type SuggestionValue } from '../../../shared/domain/suggestion.ts'
import { findArticle } from '../store/article-rows.ts'
import { findSuggestionRow, insertSuggestions, type NewSuggestion, type SuggestionRow } from '../store/suggestion-rows.ts'
import { fromJson, toJson } from '../store/rows.ts'
import type { OutputDraft } from '../readers/output-record.ts'
import { sha256 } from './card-hash.ts'
import type { DeskContext } from './context.ts'
import { freeTrialId } from './free-trial.ts'
import type { Located } from './import-articles.ts'
import { examineValue } from './examine-value.ts'

export async function importOutputs(
  desk: DeskContext,
  records: AsyncIterable<Located<OutputDraft>>,
  experiment = freeTrialId,
): Promise<ImportResult> {
  const result: ImportResult = { imported: 0, updated: 0, unchanged: 0, rejected: [] }
  const items = new Set<string>()
  for await (const { file, read } of records) {
    if (!read.ok) {
      result.rejected.push(read.rejection)
      continue
    }
    const refused = await storeOutput(desk, read.draft, experiment)
    if (refused === 'imported') {
      result.imported += 1
      items.add(read.draft.article)
    } else if (refused === 'unchanged') result.unchanged += 1
    else result.rejected.push({ file, at: read.at, reason: refused })
  }
  if (items.size > 0) desk.emit({ type: 'suggestion.changed', items: [...items] })
  return result
}

const madeFromPlace = /^x-[0-9a-f]{16}$/

/** The same tool's same output: what a person made of it since does not count. */
function isSame(row: SuggestionRow, draft: OutputDraft, value: SuggestionValue): boolean {
  const machine = row.proposed === null ? row.value : toJson(fromJson<{ value: unknown }>(row.proposed).value)
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
async function storeOutput(desk: DeskContext, draft: OutputDraft, experiment: string): Promise<string> {
  if (draft.task === 'moderation') return 'bad-input: opinions of another tool are not imported'
  const article = await findArticle(desk.store.read, draft.article)
  if (!article) return 'not-found: its article is not on this desk'
  if (!article.aiUse) return 'not-cleared: its article’s rights do not allow AI use'
  const value = valueSchemas[draft.task].safeParse(draft.value)
  if (!value.success) return `bad-input: not a ${draft.task} value`
  // The same output of the same tool has the same id, so that importing again changes nothing.
  // (An id the reader made from the place in the file would be another output's in the next file of that name.)
  const id = madeFromPlace.test(draft.id)
    ? `x-${sha256(JSON.stringify([draft.article, draft.task, draft.engine, value.data])).slice(0, 16)}`
    : draft.id
  const known = await findSuggestionRow(desk.store.read, id)
  if (known) return isSame(known, draft, value.data) ? 'unchanged' : 'id-conflict: the same id is another output of this desk'
  const examined = await examineValue(desk.store.read, article.id, draft.task, value.data, desk.clock()).catch(refusalOf)
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
  await desk.store.write((db) => insertSuggestions(db, [row]))
  return 'imported'
}
