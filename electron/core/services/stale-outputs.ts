// When an article changes, what was made from it no longer stands.
import type { Writable } from '../store/database.ts'
import { changeSuggestion, liveSuggestionsOf } from '../store/suggestion-rows.ts'
import type { DeskContext } from './context.ts'

/** Marks every live output of `item` stale and records it; returns how many. */
export async function expireOutputs(desk: DeskContext, db: Writable, item: string, newHash: string): Promise<number> {
  const rows = await liveSuggestionsOf(db, item)
  for (const row of rows) {
    await desk.pen.append(db, {
      act: 'suggestion.stale',
      subject: row.id,
      actor: null,
      // Not for comments: the plain hash of a short text gives it away.
      facts: {
        task: row.task,
        item,
        from: row.state,
        ...(row.task === 'moderation' ? {} : { itemHash: row.item_hash, newItemHash: newHash }),
      },
    })
    await changeSuggestion(db, row.id, { state: 'stale', previous_state: row.state })
  }
  return rows.length
}
