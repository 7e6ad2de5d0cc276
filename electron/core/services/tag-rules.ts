// The house's one-line rules: written, tried, listed, removed. In force the moment they are written.
// It must not know how a rule is matched.
import { DeskError } from '../../../shared/domain/error.ts'
import type { TagRule } from '../../../shared/domain/tag-rule.ts'
import { preferredLabel, type Concept } from '../../../shared/domain/vocabulary.ts'
import { trainingTexts } from '../store/article-rows.ts'
import { listConcepts } from '../store/concept-rows.ts'
import type { Readable } from '../store/database.ts'
import { deleteRule, insertRule, listRules, type StoredRule } from '../store/tag-rule-rows.ts'
import type { HouseRule, TagTeaching } from '../tasks/ports.ts'
import { parseRule, ruleRefusal } from '../tasks/tags/rule-syntax.ts'
import { compileRules } from '../tasks/tags/tag-rules.ts'
import { vocabularyLock } from '../tasks/tags/vocabulary-lock.ts'
import type { Actor, DeskContext } from './context.ts'

type Teachings = { readonly current: () => Promise<TagTeaching> }

/** In the order they were written. */
export async function viewRules(desk: Pick<DeskContext, 'store'>, teachings: Teachings): Promise<TagRule[]> {
  const { today, rules } = await teachings.current()
  const concepts = await listConcepts(desk.store.read)
  const records = new Map(rules.map((rule) => [rule.id, rule]))
  return (await listRules(desk.store.read)).map((rule) => viewOf(rule, concepts, today, records.get(rule.id)))
}

function viewOf(rule: StoredRule, concepts: readonly Concept[], today: string, record: HouseRule | undefined): TagRule {
  const now = vocabularyLock(concepts).resolve(rule.concept)
  const concept = concepts.find((one) => one.id === (now ?? rule.concept))
  const expired = rule.until !== null && rule.until < today
  const { id, line, until, added } = rule
  return {
    id,
    line,
    until,
    added,
    concept: now ?? rule.concept,
    label: concept ? preferredLabel(concept, 'fr') : rule.concept,
    state: now === null ? 'blocked' : expired ? 'expired' : 'active',
    accepted: record?.accepted ?? 0,
    rejected: record?.rejected ?? 0,
  }
}

type Read = { readonly line: string; readonly concept: Concept; readonly until: string | null }

/** The rule a line is, with the tag of the thesaurus it names. @throws DeskError `bad-input` with `problem` and `at`. */
async function readRule(db: Readable, given: string): Promise<Read> {
  const line = given.normalize('NFC').trim()
  const { tag, tagAt, until } = parseRule(line)
  const concepts = await listConcepts(db)
  const lock = vocabularyLock(concepts)
  const id = lock.named(tag)
  const concept = id === null ? undefined : lock.active.get(id)
  if (concept) return { line, concept, until }
  // A label several tags bear names none, in use or not.
  const retired = vocabularyLock(concepts.map((one) => ({ ...one, active: true }))).named(tag) !== null
  throw ruleRefusal(retired ? 'retired-tag' : 'unknown-tag', tagAt)
}

export type RuleTrial = {
  readonly concept: string
  readonly label: string
  readonly until: string | null
  /** Articles looked at, the newest first, and how many of them the rule fires on. */
  readonly tried: number
  readonly fired: number
  readonly articles: { readonly id: string; readonly title: string; readonly quotes: string[] }[]
}

const mostTried = 2_000
const mostShown = 20

/** What a line would do on the newest articles. Keeps nothing. @throws DeskError `bad-input`. */
export async function tryRule(desk: Pick<DeskContext, 'store' | 'clock'>, given: string): Promise<RuleTrial> {
  const { line, concept, until } = await readRule(desk.store.read, given)
  const rules = compileRules([{ id: '', line, concept: concept.id, until, accepted: 0, rejected: 0 }])
  const today = desk.clock().toISOString().slice(0, 10)
  const texts = await trainingTexts(desk.store.read, { tagged: false, limit: mostTried })
  const hits = texts.flatMap((text) => {
    const [fired] = rules.fire(text, today)
    return fired
      ? [{ id: text.id, title: text.title, quotes: fired.places.map(({ field, start, end }) => text[field].slice(start, end)) }]
      : []
  })
  const label = preferredLabel(concept, 'fr')
  return { concept: concept.id, label, until, tried: texts.length, fired: hits.length, articles: hits.slice(0, mostShown) }
}

/** Puts a rule in force. The same line again changes nothing. @throws DeskError `bad-input` with `problem` and `at`. */
export async function addRule(desk: DeskContext, teachings: Teachings, actor: Actor, given: string): Promise<TagRule> {
  const id = desk.ids()
  const written = await desk.pen.write(async (db) => {
    const { line, concept, until } = await readRule(db, given)
    const same = (await listRules(db)).find((rule) => rule.line === line)
    if (same) return same.id
    const entry = await desk.pen.append(db, {
      act: 'rule.added',
      subject: id,
      actor,
      facts: { concept: concept.id, until },
      contents: { after: line },
    })
    const added = { by: actor.person.id, at: desk.clock().toISOString() }
    await insertRule(db, { id, line, concept: concept.id, until, added, entry: entry.body.id })
    return id
  })
  desk.emit({ type: 'engine.changed', id: 'builtin' })
  const rule = (await viewRules(desk, teachings)).find((one) => one.id === written)
  if (!rule) throw new DeskError('not-found', `rule ${written}`, 'is not on this desk any more')
  return rule
}

/** Takes a rule out of force; what it proposed stays. @throws DeskError `not-found`. */
export async function removeRule(desk: DeskContext, actor: Actor, id: string): Promise<void> {
  await desk.pen.write(async (db) => {
    const rule = (await listRules(db)).find((one) => one.id === id)
    if (!rule || !(await deleteRule(db, id))) throw new DeskError('not-found', `rule ${id.slice(0, 64)}`, 'is not on this desk')
    await desk.pen.append(db, {
      act: 'rule.removed',
      subject: id,
      actor,
      facts: { concept: rule.concept, until: rule.until },
      contents: { before: rule.line },
    })
  })
  desk.emit({ type: 'engine.changed', id: 'builtin' })
}
