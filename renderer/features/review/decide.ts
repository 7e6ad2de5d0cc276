// Writes a decision: shown at once, settled when the core answers, taken back when it refuses.
// It must not know components or keys.
import { client, toDeskError } from '../../client.ts'
import type { SuggestionState, SuggestionValue } from '../../../shared/domain/suggestion.ts'
import { notify } from '../../ui/toast.tsx'
import { wordsNow } from '../../words/use-words.ts'
import { remember, settle, showAhead, takeBack, takeLast, type Undoable } from './desk-store.ts'

/** Decisions on their way to the core. */
const underWay = new Set<Promise<unknown>>()

/** Notes a decision on its way, so that an undo pressed at once takes back that one and not the one before. */
export function track<T>(writing: Promise<T>): Promise<T> {
  const ended = writing.catch(() => undefined).finally(() => underWay.delete(ended))
  underWay.add(ended)
  return writing
}

type Decision = { item: string; ids: readonly string[]; state: SuggestionState; value?: SuggestionValue }

/** True while the review desk is still shown at the place remembered by `here`: an answer that comes late moves nobody. */
export function stillAt(here: string): boolean {
  return location.hash === here
}

/** Tells why a decision was not written; what the person typed stays. */
export function notifyRefused(thrown: unknown): void {
  const { error } = wordsNow()
  notify(error(toDeskError(thrown)), { kind: 'problem' })
}

/** Decides suggestions of one item. Resolves to whether the core wrote it. */
export function decide(decision: Decision, call: () => Promise<unknown>): Promise<boolean> {
  return track(write(decision, call))
}

async function write(decision: Decision, call: () => Promise<unknown>): Promise<boolean> {
  showAhead(decision.ids, decision.state, decision.value)
  try {
    await call()
  } catch (thrown) {
    takeBack(decision.ids)
    notifyRefused(thrown)
    return false
  }
  settle(decision.ids)
  remember({ kind: 'suggestions', item: decision.item, ids: decision.ids })
  return true
}

async function undoOne(undoable: Undoable): Promise<void> {
  if (undoable.kind === 'comment') {
    await client.reviews.undoComment({ comment: undoable.item })
    return
  }
  for (const id of undoable.ids) {
    const { state } = await client.reviews.undo({ id })
    showAhead([id], state)
    settle([id])
  }
}

/**
 * Takes back the last decision of this session, or `otherwise` (what the person looks at) when there is none.
 * Resolves to the item concerned, to show it again; null when nothing was undone.
 */
export async function undoLast(kind: Undoable['kind'], otherwise: Undoable | null): Promise<string | null> {
  const { t } = wordsNow()
  await Promise.all(underWay)
  const undoable = takeLast(kind) ?? otherwise
  if (!undoable) {
    notify(t('review.undoNothing'))
    return null
  }
  try {
    await undoOne(undoable)
  } catch (thrown) {
    const error = toDeskError(thrown)
    notify(error.details['exported'] === true ? t('review.undoExported') : wordsNow().error(error), { kind: 'problem' })
    return null
  }
  notify(t('review.undone'))
  return undoable.item
}
