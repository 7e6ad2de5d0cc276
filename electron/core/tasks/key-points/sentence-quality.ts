// Judges whether a sentence can stand as a key point: complete, readable, not hanging on the one before.
// It must not know how much the sentence matters.
import { primaryLanguage } from '../../text/stems.ts'
import { foldToken, tokenize } from '../../text/tokens.ts'

/** Words that lean on an earlier sentence when they open one. */
const LEANING: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(
    'il elle ils elles ce cela ca celui celle ceux celles cette cet ces lui leur mais pourtant cependant toutefois neanmoins ainsi donc alors enfin ensuite puis aussi car or ni ailleurs outre bref'.split(
      ' ',
    ),
  ),
  en: new Set(
    'he she they it this that these those him her them his their its but however yet thus therefore then also so and or nor moreover furthermore meanwhile besides instead otherwise consequently here there'.split(
      ' ',
    ),
  ),
}
const LEANING_PAIRS = new Set([
  'd ailleurs',
  'd autre',
  'de plus',
  'en outre',
  'par ailleurs',
  'en effet',
  'du coup',
  'en revanche',
  'au contraire',
  'de meme',
  'par consequent',
  'c est',
  'c etait',
  'in addition',
  'as such',
  'for example',
  'par exemple',
  'a t',
  'the latter',
  'the former',
  'ce dernier',
  'cette derniere',
])
const COMPLETE_START = /^[«"“‘'([]?\s*[\p{Lu}\p{N}]/u
const COMPLETE_END = /[.!?…](?:\s*[»"”’')\]])*$/u
const ATTRIBUTION = /(?:^|[\s»"”,])(?:a-t-(?:il|elle|on)|dit-(?:il|elle)|ont-(?:ils|elles)|(?:he|she|they) (?:said|added|noted|told))\b/iu

export const shortestPoint = 6
export const longestPoint = 60

/** Complete, of a length one reads at a glance, made of words rather than addresses and lists. */
export function isComplete(sentence: string): boolean {
  const words = tokenize(sentence).length
  if (words < shortestPoint || words > longestPoint) return false
  if (!COMPLETE_START.test(sentence) || !COMPLETE_END.test(sentence)) return false
  const letters = sentence.replace(/[^\p{L}]/gu, '').length
  return letters > 0.6 * sentence.length && !/https?:\/\/|www\./iu.test(sentence) && balanced(sentence)
}

/** A quotation opened in one sentence and closed in another cannot be cut out. */
function balanced(sentence: string): boolean {
  const count = (mark: string): number => sentence.split(mark).length - 1
  return count('«') === count('»') && count('“') === count('”') && count('"') % 2 === 0 && count('(') === count(')')
}

/** 0 when the sentence stands alone, up to 1 when it opens on a pronoun or a connective that needs what came before. */
export function leaning(sentence: string, lang: string | null): number {
  const words = tokenize(sentence)
    .slice(0, 3)
    .map((token) => foldToken(token.text))
  const list = LEANING[primaryLanguage(lang)] ?? LEANING['en']!
  if (list.has(words[0] ?? '') || LEANING_PAIRS.has(words.slice(0, 2).join(' '))) return 1
  if (ATTRIBUTION.test(sentence)) return 0.7
  return sentence.endsWith('?') || sentence.endsWith('!') ? 0.7 : 0
}
