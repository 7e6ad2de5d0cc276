// Judges whether a sentence can stand as a key point: complete, readable, not hanging on the one before.
// It must not know how much the sentence matters.
import { primaryLanguage } from '../../text/stems.ts'
import { foldToken, tokenize } from '../../text/tokens.ts'
import { ATTRIBUTION, CALLS, LEANING, LEANING_PAIRS, OF_ITSELF, POINTING, POINTING_VERBS, POINTING_WORDS } from './leaning-words.ts'

const COMPLETE_START = /^[«"“„‘'([¿¡]*\s*[\p{Lu}\p{Lo}\p{N}]/u
const COMPLETE_END = /[.!?…؟。！？](?:\s*[»"”“’')\]])*$/u
const LIST_OR_CAPTION =
  /^(?:\(?\d{1,3}[.)]\s|[-*•‣◦]\s|(?:fig(?:ure|\.)?|tab(?:le|leau)?\.?|photos?|images?|étape|step|question|réponse|answer)\s*\d*\s*[:.–—])/iu
const ADDRESS = /https?:\/\/|www\.|\S@\S+\.\S|[{}<>|\\]|\]\(/iu

const CASED = /\p{Ll}/u
const SMALL_WORD = /(?<![\p{L}\p{N}_])\p{Ll}/gu

export const shortestPoint = 6
export const longestPoint = 60

/** Words as ROUGE counts them. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0

/** Complete, of a length one reads at a glance, made of words rather than addresses, code and lists. */
export function isComplete(sentence: string): boolean {
  if (!COMPLETE_START.test(sentence) || !COMPLETE_END.test(sentence) || LIST_OR_CAPTION.test(sentence)) return false
  const words = countWords(sentence)
  if (words < shortestPoint || words > longestPoint) return false
  const letters = sentence.replace(/[^\p{L}]/gu, '').length
  return letters > 0.6 * sentence.length && running(sentence, words) && !ADDRESS.test(sentence) && balanced(sentence)
}

/** Names and buttons in a row ("Courriel, Facebook, Twitter, Yahoo!") are no sentence: three words in ten begin small. */
function running(sentence: string, words: number): boolean {
  if (!CASED.test(sentence)) return true
  return (sentence.match(SMALL_WORD)?.length ?? 0) >= 0.3 * words
}

/** A quotation opened in one sentence and closed in another cannot be cut out. */
function balanced(sentence: string): boolean {
  const count = (mark: string): number => sentence.split(mark).length - 1
  const curly = count('„') > 0 ? count('„') === count('“') + count('”') : count('“') === count('”')
  return count('«') === count('»') && curly && count('"') % 2 === 0 && count('(') === count(')') && count('[') === count(']')
}

/** 0 when the sentence stands alone, up to 1 when it opens on a pronoun or a connective that needs what came before. */
export function leaning(sentence: string, lang: string | null): number {
  const words = tokenize(sentence.slice(0, 80))
    .slice(0, 3)
    .map((token) => foldToken(token.text))
  const [first = '', second = ''] = words
  const list = LEANING[primaryLanguage(lang)] ?? LEANING['en']!
  if (OF_ITSELF.test(sentence)) return 0
  if (list.has(first)) return POINTING_WORDS.has(first) && !POINTING_VERBS.has(second) ? 0.4 : 1
  if (LEANING_PAIRS.has(`${first} ${second}`)) return 1
  return ATTRIBUTION.test(sentence) ? 0.7 : 0
}

/** 0 for a statement, up to 1 for a question, a call to act, or words that point at something on the page. */
export function apartness(sentence: string): number {
  if (/[?!](?:\s*[»"”“’')\]])*$/u.test(sentence) || CALLS.test(sentence)) return 1
  return POINTING.test(sentence) ? 0.7 : 0
}
