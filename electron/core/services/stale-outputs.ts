// When an article changes, what was made from its former text no longer stands; when a former text comes back, it does again.
import type { SuggestionState } from '../../../shared/domain/suggestion.ts'
import type { Writable } from '../store/database.ts'
import { listEntries } from '../store/ledger-rows.ts'
import { changeSuggestion, liveSuggestionsOf, staleSuggestionsOf, type SuggestionRow } from '../store/suggestion-rows.ts'
import type { DeskContext } from './context.ts'
import { settleWaiting } from './waiting-tags.ts'

type Followed = { readonly expired: number; readonly renewed: number }

/**
 * Brings the outputs of `item` in step with its text of now: those made from another one become stale, those made from this very
 * one stand again as they stood (opinions on comments excepted). One entry each; the desk itself says so, since no decision is taken or changed.
 */
export async function followText(desk: DeskContext, db: Writable, item: string, hash: string): Promise<Followed> {
  const expired = await expire(desk, db, item, hash)
  const renewed = await renew(desk, db, item, hash)
  return { expired, renewed }
}

/** Not for comments: the plain hash of a short text gives it away. */
const hashes = (row: SuggestionRow, hash: string) => (row.task === 'moderation' ? {} : { itemHash: row.item_hash, newItemHash: hash })

async function expire(desk: DeskContext, db: Writable, item: string, hash: string): Promise<number> {
  const rows = (await liveSuggestionsOf(db, item)).filter((row) => row.item_hash !== hash)
  for (const row of rows) {
    await desk.pen.append(db, {
      act: 'suggestion.stale',
      subject: row.id,
      actor: null,
      // `before`: what undoing the decision would go back to, should this text return.
      facts: { task: row.task, item, from: row.state, before: row.previous_state, ...hashes(row, hash) },
    })
    await changeSuggestion(db, row.id, { state: 'stale', previous_state: row.state })
  }
  return rows.length
}

async function renew(desk: DeskContext, db: Writable, item: string, hash: string): Promise<number> {
  const rows = await staleSuggestionsOf(db, item, hash)
  for (const row of rows) {
    // Nothing is kept of a decision that was undone meanwhile: it waits again.
    const state = (row.previous_state ?? 'proposed') as SuggestionState
    await desk.pen.append(db, {
      act: 'suggestion.renewed',
      subject: row.id,
      actor: null,
      facts: { task: row.task, item, to: state, itemHash: hash },
    })
    await changeSuggestion(db, row.id, { state, previous_state: await stateBefore(db, row) })
  }
  // A tag may have left the thesaurus while its article said something else.
  if (rows.some((row) => row.task === 'tags')) await settleWaiting(db)
  return rows.length
}

/** What undoing the decision goes back to: the entry that made it stale kept it; what a person added was refused before. */
async function stateBefore(db: Writable, row: SuggestionRow): Promise<string | null> {
  const { entries } = await listEntries(db, { subject: row.id, limit: 20 })
  const before = entries.find((entry) => entry.body.act === 'suggestion.stale')?.body.facts['before']
  return typeof before === 'string' ? before : row.origin === 'human' ? 'rejected' : null
}
