// How much an article calls for another: the one score of the link ranking.
// It must not know the store, rules of what may be linked, nor anchors.
import { cosine } from '../../learning/truncated-svd.ts'
import type { LinkProfile } from './link-profile.ts'
import type { Lsa } from './lsa-model.ts'
import type { Passages } from './passages.ts'

/** What is known of a target besides its text. */
export interface TargetFacts {
  readonly tags: readonly string[]
  /** Days between the two; null where either has no date. */
  readonly days: number | null
}

export interface Relation {
  /** Higher is better; comparable within one article only. */
  readonly score: number
  /** Cosine of the two whole texts. */
  readonly cosine: number
  /** 0–1: at least one passage, or the whole, speaks of the target (noisy or of the cosines). */
  readonly tie: number
}

/**
 * A link is made from one sentence, so the best passage counts beside the whole text; by noisy or, since two signs of the same
 * tie do not add up. The weights are round figures near the ones a listwise logistic fit gave on halves of two archives of
 * editors' links, English and French; each archive's own fit, tried on the other archive, ranks nearly as well.
 */
const weights = { tie: 10, lead: 2, title: 2, names: 1.5, tags: 1.6, age: 0.45, words: 0.25 }

const clip = (value: number): number => Math.min(1, Math.max(0, value))
/** The best cosine of many places, end to end in `flat`, with one. */
function bestCosine(flat: Float32Array, other: Float32Array): number {
  let most = 0
  for (let from = 0; from < flat.length; from += other.length) {
    let sum = 0
    for (let at = 0; at < other.length; at += 1) sum += flat[from + at]! * other[at]!
    if (sum > most) most = sum
  }
  return most
}

/** The best share of the title's weight, and the best cosine with the opening, over the sentences. */
function bestSentence(lsa: Lsa, passages: Passages, target: LinkProfile): { title: number; lead: number } {
  const titles = new Float64Array(passages.sentences)
  const leads = new Float64Array(passages.sentences)
  let square = 0
  for (const column of target.title)
    for (const { sentence } of passages.places.get(column) ?? []) titles[sentence]! += lsa.tfidf.idf[column]! ** 2
  for (const column of target.lead) {
    const idf = lsa.tfidf.idf[column]!
    square += idf * idf
    for (const { sentence, weight } of passages.places.get(column) ?? []) leads[sentence]! += weight * idf
  }
  const most = (sums: Float64Array): number => sums.reduce((top, sum) => Math.max(top, sum), 0)
  return { title: most(titles) / (target.titleSquare || 1), lead: most(leads) / (Math.sqrt(square) || 1) }
}

function nameCosine(lsa: Lsa, passages: Passages, target: LinkProfile): number {
  if (passages.names.size === 0 || target.names.length === 0) return 0
  // As weighNames does, without a vector made and sorted for each of two hundred targets.
  let [sum, square] = [0, 0]
  for (let at = 0; at < target.names.length; at += 1) {
    const column = target.names[at]!
    const weight = (1 + Math.log(target.nameCounts[at]!)) * lsa.tfidf.idf[column]!
    square += weight * weight
    sum += (passages.names.get(column) ?? 0) * weight
  }
  return square === 0 ? 0 : sum / Math.sqrt(square)
}

/** Cosine of two sets of tags. */
function tagCosine(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const ours = new Set(a)
  return b.filter((tag) => ours.has(tag)).length / Math.sqrt(a.length * b.length)
}

export function relate(lsa: Lsa, passages: Passages, tags: readonly string[], target: LinkProfile, facts: TargetFacts): Relation {
  const whole = cosine(passages.whole, target.latent)
  const { title, lead } = bestSentence(lsa, passages, target)
  const misses = [whole, bestCosine(passages.surroundings, target.latent), bestCosine(passages.paragraphs, target.latent), lead].map(
    (sign) => 1 - clip(sign),
  )
  const tie = 1 - misses.reduce((product, miss) => product * miss, 1)
  const score =
    weights.tie * tie +
    weights.lead * lead +
    weights.title * title +
    weights.names * nameCosine(lsa, passages, target) +
    weights.tags * tagCosine(tags, facts.tags) -
    weights.age * Math.log1p(facts.days ?? 0) +
    weights.words * Math.log(target.words + 10)
  return { score, cosine: whole, tie }
}
