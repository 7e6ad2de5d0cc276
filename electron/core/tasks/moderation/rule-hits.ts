// All rules that speak on a comment, and whose words they are.
// It must not know models, charter or decisions.
import { readPlainly } from '../../text/obfuscation.ts'
import { legible } from './legible.ts'
import { findRules, type Lexicon, type RuleHit } from './lexicon.ts'
import { isReported } from './reported-words.ts'
import { findPatterns } from './rule-patterns.ts'

/** Words first, then contact data, links and shouting. Offsets are those of the comment itself. */
export function ruleHits(whole: string, lexicon: Lexicon, reading = readPlainly(legible(whole))): RuleHit[] {
  const body = legible(whole)
  return [...findRules(lexicon, reading), ...findPatterns(body)].map((hit) => ({ ...hit, reported: isReported(body, hit.start, hit.end) }))
}
