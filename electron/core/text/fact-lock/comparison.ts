// Sets one sentence of a claim beside the sentences of the article that speak of the same thing.
// It must not judge: detectors do.
import type { Flag, FlagCode } from '../../../../shared/domain/suggestion.ts'
import { CLOSE, align } from './alignment.ts'
import type { Alignment, Difference } from './alignment.ts'
import type { ArticleReading, SentenceReading, Word } from './reading.ts'

/** What a detector is given: one sentence of the claim and its support, best first. */
export type Comparison = {
  readonly claim: SentenceReading
  /** The sentence of the article that shares most with the claim, or null when none shares anything. */
  readonly best: SentenceReading | null
  /** Share of the claim's telling words found in `best`, 0–1. */
  readonly score: number
  /** The same share, found in all the support together. */
  readonly coverage: number
  readonly support: readonly SentenceReading[]
  /** The claim laid over the sentences it was made from; null when it follows none closely enough. */
  readonly alignment: Alignment | null
  /** The sentences of that alignment, in the article's order; none without it. */
  readonly aligned: readonly SentenceReading[]
  readonly article: ArticleReading
}

/** One kind of check; registered in detectors.ts. It sees no other detector's findings. */
export type Detector = { readonly codes: readonly FlagCode[]; readonly find: (comparison: Comparison) => Flag[] }

const MOST = 3

/** Aligns a claim's sentence with the article by shared stems, rare ones counting more. */
export function compare(claim: SentenceReading, article: ArticleReading): Comparison {
  const rarest = Math.log(1 + article.sentences.length)
  const total = sum([...claim.stems].map((stemmed) => article.weights.get(stemmed) ?? rarest))
  const scored = article.sentences
    .map((sentence) => ({ sentence, score: total === 0 ? 0 : shared(claim, sentence, article) / total }))
    .filter((one) => one.score > 0)
    // A title repeats the story in short: its body sentence says more.
    .sort((a, b) => b.score - (b.sentence.field === 'title' ? 0.05 : 0) - (a.score - (a.sentence.field === 'title' ? 0.05 : 0)))
  const support = choose(claim, scored, total, article)
  const covered = [...claim.stems].filter((stemmed) => support.some((sentence) => sentence.stems.has(stemmed)))
  const coverage = total === 0 ? 0 : sum(covered.map((stemmed) => article.weights.get(stemmed) ?? 0)) / total
  const { alignment, aligned } = layOver(claim, support, article)
  return { claim, best: support[0] ?? null, score: scored[0]?.score ?? 0, coverage, support, alignment, aligned, article }
}

type Laid = { readonly alignment: Alignment | null; readonly aligned: readonly SentenceReading[] }

/** One sentence where one is enough; else two that follow each other or all the support: claims join what was apart. */
function layOver(claim: SentenceReading, support: readonly SentenceReading[], article: ArticleReading): Laid {
  const [first] = support
  if (!first) return { alignment: null, aligned: [] }
  const singles = support.map((sentence) => [sentence])
  const at = article.sentences.indexOf(first)
  const pairs = [at - 1, at].flatMap((from) => {
    const pair = article.sentences.slice(Math.max(0, from), from + 2)
    return pair.length === 2 && pair.every((sentence) => sentence.field === first.field) ? [pair] : []
  })
  const inOrder = article.sentences.filter((sentence) => support.includes(sentence))
  const alone = closest(claim, singles)
  if (alone.alignment && alone.alignment.closeness >= ENOUGH) return alone
  const together = closest(claim, [...pairs, inOrder])
  const gain = (together.alignment?.under.size ?? 0) - (alone.alignment?.under.size ?? 0)
  const laid = gain >= WORTH_JOINING ? together : alone
  return (laid.alignment?.closeness ?? 0) >= CLOSE ? laid : { alignment: null, aligned: [] }
}

const ENOUGH = 0.9
/** Words that another sentence must bring: fewer may be a name or a figure that was taken from it. */
const WORTH_JOINING = 6

function closest(claim: SentenceReading, groups: readonly (readonly SentenceReading[])[]): Laid {
  let best: Laid = { alignment: null, aligned: [] }
  for (const aligned of groups) {
    const alignment = align(claim, aligned)
    if (alignment.closeness > (best.alignment?.closeness ?? -1)) best = { alignment, aligned }
  }
  return best
}

/** The difference in which a place of the claim stands, when its words are not the article's. */
export function differenceAt({ alignment }: Comparison, place: { start: number; end: number }): Difference | null {
  return alignment?.differences.find(({ claim }) => claim.some((word) => word.start < place.end && place.start < word.end)) ?? null
}

/** The article's words in the place of the claim's: those under its words and those they took the place of. */
export function wordsInPlace(comparison: Comparison, place: { start: number; end: number }): Word[] {
  const { alignment, claim } = comparison
  if (!alignment) return []
  const own = claim.words.filter((word) => word.start < place.end && place.start < word.end)
  const difference = differenceAt(comparison, place)
  return [...own.flatMap((word) => alignment.under.get(word) ?? []), ...(difference?.source ?? [])]
}

/** Those of the aligned sentences' mentions that stand where the claim has `place`. */
export function mentionsInPlace<T extends { readonly start: number; readonly end: number }>(
  comparison: Comparison,
  place: { start: number; end: number },
  mentions: (sentence: SentenceReading) => readonly T[],
): T[] {
  const words = wordsInPlace(comparison, place)
  if (words.length === 0) return []
  return comparison.aligned.flatMap((sentence) =>
    mentions(sentence).filter((one) => words.some((word) => word.start < one.end && one.start < word.end && sentence.words.includes(word))),
  )
}

type Scored = { sentence: SentenceReading; score: number }

/** The best sentence, then those almost as good or bringing words of the claim that are still missing. */
function choose(claim: SentenceReading, scored: readonly Scored[], total: number, article: ArticleReading): SentenceReading[] {
  const [first] = scored
  if (!first) return []
  const chosen = [first.sentence]
  const seen = new Set([...claim.stems].filter((stemmed) => first.sentence.stems.has(stemmed)))
  for (const { sentence, score } of scored.slice(1)) {
    if (chosen.length >= MOST) break
    const fresh = [...claim.stems].filter((stemmed) => sentence.stems.has(stemmed) && !seen.has(stemmed))
    const gain = sum(fresh.map((stemmed) => article.weights.get(stemmed) ?? 0)) / total
    if (score < first.score * 0.7 && gain < 0.15) continue
    chosen.push(sentence)
    for (const stemmed of fresh) seen.add(stemmed)
  }
  return chosen
}

function shared(claim: SentenceReading, sentence: SentenceReading, article: ArticleReading): number {
  let weight = 0
  for (const stemmed of claim.stems) if (sentence.stems.has(stemmed)) weight += article.weights.get(stemmed) ?? 0
  return weight
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** A flag over `[start, end)` of the claim, with the article's wording when there is one. */
export function flag(code: FlagCode, place: { start: number; end: number }, expected?: string): Flag {
  const made = { code, start: place.start, end: place.end }
  return expected === undefined ? made : { ...made, expected }
}
