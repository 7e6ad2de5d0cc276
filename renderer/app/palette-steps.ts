// Where the keys of Ctrl-K's field lead in the list below it. It must not know the entries.

/** How far Page up and Page down go. */
const page = 8

/** Where a key leads in a list of `count`, or null when it is no such key. The arrows go round. Home and End belong to the field while it holds text. */
export function stepTo(key: string, at: number, count: number, empty: boolean): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  if (key === 'PageDown') return Math.min(at + page, count - 1)
  if (key === 'PageUp') return Math.max(at - page, 0)
  if (key === 'Home' && empty) return 0
  if (key === 'End' && empty) return count - 1
  return null
}
