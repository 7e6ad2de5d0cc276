// What waits for a decision under a tag that went out of use: it becomes the replacement's, or is taken away.
// It must not know why the tag left; what was decided is never touched.
import type { TagValue } from '../../../shared/domain/suggestion.ts'
import { preferredLabel, type Concept } from '../../../shared/domain/vocabulary.ts'
import { listConcepts } from '../store/concept-rows.ts'
import type { Readable, Writable } from '../store/database.ts'
import { replaceTry } from '../store/suggestion-rows.ts'
import { itemsWithTag, moveWaitingTag, waitingOf, waitingOfRetired, type WaitingTag } from '../store/tag-standing-rows.ts'
import { vocabularyLock } from '../tasks/tags/vocabulary-lock.ts'

/** What was done to proposals that waited, enough to undo it. */
export type Settled = {
  readonly moved: readonly { readonly id: string; readonly from: TagValue }[]
  readonly dropped: readonly string[]
  readonly items: readonly string[]
}

type Plan = { readonly move: { readonly tag: WaitingTag; readonly to: TagValue }[]; readonly drop: WaitingTag[] }

/** An article never waits twice for the same tag. */
async function planFor(db: Readable, waiting: readonly WaitingTag[], target: (id: string) => Concept | null): Promise<Plan> {
  const taken = new Map<string, Set<string>>()
  const plan: Plan = { move: [], drop: [] }
  for (const tag of waiting) {
    const to = target(tag.value.concept)
    const items = to ? (taken.get(to.id) ?? (await itemsWithTag(db, to.id))) : null
    if (!to || !items || items.has(tag.item)) {
      plan.drop.push(tag)
      continue
    }
    taken.set(to.id, items.add(tag.item))
    plan.move.push({ tag, to: { concept: to.id, label: preferredLabel(to, tag.lang ?? 'fr') } })
  }
  return plan
}

/** How many proposals would move and how many would go, were `concept` to give way to `into`. */
export async function countSettled(db: Readable, concept: string, into: Concept | null): Promise<{ moved: number; dropped: number }> {
  const { move, drop } = await planFor(db, await waitingOf(db, concept), () => into)
  return { moved: move.length, dropped: drop.length }
}

/** Sorts out every proposal that waits under a retired tag, in the running transaction. */
export async function settleWaiting(db: Writable): Promise<Settled> {
  const waiting = await waitingOfRetired(db)
  if (waiting.length === 0) return { moved: [], dropped: [], items: [] }
  const lock = vocabularyLock(await listConcepts(db))
  const { move, drop } = await planFor(db, waiting, (id) => lock.active.get(lock.resolve(id) ?? '') ?? null)
  for (const { tag, to } of move) await moveWaitingTag(db, tag.id, to)
  for (const tag of drop) await replaceTry(db, tag)
  return {
    moved: move.map(({ tag }) => ({ id: tag.id, from: tag.value })),
    dropped: drop.map((tag) => tag.id),
    items: [...new Set(waiting.map((tag) => tag.item))],
  }
}
