// Cuts a text into the runs of words that may be terms, and says which of them the thesaurus covers.
// It must not know counts or scores.
import type { Concept } from '../../../../shared/domain/vocabulary.ts'
import { lexemesOf } from '../../text/lexemes.ts'
import { stem } from '../../text/stems.ts'
import { foldToken, tokenize, type Token } from '../../text/tokens.ts'

const longestTerm = 4
const INITIAL = /^\p{Lu}/u
const LETTERS = /\p{L}{2}/u
/** Words of a term touch, or are joined by a space, an apostrophe or a hyphen. */
const JOINT = /^(?:[ \u00A0\u202F]|['’ʼ]|[-‐‑])?$/u
const SENTENCE_END = /[.!?…:;«“"(\n]\s*$|^\s*$/u

/** One word as the finder sees it. */
export interface Word {
  readonly token: Token
  readonly stem: string
  readonly telling: boolean
  readonly capital: boolean
  /** Begins a sentence, so that its capital says nothing. */
  readonly opens: boolean
}

export function wordsOf(text: string, lang: string | null): Word[] {
  const lexeme = lexemesOf(lang)
  const tokens = tokenize(text)
  return tokens.map((token, at) => {
    const before = text.slice(tokens[at - 1]?.end ?? 0, token.start)
    const { stem: stemmed, telling } = lexeme(token.text)
    return {
      token,
      stem: stemmed,
      telling: telling && LETTERS.test(token.text),
      capital: INITIAL.test(token.text),
      opens: at === 0 || SENTENCE_END.test(before),
    }
  })
}

/** Words that may stand inside a term: "ministère de la Culture", "Bank of England". */
const connectors = new Set('de du des d la le les l et a au aux en of the and for y del di da von van der zu dos do das e'.split(' '))

export interface Run {
  readonly from: number
  readonly to: number
  readonly size: number
  readonly named: boolean
}

/** All runs of at most four telling words, begun and ended by one, with nothing but connectors between. */
export function runsFrom(words: readonly Word[], text: string, from: number): Run[] {
  const runs: Run[] = []
  let [size, capitals] = [0, 0]
  for (let at = from; at < words.length && size < longestTerm; at += 1) {
    const word = words[at]!
    if (at > from && !JOINT.test(text.slice(words[at - 1]!.token.end, word.token.start))) break
    if (!word.telling) {
      if (!connectors.has(foldToken(word.token.text))) break
      continue
    }
    size += 1
    if (word.capital) capitals += 1
    const named = capitals === size && (size > 1 || !word.opens)
    if (size > 1 || word.capital) runs.push({ from, to: at, size, named })
  }
  return runs
}

/** Stems of each label, of the telling words alone; what equals or lies inside one is covered. */
export function coverOf(concepts: readonly Concept[], lang: string): (key: string) => boolean {
  const covered = new Set<string>()
  const lexeme = lexemesOf(lang)
  for (const { labels } of concepts) {
    for (const { text } of labels) {
      const stems = tokenize(text).flatMap((token) => (lexeme(token.text).telling ? [stem(token.text, lang)] : []))
      for (let from = 0; from < stems.length; from += 1)
        for (let to = from + 1; to <= stems.length; to += 1) covered.add(stems.slice(from, to).join(' '))
    }
  }
  return (key) => covered.has(key)
}
