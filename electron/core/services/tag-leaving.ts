// A tag leaves the thesaurus: merged into another, or retired with or without a replacement. One transaction, one entry, undoable.
// It must not know how a tag comes back: what it kept of the state before says all.
import { z } from 'zod'
import type { Leaving } from '../../../shared/contract/vocabulary-edits.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { labelSchema, conceptSchema, type Concept, type Label } from '../../../shared/domain/vocabulary.ts'
import { tagValueSchema } from '../../../shared/domain/suggestion.ts'
import { countUses, findConcept, listConcepts, saveConcepts } from '../store/concept-rows.ts'
import type { Readable, Writable } from '../store/database.ts'
import { listRules } from '../store/tag-rule-rows.ts'
import { toJson } from '../store/rows.ts'
import { countDecisionsOn } from '../store/tag-standing-rows.ts'
import type { TagTeaching } from '../tasks/ports.ts'
import type { Actor, DeskContext } from './context.ts'
import { countSettled, settleWaiting, type Settled } from './waiting-tags.ts'

type Teachings = { readonly current: () => Promise<TagTeaching> }
type Wish = { readonly concept: string; readonly into: string | null }

/** What an entry keeps so that a tag can come back; stored beside the ledger, under its hash. */
export const beforeSchema = z.object({
  concept: conceptSchema,
  into: z.string().nullable(),
  added: z.array(labelSchema),
  children: z.array(z.string()),
  /** The other tag's own parent, when the merge had to change it. */
  parentOfInto: z.string().nullable().optional(),
  moved: z.array(z.object({ id: z.string(), from: tagValueSchema })),
  dropped: z.array(z.string()),
})
export type Before = z.infer<typeof beforeSchema>

type Pair = { readonly leaving: Concept; readonly into: Concept | null; readonly all: readonly Concept[] }

/** @throws DeskError `not-found`, `bad-transition` (retired already), `bad-input` (no tag in use to give way to). */
async function demandPair(db: Readable, { concept, into }: Wish): Promise<Pair> {
  const all = await listConcepts(db)
  const leaving = all.find((one) => one.id === concept)
  if (!leaving) throw new DeskError('not-found', `tag ${concept}`, 'is not in the thesaurus', { concept })
  if (!leaving.active) throw new DeskError('bad-transition', `tag ${concept}`, 'is retired already', { concept })
  const other = into === null ? null : (all.find((one) => one.id === into) ?? null)
  if (into !== null && (!other?.active || other.id === concept))
    throw new DeskError('bad-input', `tag ${into}`, 'is not another tag in use', { field: 'into' })
  return { leaving, into: other, all }
}

/** The leaving tag's labels that the other lacks, as alternates of it. */
function labelsFor({ leaving, into }: Pair): Label[] {
  const known = new Set(into?.labels.map((label) => label.text))
  return leaving.labels.flatMap((label): Label[] => {
    if (known.has(label.text)) return []
    known.add(label.text)
    return [{ ...label, kind: 'alternate' }]
  })
}

const childrenOf = ({ leaving, into, all }: Pair): Concept[] =>
  into === null ? [] : all.filter((one) => one.parent === leaving.id && one.id !== into.id)

/** What a merge or a retirement would do. Keeps nothing. @throws as `mergeTags`. */
export async function previewLeave(desk: Pick<DeskContext, 'store'>, teachings: Teachings, wish: Wish): Promise<Leaving> {
  const db = desk.store.read
  return leavingOf(db, teachings, await demandPair(db, wish))
}

async function leavingOf(db: Readable, teachings: Teachings, pair: Pair): Promise<Leaving> {
  const { leaving, into } = pair
  const learned = (await teachings.current()).feedback.get(leaving.id)
  return {
    concept: leaving.id,
    into: into?.id ?? null,
    articles: (await countUses(db)).get(leaving.id) ?? 0,
    labels: into === null ? [] : labelsFor(pair).map((label) => label.text),
    children: childrenOf(pair).map((one) => one.id),
    ...(await countSettled(db, leaving.id, into)),
    decisions: await countDecisionsOn(db, leaving.id),
    rules: (await listRules(db)).filter((rule) => rule.concept === leaving.id).length,
    learned: { accepted: learned?.accepted ?? 0, rejected: learned?.rejected ?? 0, added: learned?.added ?? 0 },
  }
}

/**
 * Merges a tag into another: the other takes its labels as alternates and its children; it retires, replaced by the other.
 * Decisions taken keep the tag they were taken on. @throws DeskError `not-found`, `bad-transition`, `bad-input`.
 */
export async function mergeTags(
  desk: DeskContext,
  teachings: Teachings,
  actor: Actor,
  wish: { readonly concept: string; readonly into: string },
): Promise<Leaving> {
  const leaving = await previewLeave(desk, teachings, wish)
  const settled = await desk.pen.write(async (db) => {
    const pair = await demandPair(db, wish)
    const parentOfInto = await takeOver(db, pair)
    return leave(desk, db, actor, { act: 'vocabulary.merged', pair, parentOfInto })
  })
  announce(desk, settled)
  return { ...leaving, moved: settled.moved.length, dropped: settled.dropped.length }
}

/** Labels and children pass to the other tag. Returns its old parent when it stood under the leaving one. */
async function takeOver(db: Writable, pair: Pair): Promise<string | null | undefined> {
  const { leaving, into, all } = pair
  if (!into) return undefined
  const below = standsUnder(all, into.id, leaving.id)
  // It stood under the tag that leaves: it takes that place, or its new children would be its ancestors.
  const parent = below ? leaving.parent : into.parent
  await saveConcepts(db, [
    { ...into, parent, labels: [...into.labels, ...labelsFor(pair)] },
    ...childrenOf(pair).map((child) => ({ ...child, parent: into.id })),
  ])
  return below ? into.parent : undefined
}

/** True when `id` is somewhere under `ancestor`. */
export function standsUnder(all: readonly Concept[], id: string, ancestor: string): boolean {
  const parentOf = new Map(all.map((one) => [one.id, one.parent]))
  const seen = new Set<string>()
  for (let at = parentOf.get(id) ?? null; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
    if (at === ancestor) return true
    seen.add(at)
  }
  return false
}

type Departure = {
  readonly act: 'vocabulary.merged' | 'vocabulary.retired'
  readonly pair: Pair
  readonly parentOfInto?: string | null | undefined
}

/** The tag goes out of use, in the running transaction; what waits follows, and the entry keeps the state before. */
async function leave(desk: DeskContext, db: Writable, actor: Actor, { act, pair, parentOfInto }: Departure): Promise<Settled> {
  const { leaving, into } = pair
  const merged = act === 'vocabulary.merged'
  await saveConcepts(db, [{ ...leaving, active: false, replacedBy: into?.id ?? null }])
  const settled = await settleWaiting(db)
  const before: Before = {
    concept: leaving,
    into: into?.id ?? null,
    added: merged ? labelsFor(pair) : [],
    children: merged ? childrenOf(pair).map((child) => child.id) : [],
    ...(parentOfInto === undefined ? {} : { parentOfInto }),
    moved: [...settled.moved],
    dropped: [...settled.dropped],
  }
  await desk.pen.append(db, {
    act,
    subject: leaving.id,
    actor,
    facts: { into: before.into, moved: settled.moved.length, dropped: settled.dropped.length, children: before.children.length },
    contents: { before: toJson(before) },
  })
  return settled
}

/** Takes a tag out of use, for another or for none. @throws DeskError `not-found`, `bad-transition`, `bad-input`. */
export async function retireTag(desk: DeskContext, teachings: Teachings, actor: Actor, wish: Wish): Promise<Leaving> {
  const leaving = await previewLeave(desk, teachings, wish)
  const settled = await desk.pen.write((db) => retireIn(desk, db, actor, wish))
  announce(desk, settled)
  return { ...leaving, labels: [], children: [], moved: settled.moved.length, dropped: settled.dropped.length }
}

/** The same inside a transaction already open. */
export async function retireIn(desk: DeskContext, db: Writable, actor: Actor, wish: Wish): Promise<Settled> {
  return leave(desk, db, actor, { act: 'vocabulary.retired', pair: await demandPair(db, wish) })
}

export function announce(desk: Pick<DeskContext, 'emit'>, settled: Pick<Settled, 'items'>): void {
  desk.emit({ type: 'vocabulary.changed' })
  if (settled.items.length > 0) desk.emit({ type: 'suggestion.changed', items: [...settled.items] })
}

/** @throws DeskError `not-found`. */
export async function demandConcept(db: Readable, id: string): Promise<Concept> {
  const concept = await findConcept(db, id)
  if (!concept) throw new DeskError('not-found', `tag ${id}`, 'is not in the thesaurus', { concept: id })
  return concept
}
