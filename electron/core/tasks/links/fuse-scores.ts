// Full text and latent vectors into one ranking.
// It must not know where the scores come from.
import type { Scored } from '../ports.ts'

/**
 * What the best full-text hit adds to a cosine. Ranks alone (reciprocal rank fusion) were tried first and lost to the
 * vectors on both open archives: full text cut to a dozen terms is the weaker ranking and must only break near-ties.
 */
const lexicalWeight = 0.1

/** Best first, ties to the lower id. A hit one side did not return gets that side's lowest returned score, or 0. */
export function fuseScores(lexical: readonly Scored[], latent: readonly Scored[]): Scored[] {
  const top = lexical[0]?.score ?? 0
  const words = new Map(lexical.map(({ id, score }) => [id, top > 0 ? score / top : 0]))
  const cosines = new Map(latent.map(({ id, score }) => [id, score]))
  const lowest = latent.at(-1)?.score ?? 0
  const ids = new Set([...cosines.keys(), ...words.keys()])
  const fused = [...ids].map((id) => ({
    id,
    score: (cosines.get(id) ?? lowest) + (latent.length === 0 ? 1 : lexicalWeight) * (words.get(id) ?? 0),
  }))
  return fused.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}
