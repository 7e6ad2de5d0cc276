// The words of a text that say what it is about, cut to their beginnings.
// It must not know what they are compared with.
import { stopWords } from '../../text/stop-words.ts'
import { foldToken, tokenize } from '../../text/tokens.ts'

const shortest = 4
const beginning = 6

/** Folded beginnings of the words of four letters and more that are no stop words: near enough to a stem in both languages. */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>()
  for (const token of tokenize(text)) {
    const word = foldToken(token.text)
    if (word.length >= shortest && !isStopWord(word)) words.add(word.slice(0, beginning))
  }
  return words
}

function isStopWord(word: string): boolean {
  return stopWords('fr').has(word) || stopWords('en').has(word)
}
