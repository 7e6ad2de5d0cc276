// Which decided outputs are read again: drawn by a hash, so that nobody picks, and the same on every machine. Pure.
// It must not know what was decided.
import { createHash } from 'node:crypto'
import { sha256 } from './card-hash.ts'

/** The draw's seed, from what the referent approved; kept with the plan, so that a later change of the card moves nothing. */
export function samplingSeed(experiment: { readonly id: string; readonly hash: string }): string {
  return sha256(`marbre-sampling\n${experiment.id}\n${experiment.hash}`)
}

/** Where an output falls between 0 and 1: 48 bits of SHA-256 over seed and id. */
export function drawPlace(seed: string, suggestion: string): number {
  return createHash('sha256').update(`${seed}\n${suggestion}`, 'utf8').digest().readUIntBE(0, 6) / 2 ** 48
}

/**
 * The outputs drawn when one in `every` is read again, in an order that says nothing: articles by their first place, their outputs by place.
 * Each is drawn by itself: a decision that comes later joins without moving the others, and a denser plan keeps what a thinner one drew.
 */
export function drawSample<T extends { readonly id: string; readonly item: string }>(
  seed: string,
  every: number,
  decided: readonly T[],
): T[] {
  const placed = decided.map((output) => ({ output, place: drawPlace(seed, output.id) })).filter(({ place }) => place < 1 / every)
  const firstOf = new Map<string, number>()
  for (const { output, place } of placed) firstOf.set(output.item, Math.min(place, firstOf.get(output.item) ?? 1))
  return placed
    .toSorted((a, b) => (firstOf.get(a.output.item) ?? 0) - (firstOf.get(b.output.item) ?? 0) || a.place - b.place)
    .map(({ output }) => output)
}
