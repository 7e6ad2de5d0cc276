// In which order Ctrl-K shows what it found: by how well the words match, the recently used first. Pure.
// It must not know what the entries are.
import { fold } from './fold.ts'

export interface Ranked {
  readonly id: string
  readonly group: string
  readonly label: string
  /** Other words the entry answers to. */
  readonly also?: readonly string[] | undefined
  /** Found by the core: shown even when the words typed are not in the label. */
  readonly found?: boolean
}

/** 0 the label begins so, 1 a word of it does, 2 it is inside, 3 every word typed is somewhere; null not at all. `wanted` is folded. */
export function rankOf(label: string, wanted: string): number | null {
  const text = fold(label)
  if (wanted === '' || text.startsWith(wanted)) return 0
  const at = text.indexOf(wanted)
  if (at < 0) return wanted.split(/\s+/).every((word) => text.includes(word)) ? 3 : null
  const starts = [...text.matchAll(/[\p{L}\p{N}]+/gu)].some((word) => text.startsWith(wanted, word.index))
  return starts ? 1 : 2
}

const least = 4

function bestOf(entry: Ranked, wanted: string): number | null {
  const ranks = [entry.label, ...(entry.also ?? [])].map((label, index) => {
    const rank = rankOf(label, wanted)
    // A name the entry also answers to is a little less than its own.
    return rank === null ? null : rank + (index === 0 ? 0 : 0.5)
  })
  const found = ranks.filter((rank) => rank !== null)
  if (found.length > 0) return Math.min(...found)
  return entry.found === true ? least : null
}

/**
 * The entries that answer to `query`, groups together, the group of the best entry first. Inside a group: rank, then how recently it was
 * used (`recent`, newest first), then the order given. At most `most` of a group.
 */
export function rankEntries<E extends Ranked>(entries: readonly E[], query: string, recent: readonly string[], most = 8): E[] {
  const wanted = fold(query)
  const age = (id: string) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  const kept = entries
    .flatMap((entry) => {
      const rank = bestOf(entry, wanted)
      return rank === null ? [] : [{ entry, rank }]
    })
    .toSorted((one, other) => one.rank - other.rank || age(one.entry.id) - age(other.entry.id))
  const groups = Map.groupBy(kept, ({ entry }) => entry.group)
  return [...groups.values()].flatMap((group) => group.slice(0, wanted === '' ? group.length : most).map(({ entry }) => entry))
}
