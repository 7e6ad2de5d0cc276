// Metrics: what the first places of a ranked list hold.
// It must not know what an answer is. Lists have no repeats.

function hits(ranked: readonly string[], gold: ReadonlySet<string>, k: number): number {
  return ranked.slice(0, k).filter((id) => gold.has(id)).length
}

/** 2·hits / (k + gold): the F1 of proposing exactly `k` answers (Annif's F1@5). A list shorter than `k` is measured as if it were full. */
export function f1At(ranked: readonly string[], gold: ReadonlySet<string>, k: number): number {
  return (2 * hits(ranked, gold, k)) / (k + gold.size)
}

/** Share of the first `k` places that are right; empty places count as wrong. */
export function precisionAt(ranked: readonly string[], gold: ReadonlySet<string>, k: number): number {
  return hits(ranked, gold, k) / k
}

/** Share of the gold found in the first `k` places; 0 when there is no gold. */
export function recallAt(ranked: readonly string[], gold: ReadonlySet<string>, k: number): number {
  return gold.size === 0 ? 0 : hits(ranked, gold, k) / gold.size
}

/** 1 / rank of the first right answer, 0 when there is none; its mean over queries is the MRR (Voorhees, TREC-8 1999). */
export function reciprocalRank(ranked: readonly string[], gold: ReadonlySet<string>): number {
  const at = ranked.findIndex((id) => gold.has(id))
  return at === -1 ? 0 : 1 / (at + 1)
}
