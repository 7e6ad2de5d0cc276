// Rules that are not words: contact data, links, shouting.
// It must not know lexicons or models.
import type { RuleHit } from './lexicon.ts'

const CONTACT =
  /\[(?:e-mail|téléphone|adresse|IBAN|adresse IP)\]|[\w.+-]+@[\w-]+\.\w{2,}|(?<!\d)0[1-9](?:[ .-]?\d{2}){4}(?!\d)|\+\d{2,3}(?:[ .-]?\d){8,11}/gu
const ADDRESS = /\bhttps?:\/\/[^\s<>]+|\bwww\.[^\s<>]+/giu
const SHOUTED = /\p{Lu}[\p{Lu}\p{P}\s]{11,}\p{Lu}/gu
/** Gestures people make in place of words. */
const GESTURE = /\u{1f595}/gu
const MOCKERY = /[\u{1f4a9}\u{1f921}\u{1f437}\u{1f416}\u{1f412}\u{1f435}\u{1f92e}\u{1f922}]/gu
/** Share of capitals from which a comment is shouted. */
const shouting = 0.6
const shoutingLetters = 20

type PatternHit = Omit<RuleHit, 'reported'>

function places(body: string, pattern: RegExp, category: RuleHit['category'], weight: number): PatternHit[] {
  return [...body.matchAll(pattern)].map((match) => ({ category, weight, start: match.index, end: match.index + match[0].length }))
}

/** Contact data (also once masked), repeated links, capitals. Offsets are those of the comment itself. */
export function findPatterns(body: string): PatternHit[] {
  const links = places(body, ADDRESS, 'spam', 0.3)
  const letters = body.match(/\p{L}/gu)?.length ?? 0
  const capitals = body.match(/\p{Lu}/gu)?.length ?? 0
  const shouted = letters >= shoutingLetters && capitals > shouting * letters ? places(body, SHOUTED, 'caps', 0.4).slice(0, 1) : []
  const gestures = [...places(body, GESTURE, 'insult', 0.8), ...places(body, MOCKERY, 'insult', 0.3).slice(0, 3)]
  return [
    ...gestures,
    ...places(body, CONTACT, 'privacy', 0.75),
    ...links.map((hit) => ({ ...hit, weight: links.length > 1 ? 0.6 : 0.3 })),
    ...shouted,
  ]
}
