// The words of a comment that justify holding it: those of the rules, and those that pushed the model.
// It must not know clauses or decisions.
import type { PlainReading } from '../../text/obfuscation.ts'
import { wordColumns, type CommentWord } from './comment-features.ts'
import type { RuleHit } from './lexicon.ts'
import type { Moderator } from './moderator-model.ts'

/** UTF-16 offsets of the comment. */
export interface Place {
  readonly start: number
  readonly end: number
}

export interface TellingWord extends Place {
  /** What the word adds to the log-odds, for a comment of its own length. */
  readonly push: number
}

/** A rule from this weight justifies by itself; a milder one only where nothing else does and past decisions agree. */
const weightOfProof = 0.35
const agreeingPush = 0.2
/** Under this probability nothing needs justifying but what the rules say. */
const likely = 0.55
/** From this push a word no list knows justifies, where the lists say nothing. */
const pushOfProof = 1.6

/** A word's own weight and that of its pieces, averaged over the pieces so that long words are not favoured. */
function pushOf(word: string, { weights, idf }: Moderator): number {
  const columns = wordColumns(word)
  let sum = 0
  for (const column of columns) sum += weights[column]! * idf[column]!
  return columns.length === 0 ? 0 : sum / Math.sqrt(columns.length)
}

function pushes(words: readonly CommentWord[], reading: PlainReading, moderator: Moderator): TellingWord[] {
  return words.map((word) => ({ ...reading.place(word.start, word.end), push: pushOf(word.folded, moderator) }))
}

/** Up to `limit` places in the comment, strongest first; only words well above the comment's own mean. */
export function tellingWords(words: readonly CommentWord[], reading: PlainReading, moderator: Moderator, limit: number): TellingWord[] {
  const all = pushes(words, reading, moderator)
  const mean = all.reduce((sum, word) => sum + word.push, 0) / Math.max(1, all.length)
  const strong = all.filter(({ push }) => push > 0 && push > mean)
  return strong.sort((a, b) => b.push - a.push || a.start - b.start).slice(0, limit)
}

interface Read {
  readonly touched: readonly RuleHit[]
  readonly words: readonly CommentWord[]
  readonly reading: PlainReading
  readonly opinion: { readonly probability: number } | null
}

/**
 * The places that justify holding, in order of the text: words of the rules; where none weighs enough, milder ones that past
 * decisions speak against too; where there are none, the one word past decisions speak most strongly against.
 */
export function justifyingPlaces({ touched, words, reading, opinion }: Read, moderator: Moderator | null): Place[] {
  const ruled = touched.filter((hit) => hit.weight >= weightOfProof)
  if (ruled.length > 0 || !moderator || (opinion?.probability ?? 0) < likely) return ruled.map(placeOf)
  const learned = pushes(words, reading, moderator)
  const agreed = touched.filter((hit) => learned.some((word) => overlap(hit, word) && word.push >= agreeingPush))
  if (agreed.length > 0) return agreed.map(placeOf)
  const strongest = learned.reduce<TellingWord | null>((best, word) => (best === null || word.push > best.push ? word : best), null)
  return strongest !== null && strongest.push >= pushOfProof ? [placeOf(strongest)] : []
}

const placeOf = ({ start, end }: Place): Place => ({ start, end })
const overlap = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end
