// An instant with its day, for sentences of record that say "le …". It must not know sentences.
import type { Words } from '../../words/use-words.ts'

/** `22 novembre 2026, 1 h 52`, in this machine's time zone. */
export function fullMoment(instant: string, { date, time }: Pick<Words, 'date' | 'time'>): string {
  const at = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`)}, ${time(at)}`
}
