// Says in words where and why a record was left out. It must not know the table.
import type { Words } from '../../words/use-words.ts'

/** `body is missing` → `le texte manque`; a phrase the list lacks is shown as it came. */
export function sayReason(words: Words, reason: string): string {
  const key = reason
    .toLowerCase()
    .replace(/\d+(\.\d+)?/g, 'n')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')
  const [n1 = '', n2 = ''] = reason.match(/\d+(\.\d+)?/g) ?? []
  return words.maybe(`reject.${key}`, reason, { n1, n2 })
}

/** `line 12` → `ligne 12`. */
export function sayPlace(words: Words, at: string): string {
  const found = /^(line|record|item) (\d+)/.exec(at)
  return found ? words.maybe(`reject.place.${found[1]}`, at, { n: found[2] ?? '' }) : at
}
