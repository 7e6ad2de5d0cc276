// Follows the contents an intact chain refers to: present and unchanged, erased with an entry that says so, or neither.
// It must not know signatures or how the chain hangs together.
import type { Broken, LedgerEntry } from '../../../shared/domain/ledger.ts'
import { contentMatches } from './content-hash.ts'

/** Finds a kept content by its hash, null where it is no longer there. */
export type FindContent = (hash: string) => { readonly salt: string; readonly content: string } | null

/** What the walk learnt. `altered`: the first content that changed; `missing`: the first gone with no purge entry after it. */
export type ContentsVerdict = { readonly erased: number; readonly altered: Broken | null; readonly missing: Broken | null }

/** Entries go in by `follow`, in order; `verdict` says how the contents stand. Without `find` only purge entries are counted. */
export type ContentsWalk = { readonly follow: (entry: LedgerEntry) => void; readonly verdict: () => ContentsVerdict }

function purgedHashes(entry: LedgerEntry): readonly string[] {
  const listed = entry.body.act === 'contents.purged' ? entry.body.facts['contents'] : undefined
  return Array.isArray(listed) ? listed : []
}

function first(seqs: Iterable<number>): Broken | null {
  let lowest: number | null = null
  for (const seq of seqs) lowest = lowest === null || seq < lowest ? seq : lowest
  return lowest === null ? null : { seq: lowest, why: 'content-altered' }
}

/** Starts following contents. Memory grows with the contents that are gone, not with the chain. */
export function walkContents(find: FindContent | null): ContentsWalk {
  const gone = new Map<string, number>()
  let erased = 0
  let altered: Broken | null = null
  const check = (hash: string, seq: number): void => {
    const kept = find?.(hash)
    if (kept === null || kept === undefined) gone.set(hash, Math.min(seq, gone.get(hash) ?? seq))
    else if (altered === null && !contentMatches(hash, kept)) altered = { seq, why: 'content-altered' }
  }
  return {
    follow: (entry) => {
      for (const hash of Object.values(entry.body.contents)) check(hash, entry.body.seq)
      for (const hash of purgedHashes(entry)) if (gone.delete(hash)) erased += 1
    },
    verdict: () => ({ erased, altered, missing: find === null ? null : first(gone.values()) }),
  }
}
