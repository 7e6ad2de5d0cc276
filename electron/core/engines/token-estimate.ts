// Says between which counts of tokens a text must lie, without knowing the model's vocabulary.
// It must not know servers nor windows.

/** `least`: no vocabulary reads the text in fewer. `most`: a generous guess, to size a window by. */
export interface TokenEstimate {
  readonly least: number
  readonly most: number
}

/** Letter runs, digits, everything else that is not a space: what tokenisers cut at before they look at their vocabulary. */
const pieces = /\p{L}[\p{L}\p{M}]*|\p{N}+|[^\s\p{L}\p{N}]+/gu
const words = /[^\s]*[\p{L}\p{N}][^\s]*/gu
const lineEnds = /\n/g
/** Scripts written without spaces, where a run of letters is many words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu
const latin = /^[\p{Script=Latin}\p{M}]+$/u
const digits = /^\p{N}/u
const letters = /^\p{L}/u

/** Unspaced scripts: at most this many characters a token, in the vocabularies kindest to them. */
const unspacedCharactersPerToken = 4

/**
 * Lower bound: tokenisers do not join words over a space, so each word is a token at least. Newspaper French comes to
 * 1.3–1.7 tokens a word, so a prompt cut to half its length falls below the bound; counting signs too would catch little
 * more, and refuse servers that count words.
 * Upper bound: two Latin letters a token, one digit a token, every byte of other scripts, signs and line ends counted.
 */
export function estimateTokens(text: string): TokenEstimate {
  let most = text.match(lineEnds)?.length ?? 0
  for (const [piece] of text.matchAll(pieces)) most += mostOf(piece)
  const wordCount = text.match(words)?.length ?? 0
  const dense = Math.floor((text.match(unspaced)?.length ?? 0) / unspacedCharactersPerToken)
  return { least: Math.max(wordCount, dense), most }
}

function mostOf(piece: string): number {
  if (digits.test(piece)) return piece.length
  if (letters.test(piece) && latin.test(piece)) return Math.ceil(piece.length / 2)
  return Buffer.byteLength(piece, 'utf8')
}
