// Finds the proper names of a sentence: runs of capitalised words, acronyms, coded roads (A13).
// It must not compare: names.ts does.
import { stopWords } from '../stop-words.ts'
import { MONTHS, WEEKDAYS } from './calendar.ts'
import type { Lexicon, Word } from './reading.ts'
import { foldToken } from '../tokens.ts'

/** A name: its capitalised words, the courtesy title before it ("mme", "dr"); `opening`: one word, maybe capitalised only by its place. */
export type NameMention = {
  readonly words: readonly Word[]
  readonly title: string | null
  readonly opening: boolean
  readonly start: number
  readonly end: number
}

const CALENDAR = new Set([...MONTHS.fr, ...MONTHS.en, ...WEEKDAYS.fr, ...WEEKDAYS.en].map(foldToken))
const TITLES = new Set(['m', 'mm', 'mme', 'mmes', 'mlle', 'me', 'dr', 'pr', 'mgr', 'mr', 'mrs', 'ms', 'prof', 'sir', 'lady'])
const CAPITAL = /^\p{Lu}/u
const ENGLISH_I = /^I(?:'|’|$)/u

type Place = { readonly start: number; readonly end: number }

/** Names in order, outside the `taken` places (dates, figures); the first word of the sentence counts when it is nowhere in `lowerWords` and no stop word. */
export function readNames(
  text: string,
  words: readonly Word[],
  taken: readonly Place[],
  lowerWords: Lexicon,
  offset: number,
): NameMention[] {
  const names: NameMention[] = []
  let run: Word[] = []
  let title: string | null = null
  const close = (): void => {
    const first = run[0]
    const last = run.at(-1)
    if (first && last)
      names.push({
        words: run,
        title,
        opening: title === null && run.length === 1 && isOpening(first, text, offset),
        start: first.start,
        end: last.end,
      })
    run = []
    title = null
  }
  words.forEach((word, at) => {
    const previous = words[at - 1]
    const between = previous ? text.slice(previous.end - offset, word.start - offset) : ''
    if (!/^(?:[\s.'’-]{1,2})$/u.test(between)) close()
    if (isTitle(word)) {
      close()
      title = word.fold
    } else if (isName(word, text, offset, lowerWords, taken)) run.push(word)
    else close()
  })
  close()
  return names
}

function isTitle(word: Word): boolean {
  return CAPITAL.test(word.text) && TITLES.has(word.fold)
}

function isName(word: Word, text: string, offset: number, lowerWords: Lexicon, taken: readonly Place[]): boolean {
  if (!CAPITAL.test(word.text) || ENGLISH_I.test(word.text) || word.text.length < 2 || CALENDAR.has(word.fold)) return false
  if (taken.some((place) => word.start < place.end && place.start < word.end)) return false
  if (!isOpening(word, text, offset)) return true
  return !lowerWords.has(word.fold) && !stopWords('fr').has(word.fold) && !stopWords('en').has(word.fold)
}

function isOpening(word: Word, text: string, offset: number): boolean {
  if (/^\p{Lu}[\p{Lu}\d]+$/u.test(word.text)) return false
  const before = text.slice(0, word.start - offset)
  return /(?:^|[.!?…:;«“"(]\s*|[–—-]\s)\s*(?:[ldLD]['’])?$/u.test(before) && !/\p{Lu}\.\s*$/u.test(before)
}
