// What people taught the tags room: decisions, one-line rules, and the resets that forget. Handed to the engine at every item.
// It must not know how scores change.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Evidence, TagValue } from '../../../shared/domain/suggestion.ts'
import { preferredLabel, type Concept } from '../../../shared/domain/vocabulary.ts'
import type { Learned, LearnedTag } from '../../../shared/contract/tagging.ts'
import { listConcepts, findConcept } from '../store/concept-rows.ts'
import type { Readable } from '../store/database.ts'
import { ledgerHead } from '../store/ledger-rows.ts'
import { fromJson } from '../store/rows.ts'
import { replacements } from '../store/tag-standing-rows.ts'
import { decidedTags, listResets, listRules, saveReset, type DecidedTag } from '../store/tag-rule-rows.ts'
import type { HouseRule, TagTeaching, TagTeachings } from '../tasks/ports.ts'
import { explainTag } from '../tasks/tags/explain-tag.ts'
import { feedbackOf, isSwitchedOff, type ConceptFeedback, type TagVerdict } from '../tasks/tags/feedback.ts'
import { readTagger } from '../tasks/tags/tagger-model.ts'
import { vocabularyLock } from '../tasks/tags/vocabulary-lock.ts'
import { recordHash } from './content-hashes.ts'
import type { Actor, DeskContext } from './context.ts'
import { demandRole } from './people.ts'
import { sha256Bytes } from './task-ports.ts'

type Judged = { readonly item: string; readonly verdict: TagVerdict; readonly rules: readonly string[] }

const quoted = (evidence: readonly Evidence[]): string[] => evidence.flatMap((one) => (one.kind === 'text' ? [one.quote] : []))
const fired = (evidence: readonly Evidence[]): string[] => evidence.flatMap((one) => (one.kind === 'rule' ? [one.rule] : []))

/** One decision as the tags room reads it; an edit refuses the machine's tag and adds the person's. */
function judgedOf(row: DecidedTag): Judged[] {
  const value = fromJson<TagValue>(row.value)
  const evidence = fromJson<Evidence[]>(row.evidence)
  const rules = fired(evidence)
  const ours = row.origin === 'machine' && row.engine === 'builtin' && rules.length === 0
  const about = { score: row.score, quotes: quoted(evidence), of: ours ? ('engine' as const) : ('other' as const) }
  if (row.state === 'edited') {
    const machine = row.proposed === null ? null : fromJson<{ value: TagValue }>(row.proposed).value
    const added = { concept: value.concept, right: true, of: 'added' as const, score: 0, quotes: [] }
    if (machine?.concept === value.concept) return [{ item: row.item, verdict: { ...about, concept: value.concept, right: true }, rules }]
    const refused = machine ? [{ item: row.item, verdict: { ...about, concept: machine.concept, right: false }, rules }] : []
    return [...refused, { item: row.item, verdict: added, rules: [] }]
  }
  if (row.origin === 'human')
    return [{ item: row.item, verdict: { ...about, concept: value.concept, right: row.state === 'accepted', of: 'added' }, rules: [] }]
  return [{ item: row.item, verdict: { ...about, concept: value.concept, right: row.state === 'accepted' }, rules }]
}

/** The last word on each tag of each article: engines and runs often propose the same one. A tag that gave way teaches its replacement. */
async function lastWords(db: Readable): Promise<Judged[]> {
  const lock = vocabularyLock(await listConcepts(db))
  const last = new Map<string, Judged>()
  for (const row of await decidedTags(db)) {
    for (const { verdict, ...one } of judgedOf(row)) {
      const concept = lock.resolve(verdict.concept) ?? verdict.concept
      last.set(JSON.stringify([one.item, concept]), { ...one, verdict: { ...verdict, concept } })
    }
  }
  return [...last.values()]
}

/** Tags people gave or refused on each article, for the next training. */
export async function taughtTags(db: Readable): Promise<Map<string, { given: string[]; refused: string[] }>> {
  const byItem = new Map<string, { given: string[]; refused: string[] }>()
  for (const { item, verdict } of await lastWords(db)) {
    const tags = byItem.get(item) ?? { given: [], refused: [] }
    byItem.set(item, tags)
    tags[verdict.right ? 'given' : 'refused'].push(verdict.concept)
  }
  return byItem
}

export type Taught = TagTeaching & { readonly verdicts: readonly Judged[] }

async function readTeaching(db: Readable, today: string): Promise<Taught> {
  const verdicts = await lastWords(db)
  const records = new Map<string, { accepted: number; rejected: number }>()
  for (const { verdict, rules } of verdicts) {
    for (const rule of rules) {
      const record = records.get(rule) ?? { accepted: 0, rejected: 0 }
      record[verdict.right ? 'accepted' : 'rejected'] += 1
      records.set(rule, record)
    }
  }
  const rules = (await listRules(db)).map(({ id, line, concept, until }): HouseRule => {
    const record = records.get(id) ?? { accepted: 0, rejected: 0 }
    return { id, line, concept, until, ...record }
  })
  const feedback = feedbackOf(verdicts.map(({ verdict }) => verdict))
  const resets = await listResets(db)
  // Undated articles are tried against today: which rules that leaves out is part of what decides.
  const over = rules.filter((rule) => rule.until !== null && rule.until < today).map((rule) => rule.id)
  const learned = [...feedback].map(([concept, { spellings, ...counts }]) => [concept, counts, [...spellings]])
  const standing =
    rules.length + resets.length === 0
      ? null
      : recordHash([rules.map(({ id, line, concept, until }) => [id, line, concept, until]), over, resets])
  const nothing = rules.length === 0 && feedback.size === 0
  return { revision: nothing ? null : recordHash([rules, over, learned]), standing, today, rules, feedback, verdicts }
}

export type DeskTeachings = TagTeachings & { readonly current: () => Promise<Taught> }

/** Read anew when the ledger has grown (every rule, decision and reset is in it), an import moved a replacement, or the day has changed. */
export function createTagTeachings(desk: Pick<DeskContext, 'store' | 'clock'>): DeskTeachings {
  let last: { key: string; taught: Promise<Taught> } | null = null
  return {
    current: async () => {
      const today = desk.clock().toISOString().slice(0, 10)
      const key = `${(await ledgerHead(desk.store.read))?.seq ?? 0} ${today} ${await replacements(desk.store.read)}`
      if (last?.key === key) return last.taught
      const entry = { key, taught: readTeaching(desk.store.read, today) }
      last = entry
      entry.taught.catch(() => {
        if (last === entry) last = null
      })
      return entry.taught
    },
  }
}

export type LearnedParts = { readonly teachings: DeskTeachings; readonly taggerBytes: () => Promise<Uint8Array | null> }

/** What was learned from decisions, most decided first; of one concept, its trained weights too. @throws DeskError `not-found`. */
export async function viewLearned(
  desk: Pick<DeskContext, 'store'>,
  { teachings, taggerBytes }: LearnedParts,
  concept: string | undefined,
): Promise<Learned> {
  const { feedback } = await teachings.current()
  const resets = await listResets(desk.store.read)
  const all = resets.find((reset) => reset.concept === null)?.at ?? null
  const view = (id: string, known: Concept | undefined): LearnedTag => ({
    concept: id,
    label: known ? preferredLabel(known, 'fr') : id,
    ...countsOf(feedback.get(id)),
    forgottenAt: [resets.find((reset) => reset.concept === id)?.at ?? null, all].reduce((a, b) =>
      a !== null && (b === null || a > b) ? a : b,
    ),
  })
  if (concept === undefined) {
    const concepts = new Map((await listConcepts(desk.store.read)).map((one) => [one.id, one]))
    const tags = [...feedback.keys()].map((id) => view(id, concepts.get(id)))
    return { tags: tags.sort((a, b) => weightOf(b) - weightOf(a) || (a.concept < b.concept ? -1 : 1)), forgottenAt: all, trained: null }
  }
  const known = await findConcept(desk.store.read, concept)
  if (!known) throw new DeskError('not-found', `tag ${concept}`, 'is not in the thesaurus', { concept })
  const bytes = await taggerBytes()
  return { tags: [view(concept, known)], forgottenAt: all, trained: bytes && explained(bytes, concept) }
}

function explained(bytes: Uint8Array, concept: string): Learned['trained'] {
  const found = explainTag(readTagger(bytes, sha256Bytes).tagger, concept)
  return found && { ...found, towards: [...found.towards], against: [...found.against], spellings: [...found.spellings] }
}

const weightOf = (tag: LearnedTag): number => tag.accepted + tag.rejected + tag.added

function countsOf(feedback: ConceptFeedback | undefined): Omit<LearnedTag, 'concept' | 'label' | 'forgottenAt'> {
  const { accepted, rejected, added, shift } = feedback ?? { accepted: 0, rejected: 0, added: 0, shift: 0 }
  const spellings = [...(feedback?.spellings ?? [])]
    .map(([spelling, record]) => ({ spelling, ...record, off: isSwitchedOff(record) }))
    .sort((a, b) => b.accepted + b.rejected - a.accepted - a.rejected || (a.spelling < b.spelling ? -1 : 1))
  return { accepted, rejected, added, reliability: (accepted + 1) / (accepted + rejected + 2), shift, spellings }
}

/**
 * Forgets what decisions taught, of one concept or of all: decisions before now no longer count, at once nor in the next training.
 * They stay in the ledger and the outputs stand. @throws DeskError `role-required`, `not-found`.
 */
export async function resetLearned(desk: DeskContext, actor: Actor, concept: string | undefined): Promise<void> {
  demandRole(actor, 'referent')
  await desk.pen.write(async (db) => {
    if (concept !== undefined && !(await findConcept(db, concept)))
      throw new DeskError('not-found', `tag ${concept}`, 'is not in the thesaurus', { concept })
    const subject = concept ?? desk.pen.desk
    const entry = await desk.pen.append(db, { act: 'tags.reset', subject, actor, facts: { concept: concept ?? null } })
    await saveReset(db, { concept: concept ?? null, at: desk.clock().toISOString(), entry: entry.body.id })
  })
  desk.emit({ type: 'engine.changed', id: 'builtin' })
  // Wakes the training, which learns anew without what was forgotten.
  desk.emit({ type: 'vocabulary.changed' })
}
