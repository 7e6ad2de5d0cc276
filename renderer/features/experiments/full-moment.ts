// An instant with its day, for sentences of record that say "le …". It must not know sentences.
import type { Words } from '../../words/use-words.ts'

/** `22 novembre 2026, 1 h 52`, in this machine's time zone. */
export function fullMoment(instant: string, words: Pick<Words, 'fullMoment'>): string {
  return words.fullMoment(instant)
}
