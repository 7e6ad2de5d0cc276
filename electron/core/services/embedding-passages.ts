// What an embedding model is given of an article, and the one vector made of what it answers.
// It must not know servers nor tables.
import { estimateTokens } from '../engines/token-estimate.ts'
import { segment } from '../text/sentences.ts'

type Text = { readonly title: string; readonly body: string; readonly lang: string | null }

/** Written into the table's key: whoever changes what follows counts it up, and every article is read again. */
export const passagesVersion = 1
/**
 * Tokens a passage may come to, by a generous estimate. News says what it is about at the top, and models blur long
 * texts: four passages of some 300 words, each under the title, say more than one long one.
 */
const longest = 1024
const mostPassages = 4
/** What embedding models of unknown window read at least (BERT's). */
const smallestWindow = 512
/** The model's prefix, its marks of beginning and end. */
const room = 64

/** At most four texts that surely fit `window` tokens (null: unknown), whole sentences where they fit; none of an empty article. */
export function passagesOf({ title, body, lang }: Text, window: number | null): string[] {
  const budget = Math.max(32, Math.min(window ?? smallestWindow, longest) - room)
  const head = cut(title.trim(), Math.floor(budget / 3))[0] ?? ''
  const left = budget - estimateTokens(head).most - 1
  const passages: string[] = []
  let passage = ''
  for (const piece of segment(body, lang).flatMap((sentence) => cut(sentence.text, left))) {
    const longer = passage === '' ? piece : `${passage} ${piece}`
    if (estimateTokens(longer).most <= left) {
      passage = longer
      continue
    }
    passages.push(passage)
    passage = piece
    if (passages.length === mostPassages) break
  }
  if (passages.length < mostPassages && passage !== '') passages.push(passage)
  if (passages.length === 0) return head === '' ? [] : [head]
  return passages.map((text) => (head === '' ? text : `${head}\n${text}`))
}

/** Runs of words of at most `budget` tokens; a word beyond it (an address, a script without spaces) is cut too. */
function cut(text: string, budget: number): string[] {
  if (text === '') return []
  if (estimateTokens(text).most <= budget) return [text]
  // Four bytes a character at most, a token a byte at most.
  const least = Math.max(1, Math.floor(budget / 4))
  const words = text.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${least}}`, 'gsu')) ?? [])
  const runs: string[] = []
  let run = ''
  for (const word of words) {
    const longer = run === '' ? word : `${run} ${word}`
    if (estimateTokens(longer).most > budget && run !== '') {
      runs.push(run)
      run = word
    } else run = longer
  }
  return run === '' ? runs : [...runs, run]
}

/** The mean of unit vectors, weighed by the length of their texts, of length 1. */
export function pooled(vectors: readonly Float32Array[], texts: readonly string[]): Float32Array {
  const [first] = vectors
  if (!first || vectors.length === 1) return first ?? new Float32Array()
  const sum = new Float64Array(first.length)
  for (const [at, vector] of vectors.entries()) {
    const weight = texts[at]?.length ?? 0
    for (const [column, value] of vector.entries()) sum[column] = (sum[column] ?? 0) + value * weight
  }
  const norm = Math.hypot(...sum)
  return norm === 0 ? first : Float32Array.from(sum, (value) => value / norm)
}
