// What people's decisions teach about tags at once, before any training: how far to believe each concept and each spelling.
// It must not know where decisions are kept.
import { sigmoid } from '../../learning/calibration.ts'
import { foldToken, tokenize } from '../../text/tokens.ts'
import type { FieldHit } from './tag-signals.ts'
import { formKey, type Tagger } from './tagger-model.ts'

/** One person's word on one tag of one article. */
export interface TagVerdict {
  readonly concept: string
  readonly right: boolean
  /** `engine`: proposed by the built-in engine; `added`: the machine had missed it; `other`: another engine or tool, or a rule. */
  readonly of: 'engine' | 'added' | 'other'
  /** What the engine showed. */
  readonly score: number
  /** The words it pointed at, as written. */
  readonly quotes: readonly string[]
}

export interface SpellingRecord {
  readonly accepted: number
  readonly rejected: number
}
export interface ConceptFeedback {
  readonly accepted: number
  readonly rejected: number
  readonly added: number
  /** Added to the log-odds of the concept's score. */
  readonly shift: number
  /** By folded spelling. */
  readonly spellings: ReadonlyMap<string, SpellingRecord>
}
export type TagFeedback = ReadonlyMap<string, ConceptFeedback>

/**
 * One step of online logistic regression on each concept's bias (Bottou 1998): what was decided less what was claimed. The claim
 * already holds earlier steps, so that the steps cancel out once the claims are right.
 */
const step = 0.5
const furthest = 3
/** What a missed tag is taken to have been claimed with. */
const missedClaim = 0.5

type Counts = { -readonly [K in keyof SpellingRecord]: number }
type Gathered = { accepted: number; rejected: number; added: number; steps: number; spellings: Map<string, Counts> }

export function spellingOf(words: string): string {
  return tokenize(words)
    .map((token) => foldToken(token.text))
    .join(' ')
}

function take(into: Gathered, { right, of, score, quotes }: TagVerdict): void {
  if (of === 'added') into.added += 1
  else if (right) into.accepted += 1
  else into.rejected += 1
  if (of === 'other') return
  into.steps += step * ((right ? 1 : 0) - (of === 'added' ? missedClaim : score))
  if (of === 'added') return
  for (const spelling of new Set(quotes.map(spellingOf))) {
    const counts = into.spellings.get(spelling) ?? { accepted: 0, rejected: 0 }
    counts[right ? 'accepted' : 'rejected'] += 1
    into.spellings.set(spelling, counts)
  }
}

export function feedbackOf(verdicts: readonly TagVerdict[]): TagFeedback {
  const gathered = new Map<string, Gathered>()
  for (const verdict of verdicts) {
    const into = gathered.get(verdict.concept) ?? { accepted: 0, rejected: 0, added: 0, steps: 0, spellings: new Map() }
    gathered.set(verdict.concept, into)
    take(into, verdict)
  }
  return new Map(
    [...gathered].map(([concept, { steps, ...counts }]) => [concept, { ...counts, shift: Math.max(-furthest, Math.min(furthest, steps)) }]),
  )
}

/** Mean of the Beta posterior of a share whose prior mean is worth `weight` imagined decisions. */
function posterior(mean: number, weight: number, { accepted, rejected }: SpellingRecord): number {
  return (mean * weight + accepted) / (weight + accepted + rejected)
}

/** A share of rights under which a spelling no longer counts, once it has had its chances. */
const hopeless = 0.15
const chances = 4
const imagined = 2

/** Refused again and again and hardly ever right: its words no longer speak for the concept. */
export function isSwitchedOff(record: SpellingRecord): boolean {
  return record.rejected >= chances && posterior(0.5, imagined, record) < hopeless
}

/** Label hits as believed now: those switched off are gone, the others are trusted as their record says. */
export function believedHits(
  hits: readonly FieldHit[],
  written: (hit: FieldHit) => string,
  feedback: TagFeedback,
): { hits: FieldHit[]; records: Map<string, SpellingRecord> } {
  const records = new Map<string, SpellingRecord>()
  const believed = hits.flatMap((hit) => {
    const record = feedback.get(hit.form.concept)?.spellings.get(spellingOf(written(hit)))
    if (!record) return [hit]
    if (isSwitchedOff(record)) return []
    records.set(formKey(hit.form.concept, hit.form.key), record)
    return [{ ...hit, form: { ...hit.form, trust: posterior(hit.form.trust, imagined, record) } }]
  })
  return { hits: believed, records }
}

/** Articles a learned precision is taken to rest on. */
const learnedWeight = 6

/** The tagger with the precision of these hits' spellings as the decisions have it now, and of no others: made for one article. */
export function withRecords(tagger: Tagger, hits: readonly FieldHit[], records: ReadonlyMap<string, SpellingRecord>): Tagger {
  if (records.size === 0) return tagger
  const precision = new Map<string, number>()
  for (const { form } of hits) {
    const key = formKey(form.concept, form.key)
    const learned = tagger.precision.get(key)
    const record = records.get(key)
    if (learned !== undefined) precision.set(key, record ? posterior(learned, learnedWeight, record) : learned)
  }
  return { ...tagger, precision }
}

export function shifted(score: number, shift: number): number {
  if (shift === 0 || score <= 0 || score >= 1) return score
  return sigmoid(Math.log(score / (1 - score)) + shift)
}
