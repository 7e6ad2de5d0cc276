// Cuts a body into paragraphs, and paragraphs into lit and unlit pieces. Pure; it must not know React.
import type { Lit } from './article-text.tsx'

/** A run of text under the same lights. `start` is its UTF-16 offset in the body. */
export interface Piece {
  readonly start: number
  readonly text: string
  readonly lit: readonly Lit[]
  /** Lights that end with this piece: their note calls follow it. */
  readonly ending: readonly Lit[]
}

/** Paragraphs of `body` (separated by blank lines) as pieces; offsets stay those of the body. */
export function cutParagraphs(body: string, lit: readonly Lit[]): readonly (readonly Piece[])[] {
  const paragraphs: (readonly Piece[])[] = []
  const valid = lit.filter((one) => one.end > one.start && one.start < body.length)
  let start = 0
  for (const gap of [...body.matchAll(/\n\s*\n/g), null]) {
    const end = gap ? gap.index : body.length
    if (body.slice(start, end).trim() !== '') paragraphs.push(cutPieces(body, start, end, valid))
    if (gap) start = gap.index + gap[0].length
  }
  return paragraphs
}

function cutPieces(body: string, start: number, end: number, lit: readonly Lit[]): readonly Piece[] {
  const here = lit.filter((one) => one.start < end && one.end > start)
  const cuts = new Set([start, end])
  for (const one of here) {
    cuts.add(Math.max(start, one.start))
    cuts.add(Math.min(end, one.end))
  }
  const places = [...cuts].toSorted((a, b) => a - b)
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? end
    const over = here.filter((one) => one.start < to && one.end > from)
    return {
      start: from,
      text: body.slice(from, to),
      lit: over,
      ending: over.filter((one) => Math.min(one.end, end) === to && one.end <= end),
    }
  })
}
