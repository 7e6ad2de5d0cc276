// Vectors as a server sends them, made comparable.
// It must not know models.
import { unavailable } from './server-errors.ts'

/** Texts per request: enough to keep a server busy, few enough that a failure costs little. */
export const embeddingBatch = 32

/**
 * Same count, same size, finite, length 1. `dimensions`: the size earlier batches had, or null.
 * @throws DeskError `engine-unavailable` when the server's vectors are not that.
 */
export function unitVectors(raw: readonly (readonly number[])[], count: number, dimensions: number | null, what: string): Float32Array[] {
  const size = dimensions ?? raw[0]?.length ?? 0
  const odd = raw.length !== count || size === 0 || raw.some((vector) => vector.length !== size)
  if (odd) throw unavailable(what, 'garbled', 'the vectors are not one of a size for each text')
  return raw.map((vector) => {
    const norm = Math.hypot(...vector)
    if (!Number.isFinite(norm) || norm === 0) throw unavailable(what, 'garbled', 'a vector has no direction')
    return Float32Array.from(vector, (value) => value / norm)
  })
}

/** Runs of at most `embeddingBatch` texts, in order. */
export function inBatches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / embeddingBatch) }, (_, at) =>
    items.slice(at * embeddingBatch, (at + 1) * embeddingBatch),
  )
}
