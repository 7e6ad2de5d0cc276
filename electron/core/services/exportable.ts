// What may leave the desk: validated outputs, with what proves it. One gate for every way out.
import type { Article } from '../../../shared/domain/article.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Check, LinkValue, SuggestionState, SuggestionValue, Task } from '../../../shared/domain/suggestion.ts'
import { findArticles } from '../store/article-rows.ts'
import { listEntriesById } from '../store/ledger-rows.ts'
import { findSuggestions, listSuggestions, type SuggestionRow } from '../store/suggestion-rows.ts'
import type { Readable } from '../store/database.ts'
import { fromJson } from '../store/rows.ts'
import { linkBar } from './examine-value.ts'
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
  role: string
}

/**
 * The outputs asked for, or every validated one.
 *
 * @throws DeskError `not-found`; `not-signed-off` when one of `ids` is not validated; `stale` when its article changed;
 *   `not-cleared` when its article's rights or its target's bar changed since.
 */
export async function collectExportable(
  db: Readable,
  wanted: { ids?: readonly string[] | undefined; item?: string | undefined; task?: Task | undefined },
  now: Date,
): Promise<{ outputs: ExportedOutput[]; articles: Map<string, Article> }> {
  const rows = wanted.ids
    ? await demandRows(db, [...new Set(wanted.ids)])
    : await listSuggestions(db, { states: ['accepted', 'edited'], item: wanted.item, task: wanted.task })
  const leaving = rows.filter((row) => row.task !== 'moderation')
  for (const row of wanted.ids ? rows : []) demandSignedOff(row)
  const articles = new Map((await findArticles(db, [...new Set(leaving.map((row) => row.item))])).map((article) => [article.id, article]))
  const entries = await listEntriesById(
    db,
    leaving.flatMap((row) => suggestionOf(row).decision?.entry ?? []),
  )
  const outdated = wanted.ids ? leaving.find((row) => articles.get(row.item)?.hash !== row.item_hash) : undefined
  if (outdated) throw new DeskError('stale', `suggestion ${outdated.id}`, 'its article changed since it was validated', { id: outdated.id })
  const targets = new Map((await findArticles(db, targetsOf(leaving))).map((article) => [article.id, article]))
  const bar = (row: SuggestionRow) => barOf(row, articles, targets, now)
  const barred = wanted.ids ? leaving.find((row) => bar(row) !== null) : undefined
  if (barred) throw new DeskError('not-cleared', `suggestion ${barred.id}`, bar(barred) ?? '', { id: barred.id })
  const outputs = leaving
    .filter((row) => articles.get(row.item)?.hash === row.item_hash && bar(row) === null)
    .map((row) => exported(row, entries))
  return { outputs, articles: new Map([...targets, ...articles]) }
}

function targetsOf(rows: readonly SuggestionRow[]): string[] {
  return [...new Set(rows.flatMap((row) => (row.task === 'links' ? [fromJson<LinkValue>(row.value).article] : [])))]
}

/** What changed since it was validated and forbids it to leave: the article's rights, or a bar on the link's target. */
function barOf(
  row: SuggestionRow,
  articles: ReadonlyMap<string, Article>,
  targets: ReadonlyMap<string, Article>,
  now: Date,
): string | null {
  const article = articles.get(row.item)
  if (article?.aiUse === false && row.origin !== 'human') return `its article’s rights (${article.rights}) no longer allow AI use`
  const target = row.task === 'links' ? targets.get(fromJson<LinkValue>(row.value).article) : undefined
  const bar = article && target ? linkBar(article, target, now) : null
  return bar === null ? null : `its target must not be linked (${bar})`
}

async function demandRows(db: Readable, ids: readonly string[]): Promise<SuggestionRow[]> {
  const rows = await findSuggestions(db, ids)
  const found = new Set(rows.map((row) => row.id))
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined) throw new DeskError('not-found', `suggestion ${missing}`, 'is not on this desk', { id: missing })
  return rows
}

function demandSignedOff(row: SuggestionRow): void {
  if (row.state === 'stale')
    throw new DeskError('stale', `suggestion ${row.id}`, 'its article changed since it was validated', { id: row.id })
  if (row.task === 'moderation' || !mayLeave(row.state as SuggestionState)) {
    throw new DeskError('not-signed-off', `suggestion ${row.id}`, `is ${row.state}: only validated outputs leave`, {
      id: row.id,
      state: row.state,
    })
  }
}

function exported(row: SuggestionRow, entries: ReadonlyMap<string, { channel: string; identity: string; role: string }>): ExportedOutput {
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
    role: entry?.role ?? '',
  }
}
