// The words of a comment that pushed the model towards holding it.
// It must not know rules or clauses.
import type { PlainReading } from '../../text/obfuscation.ts'
import { wordColumns, type CommentWord } from './comment-features.ts'
import type { Moderator } from './moderator-model.ts'

export interface TellingWord {
  readonly start: number
  readonly end: number
  readonly push: number
}

/** A word's own weight and that of its pieces, averaged over the pieces so that long words are not favoured. */
function pushOf(word: string, { weights, idf }: Moderator): number {
  const columns = wordColumns(word)
  let sum = 0
  for (const column of columns) sum += weights[column]! * idf[column]!
  return sum / Math.sqrt(columns.length)
}

/** Up to `limit` places in the comment, strongest first; only words well above the comment's own mean. */
export function tellingWords(words: readonly CommentWord[], reading: PlainReading, moderator: Moderator, limit: number): TellingWord[] {
  const pushes = words.map((word) => pushOf(word.folded, moderator))
  const mean = pushes.reduce((sum, push) => sum + push, 0) / Math.max(1, pushes.length)
  const strong = words
    .map((word, at) => ({ ...reading.place(word.start, word.end), push: pushes[at]! }))
    .filter(({ push }) => push > 0 && push > mean)
  return strong.sort((a, b) => b.push - a.push || a.start - b.start).slice(0, limit)
}
