// Comments like this one that people already decided on this desk, and what they decided.
// It must not know the machine's opinions, nor say who decided: past human decisions only, without names.
import type { SimilarComment } from '../../../shared/contract/moderation.ts'
import type { Charter, Comment } from '../../../shared/domain/comment.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { wasRefusedHarshly } from '../../../shared/domain/harsh.ts'
import { createCosineIndex, type CosineIndex, type Near, type Terms, type WeightedTerm } from '../learning/cosine-index.ts'
import { findArticle } from '../store/article-rows.ts'
import { commentTexts, decidedHashes, findComment } from '../store/comment-rows.ts'
import { dataVersion, type Readable } from '../store/database.ts'
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
/** Comments whose text is fetched at once, and decisions looked up at once: some 5 ms each. */
const fetched = 100
const lookedUp = 400
/** Between two breaths of the loop, in ms. */
const stride = 6
/** How long a question waits for what is still being read, in ms; then it is compared with what is there, and says with how many. */
const patience = 200
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

interface Held {
  readonly index: CosineIndex
  /** The hash of the text each comment was indexed with: no text is kept. */
  readonly hashes: Map<string, string>
  /** The database as it was when all of it had been read. */
  version: number | null
  refreshing: Promise<void> | null
  /** Somebody was answered before all was read. */
  hasty: boolean
  /** The last search or change of the index: they follow one another. */
  settled: Promise<unknown>
}
type CommentText = Awaited<ReturnType<typeof commentTexts>>[number]
const indexes = new WeakMap<object, Held>()

function heldOf(store: DeskContext['store']): Held {
  const known = indexes.get(store)
  if (known) return known
  const made: Held = {
    index: createCosineIndex(),
    hashes: new Map(),
    version: null,
    refreshing: null,
    hasty: false,
    settled: Promise.resolve(),
  }
  indexes.set(store, made)
  return made
}

/** Nothing is put or removed while a search walks the index. */
function inTurn<T>(held: Held, work: () => Promise<T> | T): Promise<T> {
  const turn = held.settled.then(work)
  held.settled = turn.catch(() => undefined)
  return turn
}

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
function termsOf(body: string, lang: string | null): Terms {
  return tokenize(legible(body)).map(({ text }) => termsOfWord(text, lang))
}

/** The newest decisions as they stand. */
async function decidedNow(db: Readable, signal: AbortSignal | undefined): Promise<Map<string, string>> {
  const decided = new Map<string, string>()
  let before: number | null = Number.MAX_SAFE_INTEGER
  for (let seen = 0; before !== null && seen < mostCompared && signal?.aborted !== true; seen += lookedUp) {
    const page = await decidedHashes(db, { before, limit: Math.min(lookedUp, mostCompared - seen) })
    for (const { id, hash } of page.marks) decided.set(id, hash)
    before = page.last
    await breathe()
  }
  return decided
}

/** Brings the index to what is decided now: only what is new or changed is read again, and nothing when nothing was written. */
async function refresh(db: Readable, held: Held, signal?: AbortSignal): Promise<void> {
  const { index, hashes } = held
  const stopped = (): boolean => signal?.aborted === true
  const version = await dataVersion(db)
  if (held.version === version) return
  const decided = await decidedNow(db, signal)
  const gone = [...hashes.keys()].filter((id) => !decided.has(id))
  const changed = [...decided].flatMap(([id, hash]) => (hashes.get(id) === hash ? [] : [id]))
  await inTurn(held, () => gone.forEach((id) => (index.remove(id), hashes.delete(id))))
  for (let start = 0; start < changed.length && !stopped(); start += fetched) {
    await breathe()
    const texts = await commentTexts(db, changed.slice(start, start + fetched))
    while (texts.length > 0 && !stopped()) {
      await breathe()
      await inTurn(held, () => putSome(held, texts))
    }
  }
  if (!stopped()) held.version = version
}

/** Takes texts from the end of the list into the index, for a few milliseconds. */
function putSome({ index, hashes }: Held, texts: CommentText[]): void {
  const until = performance.now() + stride
  for (let text = texts.pop(); text !== undefined; text = performance.now() < until ? texts.pop() : undefined) {
    index.put(text.id, termsOf(text.body, text.lang))
    hashes.set(text.id, text.hash)
  }
}

type Asked = Pick<DeskContext, 'store' | 'emit'>

/** One refresh at a time; who asks meanwhile waits for that one. Who was answered before its end may ask again after. */
function refreshed({ store, emit }: Asked, held: Held, signal?: AbortSignal): Promise<void> {
  held.refreshing ??= refresh(store.read, held, signal).finally(() => {
    held.refreshing = null
    if (held.hasty) emit({ type: 'similar.ready' })
    held.hasty = false
  })
  return held.refreshing
}

/** Reads what was decided ahead of the first question: a chore of the background. */
export async function keepSimilarReady(desk: Asked, signal: AbortSignal): Promise<boolean> {
  await refreshed(desk, heldOf(desk.store), signal)
  return false
}

/** The nearest to `comment` and how many were compared, a stretch at a time; one search after the other. */
async function search(desk: Asked, comment: Comment, limit: number): Promise<{ compared: number; near: Near[] }> {
  const held = heldOf(desk.store)
  if (!(await isSoon(refreshed(desk, held)))) held.hasty = true
  return inTurn(held, async () => {
    const wanted = { limit, floor: leastLikeness, except: comment.id }
    const steps = held.index.nearestInSteps(termsOf(comment.body, comment.lang), wanted)
    for (;;) {
      const step = steps.next()
      if (step.done === true) return { compared: held.index.size(), near: step.value }
      await breathe()
    }
  })
}

/** Waits for `work`, but not beyond our patience: it goes on by itself. Whether it ended. */
async function isSoon(work: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const enough = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false)
  })
  work.catch(() => undefined)
  return Promise.race([work.then(() => true), enough]).finally(() => clearTimeout(timer))
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
  desk: Asked & Pick<DeskContext, 'resources'>,
  { comment: id, limit }: { comment: string; limit: number },
): Promise<{ compared: number; items: SimilarComment[] }> {
  const comment = await findComment(desk.store.read, id)
  if (!comment) throw new DeskError('not-found', `comment ${id}`, 'is not on this desk', { id })
  const { compared, near } = await search(desk, comment, limit)
  const charter = await readCharter(desk)
  const items = await Promise.all(near.map((one) => describe(desk, charter, comment, one)))
  return { compared, items: items.flatMap((item) => item ?? []) }
}

function labelled(label: 0 | 1 | null): 'refuse' | 'publish' | null {
  if (label === null) return null
  return label === 1 ? 'refuse' : 'publish'
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
  // What was asked before all was read again may find a comment whose decision was taken back since.
  const verdict = found.decided?.decision ?? found.decision ?? labelled(found.label)
  if (verdict !== 'refuse' && verdict !== 'publish') return null
  return {
    id,
    body: found.body,
    lang: found.lang,
    title: article?.title ?? null,
    decision: verdict,
    clause: found.decided ? found.decided.clause : found.clause,
    publicReason: found.decided?.publicReason ?? '',
    at: found.decided?.at ?? found.date,
    here: found.decided !== null,
    likeness: score,
    words: sharedWords(asked.body, asked.lang, shared),
    harsh: wasRefusedHarshly(found, charter.clauses),
  }
}
