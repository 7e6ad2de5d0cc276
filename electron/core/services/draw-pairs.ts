// Which engines meet on which item, on which side, in which order: drawn once from a seed the page never sees.
// It must not know outputs, nor the store.
import type { StoredPair } from '../store/comparison-rows.ts'
import { sha256 } from './card-hash.ts'

export type Meeting = { readonly item: string; readonly engines: readonly string[] }

/**
 * One pair an item: with more engines than two, a second pair on the same article would be known from the first one's names.
 * Duels and sides are spread evenly, so that neither luck nor place favours an engine; order, sides and the odd one out come from `seed`.
 *
 * @param drawn pairs of earlier draws, which stay as they are
 */
export function drawPairs(
  meetings: readonly Meeting[],
  { experiment, seed, drawn, ids }: { experiment: string; seed: string; drawn: readonly StoredPair[]; ids: () => string },
): StoredPair[] {
  const chance = (...about: string[]): string => sha256([seed, ...about].join('\n'))
  const known = new Set(drawn.map((pair) => pair.item))
  const fresh = meetings
    .filter(({ item, engines }) => !known.has(item) && engines.length >= 2)
    .toSorted((one, other) => (chance('order', one.item) < chance('order', other.item) ? -1 : 1))
  const met = new Map<string, number>()
  const duels = new Map<string, string[]>()
  const placed: { item: string; duel: readonly [string, string] }[] = []
  for (const { item, engines } of fresh) {
    const duel = leastMet(duelsOf(engines), met, (key) => chance('duel', item, key))
    if (!duel) continue
    placed.push({ item, duel })
    const key = duel.join('\n')
    met.set(key, (met.get(key) ?? 0) + 1)
    duels.set(key, [...(duels.get(key) ?? []), item])
  }
  const turned = new Set([...duels].flatMap(([key, items]) => halfOf(items, chance('half', key), (item) => chance('side', item))))
  return placed.map(({ item, duel: [first, second] }, index) => {
    const [a, b] = turned.has(item) ? [second, first] : [first, second]
    return { id: ids(), experiment, item, a, b, position: drawn.length + index, seed }
  })
}

function duelsOf(engines: readonly string[]): (readonly [string, string])[] {
  return engines.flatMap((one, index) => engines.slice(index + 1).map((other) => [one, other] as const))
}

function leastMet(
  duels: readonly (readonly [string, string])[],
  met: ReadonlyMap<string, number>,
  chance: (key: string) => string,
): readonly [string, string] | undefined {
  return duels.toSorted((one, other) => {
    const [left, right] = [one.join('\n'), other.join('\n')]
    return (met.get(left) ?? 0) - (met.get(right) ?? 0) || (chance(left) < chance(right) ? -1 : 1)
  })[0]
}

/** Half of the items; of an odd number, the larger half or the smaller one by chance. */
function halfOf(items: readonly string[], luck: string, chance: (item: string) => string): string[] {
  const odd = items.length % 2 === 1 && Number.parseInt(luck.slice(0, 2), 16) % 2 === 1
  const count = Math.floor(items.length / 2) + (odd ? 1 : 0)
  return items.toSorted((one, other) => (chance(one) < chance(other) ? -1 : 1)).slice(0, count)
}
