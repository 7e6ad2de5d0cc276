// One comment read once: the rules that speak, what stands around them, what the model makes of it.
// It must not decide, and knows no store: lexicon, model and context are handed in.
import type { Charter, CharterClause } from '../../../../shared/domain/comment.ts'
import { readPlainly, type PlainReading } from '../../text/obfuscation.ts'
import { commentVector, commentWords, familiarity, hashedCounts, type CommentWord } from './comment-features.ts'
import { contextSignals, noContext, type CommentContext, type ContextSignal } from './context-signals.ts'
import { ruleHolds, usualCosts, type Grounds, type ModerationCosts } from './decide-hold.ts'
import { legible } from './legible.ts'
import { ownRulesScore, rulesScore, type Lexicon, type RuleHit } from './lexicon.ts'
import { judge, type Moderator } from './moderator-model.ts'
import { ruleHits } from './rule-hits.ts'

/** A rule that speaks, and the clauses of the house charter it touches. */
export interface TouchedRule extends RuleHit {
  readonly clauses: readonly CharterClause[]
}

export interface CommentReading {
  /** Only rules the charter has a clause for; all of them when there is no charter. */
  readonly touched: readonly TouchedRule[]
  readonly rules: number
  readonly signals: readonly ContextSignal[]
  /** A threat, a slur, contact data, an advertisement: see `Grounds`. */
  readonly certain: boolean
  readonly familiar: boolean
  readonly opinion: { readonly raw: number; readonly probability: number } | null
  readonly words: readonly CommentWord[]
  readonly reading: PlainReading
  readonly costs: ModerationCosts
}

export interface Reader {
  readonly lexicon: Lexicon
  readonly moderator: Moderator | null
  readonly charter: Charter | null
}

/** Fewer of its words known, and the model has no opinion on a comment. */
const fewestKnown = 0.5
/** From this weight a slur or a threat is one wherever it stands. */
const unmistakable = 0.85
const outsideModel: readonly RuleHit['category'][] = ['privacy', 'spam']

function isCertain(hit: RuleHit): boolean {
  if (hit.reported) return false
  if (outsideModel.includes(hit.category)) return hit.weight >= ruleHolds
  return (hit.category === 'threat' || hit.category === 'hate') && hit.weight >= unmistakable
}

function touchedRules(hits: readonly RuleHit[], charter: Charter | null): TouchedRule[] {
  const touched = hits.map((hit) => ({ ...hit, clauses: charter?.clauses.filter((clause) => clause.category === hit.category) ?? [] }))
  return charter ? touched.filter((hit) => hit.clauses.length > 0) : touched
}

export function readComment(whole: string, { lexicon, moderator, charter }: Reader, context: CommentContext = noContext): CommentReading {
  const body = legible(whole)
  const reading = readPlainly(body)
  const hits = ruleHits(body, lexicon, reading)
  const words = commentWords(reading)
  const touched = touchedRules(hits, charter)
  const known = moderator === null ? 1 : familiarity(words, moderator.known)
  return {
    touched,
    rules: rulesScore(touched),
    signals: contextSignals(body, hits, context),
    certain: touched.some(isCertain),
    familiar: known >= fewestKnown,
    opinion: moderator && judge(moderator, commentVector(hashedCounts(words), hits, moderator.idf), ownRulesScore(hits), known),
    words,
    reading,
    costs: charter?.costs ?? usualCosts,
  }
}

/** What the decision stands on. */
export function groundsOf({ rules, signals, certain, familiar, opinion }: Omit<CommentReading, 'costs'>): Grounds {
  return { rules, probability: opinion?.probability ?? null, signals, certain, familiar }
}
