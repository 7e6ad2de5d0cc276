// How the plain baselines read a text: words as they stand, lower-cased. No stems, no house knowledge.
// It must not know tasks.

/** Words of two signs and more (scikit-learn's default reading). */
export function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? []
}

/** Words and neighbouring pairs. */
export function wordsAndPairs(text: string): string[] {
  const words = plainWords(text)
  const pairs = words.slice(1).map((word, at) => `${words[at]!} ${word}`)
  return [...words, ...pairs]
}
