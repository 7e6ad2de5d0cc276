// What may leave the desk: validated outputs, with what proves it. One gate for every way out.
import type { Article } from '../../../shared/domain/article.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Check, SuggestionState, SuggestionValue, Task } from '../../../shared/domain/suggestion.ts'
import { findArticles } from '../store/article-rows.ts'
import { listEntriesById } from '../store/ledger-rows.ts'
import { findSuggestions, listSuggestions, type SuggestionRow } from '../store/suggestion-rows.ts'
import type { Readable } from '../store/database.ts'
import { freeTrialId } from './free-trial.ts'
import { mayLeave } from './review-states.ts'
import { suggestionOf } from './reviews.ts'

/** One validated output, as `export --format json` writes it (`article` is for the other formats). */
export type ExportedOutput = {
  id: string
  task: Task
  item: string
  value: SuggestionValue
  state: SuggestionState
  decidedBy: string
  decidedAt: string
  channel: string
  checks: readonly Check[]
  engine: string
  entry: string
  withoutProtocol: boolean
  identity: string
}

/**
 * The outputs asked for, or every validated one.
 *
 * @throws DeskError `not-found`; `not-signed-off` when one of `ids` is not validated; `stale` when its article changed.
 */
export async function collectExportable(db: Readable, wanted: { ids?: readonly string[] | undefined; item?: string | undefined }): Promise<{ outputs: ExportedOutput[]; articles: Map<string, Article> }> {
  const rows = wanted.ids ? await demandRows(db, wanted.ids) : await listSuggestions(db, { states: ['accepted', 'edited'], item: wanted.item })
  const leaving = rows.filter((row) => row.task !== 'moderation')
  for (const row of wanted.ids ? rows : []) demandSignedOff(row)
  const articles = new Map((await findArticles(db, [...new Set(leaving.map((row) => row.item))])).map((article) => [article.id, article]))
  const entries = await listEntriesById(
    db,
    leaving.flatMap((row) => suggestionOf(row).decision?.entry ?? []),
  )
  const outdated = wanted.ids ? leaving.find((row) => articles.get(row.item)?.hash !== row.item_hash) : undefined
  if (outdated) throw new DeskError('stale', `suggestion ${outdated.id}`, 'its article changed since it was validated', { id: outdated.id })
  const outputs = leaving.filter((row) => articles.get(row.item)?.hash === row.item_hash).map((row) => exported(row, entries))
  return { outputs, articles }
}

async function demandRows(db: Readable, ids: readonly string[]): Promise<SuggestionRow[]> {
  const rows = await findSuggestions(db, ids)
  const missing = ids.find((id) => !rows.some((row) => row.id === id))
  if (missing !== undefined) throw new DeskError('not-found', `suggestion ${missing}`, 'is not on this desk', { id: missing })
  return rows
}

function demandSignedOff(row: SuggestionRow): void {
  if (row.state === 'stale') throw new DeskError('stale', `suggestion ${row.id}`, 'its article changed since it was validated', { id: row.id })
  if (row.task === 'moderation' || !mayLeave(row.state as SuggestionState)) {
    throw new DeskError('not-signed-off', `suggestion ${row.id}`, `is ${row.state}: only validated outputs leave`, { id: row.id, state: row.state })
  }
}

function exported(row: SuggestionRow, entries: ReadonlyMap<string, { channel: string; identity: string }>): ExportedOutput {
  const suggestion = suggestionOf(row)
  const decision = suggestion.decision
  const entry = entries.get(decision?.entry ?? '')
  return {
    id: suggestion.id,
    task: suggestion.task,
    item: suggestion.item,
    value: suggestion.value,
    state: suggestion.state,
    decidedBy: decision?.by ?? '',
    decidedAt: decision?.at ?? '',
    channel: entry?.channel ?? '',
    checks: decision?.checks ?? [],
    engine: suggestion.engine,
    entry: decision?.entry ?? '',
    withoutProtocol: suggestion.experiment === freeTrialId,
    identity: entry?.identity ?? '',
  }
}
