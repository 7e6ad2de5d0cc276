// Lays the words of a claim over the words of the article's sentences it was made from, and cuts out what differs.
// A longest common subsequence, weighted (Wagner & Fischer 1974), then what was moved. It must not judge the differences.
import type { SentenceReading, Word } from './reading.ts'

/** A place where claim and article part: what the claim says there, what the article says. Either may be empty. */
export type Difference = {
  readonly claim: readonly Word[]
  readonly source: readonly Word[]
  readonly sentence: SentenceReading
  /** The words just before and after are the same in both; false at the head or the end of either. */
  readonly inside: boolean
}

export type Alignment = {
  /** Share of the claim's words that stand in the article in the same order or as moved groups, 0–1. */
  readonly closeness: number
  /** The word of the article under each word of the claim. */
  readonly under: ReadonlyMap<Word, Word>
  /** The words of the article that the claim has taken up. */
  readonly taken: ReadonlySet<Word>
  readonly differences: readonly Difference[]
}

type Pair = { readonly at: number; readonly on: number }

/** From this closeness on a claim is the article's own sentence with changes, and each change can be judged in its place. */
export const CLOSE = 0.55

const CONTIGUOUS = 1.5
/** Longer gaps of the claim hold too much to say what stands for what. */
const LONGEST_CLAIM_GAP = 8
/** Of the article's longer gaps, so many words are kept beside the common ones. */
const BESIDE = 6

/** Aligns one sentence of a claim with sentences of the article, given in the article's order. */
export function align(claim: SentenceReading, sentences: readonly SentenceReading[]): Alignment {
  const source = sentences.flatMap((sentence) => sentence.words)
  const pairs = meaningful(commonWords(claim.words, source), claim.words, source)
  const under = new Map<Word, Word>()
  const taken = new Set<Word>()
  const keep = (word: Word | undefined, other: Word | undefined): void => {
    if (!word || !other) return
    under.set(word, other)
    taken.add(other)
  }
  for (const { at, on } of pairs) keep(claim.words[at], source[on])
  const near = sentences.filter((sentence) => sentence.words.some((word) => taken.has(word))).flatMap((sentence) => sentence.words)
  for (const { at, on } of movedWords(claim.words, near, under, taken)) keep(claim.words[at], near[on])
  return {
    closeness: claim.words.length === 0 ? 0 : under.size / claim.words.length,
    under,
    taken,
    differences: differencesOf(claim, sentences, { source, pairs, under, taken }),
  }
}

function same(a: Word, b: Word): boolean {
  return a.fold === b.fold || (a.stem === b.stem && a.stem.length > 2 && a.content && b.content)
}

// Figures are what changes places: they must not pull the words along.
const weightOf = (word: Word): number => (/\p{N}/u.test(word.fold) ? 0.6 : word.content ? 3 : 1)

function commonWords(claim: readonly Word[], source: readonly Word[]): Pair[] {
  const width = source.length + 1
  const best = new Float64Array((claim.length + 1) * width)
  const ending = new Float64Array((claim.length + 1) * width)
  for (let at = claim.length - 1; at >= 0; at--) {
    const word = claim[at]
    for (let on = source.length - 1; on >= 0; on--) {
      const here = at * width + on
      const other = source[on]
      const next = here + width + 1
      const skip = Math.max(best[here + width] ?? 0, best[here + 1] ?? 0)
      const after = ending[next] ?? 0
      const taken = word && other && same(word, other) ? weightOf(word) + Math.max(best[next] ?? 0, after > 0 ? after + CONTIGUOUS : 0) : 0
      ending[here] = taken
      best[here] = Math.max(skip, taken)
    }
  }
  return follow(best, ending, claim.length, source.length)
}

function follow(best: Float64Array, ending: Float64Array, rows: number, columns: number): Pair[] {
  const width = columns + 1
  const pairs: Pair[] = []
  let [at, on] = [0, 0]
  let linked = false
  while (at < rows && on < columns) {
    const here = at * width + on
    const taken = ending[here] ?? 0
    if (taken > 0 && (linked || taken >= (best[here] ?? 0))) {
      pairs.push({ at, on })
      const next = here + width + 1
      const after = ending[next] ?? 0
      linked = after > 0 && after + CONTIGUOUS >= (best[next] ?? 0)
      at++
      on++
    } else if ((best[here + width] ?? 0) >= (best[here] ?? 0)) at++
    else on++
  }
  return pairs
}

/** A lone "le" or "2024" that both happen to have is no common ground: only groups with words of their own count. */
function meaningful(pairs: readonly Pair[], claim: readonly Word[], source: readonly Word[]): Pair[] {
  const groups: Pair[][] = []
  for (const pair of pairs) {
    const last = groups.at(-1)?.at(-1)
    if (last && pair.at - last.at <= NEAR_IN_CLAIM && pair.on - last.on <= NEAR_IN_SOURCE) groups.at(-1)?.push(pair)
    else groups.push([pair])
  }
  const telling = (group: readonly Pair[]): number => group.filter(({ on }) => isTelling(source[on])).length
  return groups.filter((group) => telling(group) >= 2 || group.length >= claim.length / 2).flat()
}

const NEAR_IN_CLAIM = 5
const NEAR_IN_SOURCE = 9
const isTelling = (word: Word | undefined): boolean => word !== undefined && word.content && /\p{L}/u.test(word.fold)

/** Groups of two words or more that stand elsewhere in the sentences: a clause moved to the front. */
function movedWords(claim: readonly Word[], source: readonly Word[], under: ReadonlyMap<Word, Word>, taken: ReadonlySet<Word>): Pair[] {
  const moved: Pair[] = []
  const used = new Set<number>()
  for (let at = 0; at < claim.length; at++) {
    let longest: Pair[] = []
    for (let on = 0; on < source.length; on++) {
      const run: Pair[] = []
      for (let step = 0; ; step++) {
        const [word, other] = [claim[at + step], source[on + step]]
        if (!word || !other || under.has(word) || taken.has(other) || used.has(on + step) || !same(word, other)) break
        run.push({ at: at + step, on: on + step })
      }
      if (run.length > longest.length) longest = run
    }
    // A lone name elsewhere may have changed places with another: a clause has words of its own.
    if (longest.length < 2 || !longest.some((pair) => isTelling(claim[pair.at]) && !/^\p{Lu}/u.test(claim[pair.at]?.text ?? ''))) continue
    moved.push(...longest)
    for (const pair of longest) used.add(pair.on)
    at += longest.length - 1
  }
  return moved
}

type Common = {
  readonly source: readonly Word[]
  readonly pairs: readonly Pair[]
  readonly under: ReadonlyMap<Word, Word>
  readonly taken: ReadonlySet<Word>
}

function differencesOf(claim: SentenceReading, sentences: readonly SentenceReading[], common: Common): Difference[] {
  const { source, pairs, under, taken } = common
  const owner = new Map<Word, SentenceReading>()
  for (const sentence of sentences) for (const word of sentence.words) owner.set(word, sentence)
  const found: Difference[] = []
  const stops = [{ at: -1, on: -1 }, ...pairs, { at: claim.words.length, on: source.length }]
  for (let rank = 1; rank < stops.length; rank++) {
    const [from, to] = [stops[rank - 1], stops[rank]]
    if (!from || !to) continue
    const mine = claim.words.slice(from.at + 1, to.at).filter((word) => !under.has(word))
    const [left, right] = [source[from.on], source[to.on]]
    const sentence = owner.get(left ?? right ?? source[from.on + 1] ?? claimless)
    if (!sentence) continue
    const across = left !== undefined && right !== undefined && owner.get(left) !== owner.get(right)
    const theirs = source.slice(from.on + 1, to.on).filter((word) => !taken.has(word) && (across || owner.get(word) === sentence))
    if (mine.length === 0 && theirs.length === 0) continue
    if (mine.length > LONGEST_CLAIM_GAP) continue
    const inside = !across && left !== undefined && right !== undefined && theirs.length <= 2 * BESIDE
    found.push({ claim: mine, source: across ? [] : beside(theirs, left !== undefined, right !== undefined), sentence, inside })
  }
  return found
}

function beside(words: readonly Word[], after: boolean, before: boolean): Word[] {
  return words.filter((_word, at) => (after && at < BESIDE) || (before && at >= words.length - BESIDE))
}

const claimless: Word = { text: '', fold: '', stem: '', start: -1, end: -1, content: false }
