// A retired tag comes back: its merge or retirement is undone from what the ledger's entry kept.
// It must not know how a tag leaves, beyond what was kept.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { findConcept, listConcepts, saveConcepts } from '../store/concept-rows.ts'
import type { Readable, Writable } from '../store/database.ts'
import { contentsOf, listEntries } from '../store/ledger-rows.ts'
import { moveWaitingTag, returnTry, waitingOf } from '../store/tag-standing-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { announce, beforeSchema, demandConcept, standsUnder, type Before } from './tag-leaving.ts'

/**
 * Brings a retired tag back. What the other tag had taken over returns; what people changed since stays.
 * @throws DeskError `not-found`, `bad-transition` (in use already).
 */
export async function restoreTag(desk: DeskContext, actor: Actor, id: string): Promise<Concept> {
  const { concept, items } = await desk.pen.write(async (db) => {
    const now = await demandConcept(db, id)
    if (now.active) throw new DeskError('bad-transition', `tag ${id}`, 'is in use', { concept: id })
    const before = await keptOf(db, id)
    const back = { ...now, active: true, replacedBy: null }
    await saveConcepts(db, [back])
    const returned = before ? await giveBack(db, before) : []
    await desk.pen.append(db, {
      act: 'vocabulary.restored',
      subject: id,
      actor,
      facts: { into: before?.into ?? now.replacedBy, moved: returned.length },
    })
    return { concept: back, items: returned }
  })
  announce(desk, { items })
  return concept
}

/** What the last departure of this tag kept; null when it left by an import, came back since, or was erased. */
async function keptOf(db: Readable, id: string): Promise<Before | null> {
  const { entries } = await listEntries(db, { subject: id, limit: 50 })
  const last = entries.find((entry) => entry.body.act.startsWith('vocabulary.'))
  if (!last || last.body.act === 'vocabulary.restored') return null
  const content = (await contentsOf(db, [last.body.id])).find((one) => one.role === 'before')?.content
  const read = content ? beforeSchema.safeParse(JSON.parse(content)) : null
  return read?.success ? read.data : null
}

/** Returns the articles whose proposals came back. */
async function giveBack(db: Writable, before: Before): Promise<string[]> {
  const into = before.into === null ? null : await findConcept(db, before.into)
  // Children first: the other tag may have stood under one of them.
  if (into) await giveBackChildren(db, before, into)
  if (into) await giveBackLabels(db, before, into)
  const items = new Set<string>()
  const waiting = new Map(before.into === null ? [] : (await waitingOf(db, before.into)).map((tag) => [tag.id, tag]))
  for (const { id, from } of before.moved) {
    const tag = waiting.get(id)
    if (!tag) continue
    await moveWaitingTag(db, id, from)
    items.add(tag.item)
  }
  for (const id of before.dropped) await returnTry(db, id)
  for (const tag of await waitingOf(db, before.concept.id)) items.add(tag.item)
  return [...items]
}

/** The other tag loses the alternates it had taken, unless somebody made one its preferred label since. */
async function giveBackLabels(db: Writable, before: Before, into: Concept): Promise<void> {
  const taken = new Set(before.added.map((label) => JSON.stringify([label.lang, label.text])))
  const labels = into.labels.filter((label) => label.kind === 'preferred' || !taken.has(JSON.stringify([label.lang, label.text])))
  const all = await listConcepts(db)
  const old = before.parentOfInto
  const parent = old !== undefined && (old === null || (old !== into.id && !standsUnder(all, old, into.id))) ? old : into.parent
  await saveConcepts(db, [{ ...into, labels, parent: old === undefined ? into.parent : parent }])
}

/** Children that are still under the other tag go back under this one. */
async function giveBackChildren(db: Writable, before: Before, into: Concept): Promise<void> {
  const all = await listConcepts(db)
  const home = before.concept.id
  const children = all.filter((one) => before.children.includes(one.id) && one.parent === into.id)
  await saveConcepts(
    db,
    children.filter((child) => !standsUnder(all, home, child.id)).map((child) => ({ ...child, parent: home })),
  )
}
