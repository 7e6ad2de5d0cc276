// The parking lane: terms that recur and that the thesaurus lacks, with what people made of them. None becomes a tag by itself.
// It must not know how terms are found: a worker reads the articles.
import { DeskError } from '../../../shared/domain/error.ts'
import type { ParkedTerm } from '../../../shared/contract/tagging.ts'
import type { Concept, Label } from '../../../shared/domain/vocabulary.ts'
import { countArticles } from '../store/article-rows.ts'
import { findConcept, listConcepts, listProposedTerms, saveConcepts } from '../store/concept-rows.ts'
import type { Readable, Writable } from '../store/database.ts'
import { foldText } from '../store/fold-text.ts'
import { deleteMark, listMarks, parkingMark, parkingTexts, saveMark, type ParkedMark } from '../store/parking-rows.ts'
import type { LedgerAct } from '../../../shared/domain/ledger.ts'
import { termKey, type NewTerm } from '../tasks/tags/new-terms.ts'
import { workerPool } from '../workers/pool.ts'
import { sha256 } from './card-hash.ts'
import { recordHash } from './content-hashes.ts'
import type { Actor, DeskContext } from './context.ts'

export type Parking = { terms: ParkedTerm[]; read: number; of: number }

/** The newest articles are read: what is new stands there. */
const mostRead = 4_000
const mostTerms = 1_000
/** What was last found on each desk: asked again with no article or label changed, nothing is read anew. */
const found = new WeakMap<object, { key: string; terms: Promise<{ terms: readonly NewTerm[]; read: number }> }>()

/** The terms in these states, the most telling first. */
export async function viewParking(
  desk: Pick<DeskContext, 'store'>,
  wish: { limit: number; states: ParkedTerm['state'][] },
): Promise<Parking> {
  const { terms, read } = await newTerms(desk)
  const marks = new Map((await listMarks(desk.store.read)).map((mark) => [mark.key, mark]))
  const all = await withProposed(desk.store.read, terms)
  const known = new Set(all.map((term) => term.key))
  // A term adopted is covered now, and one set aside may have left the newest articles: their marks still show.
  const gone = [...marks.values()].filter((mark) => !known.has(mark.key)).map((mark) => blank(mark.key, mark.term))
  const shown = [...all, ...gone]
    .map((term) => ({ ...term, state: marks.get(term.key)?.state ?? term.state, concept: marks.get(term.key)?.concept ?? null }))
    .filter((term) => wish.states.includes(term.state))
  return { terms: shown.slice(0, wish.limit), read, of: await countArticles(desk.store.read) }
}

export type TypedTerm = { term: string; count: number; articles: string[] }

/** Terms people typed that the thesaurus lacks and nobody has set aside: known without reading an article. */
export async function viewProposedTerms({ store }: Pick<DeskContext, 'store'>): Promise<TypedTerm[]> {
  const marks = new Set((await listMarks(store.read)).map(({ key }) => key))
  // Where the articles have a term too, its mark is in their language; where they do not, in French.
  const langs = [...new Set(['fr', ...[...marks].map((key) => key.slice(0, key.indexOf(':')))])]
  return (await lackingTerms(store.read)).filter(({ term }) => langs.every((lang) => !marks.has(termKey(term, lang))))
}

/** What people typed and no label of the thesaurus says. */
async function lackingTerms(db: Readable): Promise<TypedTerm[]> {
  const labels = new Set((await listConcepts(db)).flatMap((concept) => concept.labels.map((label) => foldText(label.text))))
  return (await listProposedTerms(db)).filter(({ term }) => !labels.has(foldText(term)))
}

async function newTerms(desk: Pick<DeskContext, 'store'>): Promise<{ terms: readonly NewTerm[]; read: number }> {
  const concepts = await listConcepts(desk.store.read)
  const key = recordHash([await parkingMark(desk.store.read, mostRead), concepts])
  const before = found.get(desk.store)
  if (before?.key === key) return before.terms
  const entry = { key, terms: readTerms(desk, concepts) }
  found.set(desk.store, entry)
  entry.terms.catch(() => {
    if (found.get(desk.store) === entry) found.delete(desk.store)
  })
  return entry.terms
}

async function readTerms(desk: Pick<DeskContext, 'store'>, concepts: Concept[]): Promise<{ terms: readonly NewTerm[]; read: number }> {
  const articles = await parkingTexts(desk.store.read, mostRead)
  if (articles.length === 0) return { terms: [], read: 0 }
  const pool = workerPool({ maxThreads: 1 })
  try {
    return { terms: await pool.run('new-terms', { articles, concepts, limit: mostTerms }), read: articles.length }
  } finally {
    await pool.close()
  }
}

function blank(key: string, term: string): ParkedTerm {
  const lang = key.slice(0, key.indexOf(':'))
  return {
    key,
    term,
    lang: lang === '' ? null : lang,
    kind: 'typed',
    state: 'waiting',
    concept: null,
    articles: 0,
    occurrences: 0,
    proposed: 0,
    firstSeen: null,
    lastSeen: null,
    score: 0,
    examples: [],
  }
}

const bare = (key: string): string => key.slice(key.indexOf(':') + 1)

/** Terms people typed come first; one the articles repeat too is one term. A term that has become a label waits no longer. */
async function withProposed(db: Readable, terms: readonly NewTerm[]): Promise<ParkedTerm[]> {
  const typed = await lackingTerms(db)
  const merged = new Map(terms.map((term): [string, ParkedTerm] => [term.key, parked(term)]))
  for (const { term, count } of typed) {
    // Nobody says the language of a typed term: the archive's, when one of them has it.
    const keys = [...new Set(terms.map(({ lang }) => lang)), 'fr'].map((lang) => termKey(term, lang))
    const known = keys.flatMap((key) => merged.get(key) ?? [])[0] ?? blank(termKey(term, 'fr'), term)
    merged.set(known.key, { ...known, proposed: known.proposed + count })
  }
  return [...merged.values()]
    .filter((term) => bare(term.key) !== '')
    .sort((a, b) => Number(b.proposed > 0) - Number(a.proposed > 0) || b.score - a.score || b.proposed - a.proposed)
}

function parked(term: NewTerm): ParkedTerm {
  return { ...term, state: 'waiting', concept: null, proposed: 0, examples: term.examples.map((one) => ({ ...one })) }
}

/** @throws DeskError `not-found` for a key that is not in the lane. */
async function demandTerm(desk: Pick<DeskContext, 'store'>, key: string): Promise<ParkedTerm> {
  const { terms } = await viewParking(desk, { limit: Number.MAX_SAFE_INTEGER, states: ['waiting', 'dismissed', 'adopted'] })
  const term = terms.find((one) => one.key === key)
  if (!term) throw new DeskError('not-found', 'term', 'is not in the parking lane')
  return term
}

type Noted = {
  act: LedgerAct
  term: ParkedTerm
  concept: string | null
  /** What an adoption put into the thesaurus, and in which words: what taking it back takes away. */
  adopted?: { made: 'concept' | 'label' | 'nothing'; text: string }
}

async function note(desk: DeskContext, db: Writable, actor: Actor, { act, term, concept, adopted }: Noted): Promise<void> {
  // The ledger's subject is a hash: the term is content, and can be erased.
  await desk.pen.append(db, {
    act,
    subject: sha256(term.key),
    actor,
    facts: { concept, articles: term.articles, ...(adopted ? { made: adopted.made } : {}) },
    contents: { after: adopted?.text ?? term.term },
  })
}

function markOf(desk: DeskContext, actor: Actor, term: ParkedTerm, state: ParkedMark['state'], concept: string | null): ParkedMark {
  return { key: term.key, term: term.term, state, concept, by: actor.person.id, at: desk.clock().toISOString() }
}

/** Sets a term aside; it stays aside whatever articles say later. @throws DeskError `not-found`. */
export async function dismissTerm(desk: DeskContext, actor: Actor, key: string): Promise<void> {
  const term = await demandTerm(desk, key)
  if (term.state === 'dismissed') return
  await desk.pen.write(async (db) => {
    await saveMark(db, markOf(desk, actor, term, 'dismissed', null))
    await note(desk, db, actor, { act: 'term.dismissed', term, concept: null })
  })
  desk.emit({ type: 'vocabulary.changed' })
}

/** Puts a term back in the lane. @throws DeskError `not-found`. */
export async function restoreTerm(desk: DeskContext, actor: Actor, key: string): Promise<void> {
  const term = await demandTerm(desk, key)
  await desk.pen.write(async (db) => {
    if (await deleteMark(db, key)) await note(desk, db, actor, { act: 'term.restored', term, concept: term.concept })
  })
  desk.emit({ type: 'vocabulary.changed' })
}

/** A term enters the thesaurus as a concept of its own or as an alternate label. @throws DeskError `not-found`, `bad-input`, `id-conflict`. */
export async function adoptTerm(
  desk: DeskContext,
  actor: Actor,
  wish: { key: string; term?: string | undefined; concept?: string | undefined },
): Promise<Concept> {
  const term = await demandTerm(desk, wish.key)
  const text = (wish.term ?? term.term).normalize('NFC').trim()
  if (foldText(text) === '') throw new DeskError('bad-input', 'term', 'holds no word', { field: 'term' })
  const concept = await desk.pen.write(async (db) => {
    const before = wish.concept === undefined ? null : await findConcept(db, wish.concept)
    const made = wish.concept === undefined ? await newConcept(db, text, term.lang) : await withLabel(db, wish.concept, text, term.lang)
    await saveConcepts(db, [made])
    await saveMark(db, markOf(desk, actor, term, 'adopted', made.id))
    const adopted = { made: madeOf(before, made), text }
    await note(desk, db, actor, { act: 'term.adopted', term, concept: made.id, adopted })
    return made
  })
  desk.emit({ type: 'vocabulary.changed' })
  return concept
}

function madeOf(before: Concept | null, after: Concept): 'concept' | 'label' | 'nothing' {
  if (before === null) return 'concept'
  return before.labels.length < after.labels.length ? 'label' : 'nothing'
}

async function newConcept(db: Readable, text: string, lang: string | null): Promise<Concept> {
  const slug = foldText(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const id = slug === '' || slug.length > 100 ? `x-${sha256(text).slice(0, 16)}` : slug
  if (await findConcept(db, id))
    throw new DeskError('id-conflict', `tag ${id}`, 'is in the thesaurus already: adopt the term as its label', { concept: id })
  return { id, labels: [{ lang, text, kind: 'preferred' }], definition: null, parent: null, active: true, replacedBy: null }
}

async function withLabel(db: Readable, id: string, text: string, lang: string | null): Promise<Concept> {
  const concept = await findConcept(db, id)
  if (!concept) throw new DeskError('not-found', `tag ${id}`, 'is not in the thesaurus', { concept: id })
  if (!concept.active) throw new DeskError('bad-input', `tag ${id}`, 'is no longer in use', { field: 'concept' })
  if (concept.labels.some((label) => label.text === text)) return concept
  const label: Label = { lang, text, kind: 'alternate' }
  return { ...concept, labels: [...concept.labels, label] }
}
