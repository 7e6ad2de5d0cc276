// Comments like this one that people already decided on this desk, and what they decided.
// It must not know the machine's opinions, nor say who decided: past human decisions only, without names.
import type { SimilarComment } from '../../../shared/contract/moderation.ts'
import type { Charter, Comment } from '../../../shared/domain/comment.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { wasRefusedHarshly } from '../../../shared/domain/harsh.ts'
import { createCosineIndex, type CosineIndex, type Near, type WeightedTerm } from '../learning/cosine-index.ts'
import { findArticle } from '../store/article-rows.ts'
import { commentTexts, decidedHashes, findComment } from '../store/comment-rows.ts'
import type { Readable } from '../store/database.ts'
import { legible } from '../tasks/moderation/legible.ts'
import { lexemesOf } from '../text/lexemes.ts'
import { primaryLanguage } from '../text/stems.ts'
import { foldToken, tokenize } from '../text/tokens.ts'
import { readCharter } from './charter.ts'
import type { DeskContext } from './context.ts'

/** The newest decisions compared with. */
const mostCompared = 10_000
/** Under this two comments have little in common but ordinary words. */
const leastLikeness = 0.2
const mostWords = 5
/** Characters in a row, inside a word: they see through spelling, inflection and another language's cousin words. */
const gramSize = 4
const gramWeight = 0.35
/** Comments read between two breaths of the loop: some 10 ms. */
const slice = 25
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

interface Held {
  readonly index: CosineIndex
  /** The hash of the text each comment was indexed with: no text is kept. */
  readonly hashes: Map<string, string>
  /** The last search, its refresh included: the next one waits for it. */
  settled: Promise<void>
}
const indexes = new WeakMap<object, Held>()

const isWord = (term: string): boolean => term.startsWith('w ')

/** Terms by language and spelling: a newsroom's readers use the same words, and a string met again is looked up faster. */
const spellingsKept = 100_000
const termsOfSpelling = new Map<string, readonly WeightedTerm[]>()

/** The stem of a telling word and its grams; nothing for the others. */
function termsOfWord(word: string, lang: string | null): readonly WeightedTerm[] {
  const key = `${primaryLanguage(lang)} ${word}`
  const known = termsOfSpelling.get(key)
  if (known) return known
  const { stem, telling } = lexemesOf(lang)(word)
  const folded = ` ${foldToken(word)} `
  const terms: WeightedTerm[] = telling ? [{ term: `w ${stem}`, weight: 1 }] : []
  for (let at = 0; telling && at + gramSize <= folded.length; at += 1)
    terms.push({ term: folded.slice(at, at + gramSize), weight: gramWeight })
  if (termsOfSpelling.size >= spellingsKept) termsOfSpelling.clear()
  termsOfSpelling.set(key, terms)
  return terms
}

/** Stems of the telling words, and the grams of those words. */
function termsOf(body: string, lang: string | null): WeightedTerm[] {
  return tokenize(legible(body)).flatMap(({ text }) => termsOfWord(text, lang))
}

/** Brings the index to what is decided now: only what is new or changed is read again. */
async function refresh(db: Readable, { index, hashes }: Held): Promise<void> {
  const decided = await decidedHashes(db, mostCompared)
  const now = new Set(decided.map(({ id }) => id))
  for (const id of hashes.keys()) {
    if (now.has(id)) continue
    index.remove(id)
    hashes.delete(id)
  }
  const changed = decided.filter(({ id, hash }) => hashes.get(id) !== hash).map(({ id }) => id)
  for (let start = 0; start < changed.length; start += slice) {
    await breathe()
    for (const { id, body, lang, hash } of await commentTexts(db, changed.slice(start, start + slice))) {
      index.put(id, termsOf(body, lang))
      hashes.set(id, hash)
    }
  }
}

/** The nearest to `comment` and how many were compared, a stretch at a time; one search after the other. */
async function search(desk: Pick<DeskContext, 'store'>, comment: Comment, limit: number): Promise<{ compared: number; near: Near[] }> {
  const held = indexes.get(desk.store) ?? { index: createCosineIndex(), hashes: new Map(), settled: Promise.resolve() }
  indexes.set(desk.store, held)
  const turn = held.settled.then(async () => {
    await refresh(desk.store.read, held)
    await breathe()
    const wanted = { limit, floor: leastLikeness, except: comment.id }
    const steps = held.index.nearestInSteps(termsOf(comment.body, comment.lang), wanted)
    for (;;) {
      const step = steps.next()
      if (step.done === true) return { compared: held.index.size(), near: step.value }
      await breathe()
    }
  })
  held.settled = turn.then(
    () => undefined,
    () => undefined,
  )
  return turn
}

/** Lets go of every word of a desk's comments held in memory: some were erased for good. */
export function forgetSimilar(store: DeskContext['store']): void {
  indexes.delete(store)
  termsOfSpelling.clear()
}

/** The words of `body`, as written there, behind the shared stems; those that count most first. */
function sharedWords(body: string, lang: string | null, shared: readonly string[]): string[] {
  const lexeme = lexemesOf(lang)
  const written = new Map<string, string>()
  for (const { text } of tokenize(legible(body))) {
    const { stem, telling } = lexeme(text)
    if (telling && !written.has(`w ${stem}`)) written.set(`w ${stem}`, text.toLowerCase())
  }
  return shared
    .filter(isWord)
    .flatMap((term) => written.get(term) ?? [])
    .slice(0, mostWords)
}

/**
 * The decided comments nearest to `comment`, by TF-IDF cosine over stems and character grams, most alike first.
 * `compared` is how many decisions were looked through. @throws DeskError `not-found`.
 */
export async function listSimilarDecisions(
  desk: Pick<DeskContext, 'store' | 'resources'>,
  { comment: id, limit }: { comment: string; limit: number },
): Promise<{ compared: number; items: SimilarComment[] }> {
  const comment = await findComment(desk.store.read, id)
  if (!comment) throw new DeskError('not-found', `comment ${id}`, 'is not on this desk', { id })
  const { compared, near } = await search(desk, comment, limit)
  const charter = await readCharter(desk)
  const items = await Promise.all(near.map((one) => describe(desk, charter, comment, one)))
  return { compared, items: items.flatMap((item) => item ?? []) }
}

async function describe(
  desk: Pick<DeskContext, 'store'>,
  charter: Charter,
  asked: Comment,
  { id, score, shared }: Near,
): Promise<SimilarComment | null> {
  const found = await findComment(desk.store.read, id)
  if (!found) return null
  const article = found.article === null ? null : await findArticle(desk.store.read, found.article)
  const verdict = found.decided?.decision ?? found.decision ?? (found.label === 1 ? 'refuse' : 'publish')
  return {
    id,
    body: found.body,
    lang: found.lang,
    title: article?.title ?? null,
    decision: verdict === 'refuse' ? 'refuse' : 'publish',
    clause: found.decided ? found.decided.clause : found.clause,
    publicReason: found.decided?.publicReason ?? '',
    at: found.decided?.at ?? found.date,
    here: found.decided !== null,
    likeness: score,
    words: sharedWords(asked.body, asked.lang, shared),
    harsh: wasRefusedHarshly(found, charter.clauses),
  }
}
