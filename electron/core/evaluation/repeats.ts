// Keeps what is tested out of what is learned from.
// It must not know tasks.

/** A text as two copies of it share it: letters and digits, compatibility forms and case levelled. */
export function levelled(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  )
const sharedForAlike = 0.5

/** Two versions of one text: half of all their words are common. */
function alike(one: string, other: string): boolean {
  const [ours, theirs] = [wordsOf(one), wordsOf(other)]
  const common = [...ours].filter((word) => theirs.has(word)).length
  return common >= sharedForAlike * (ours.size + theirs.size - common)
}

/** From so many shared ids on, ids that mostly name unlike texts are two files' own numbering (1, 2, 3…) and say nothing. */
const fewestShared = 5

/** The items of `train` whose id is that of a tested item. */
function sameIds<T>(train: readonly T[], test: readonly T[], of: { id: (item: T) => string; text: (item: T) => string }): Set<T> {
  const tested = Map.groupBy(test, of.id)
  const shared = train.filter((item) => tested.has(of.id(item)))
  if (shared.length < fewestShared) return new Set(shared)
  const versions = shared.filter((item) => tested.get(of.id(item))!.some((other) => alike(of.text(item), of.text(other))))
  return new Set(2 * versions.length < shared.length ? versions : shared)
}

/** `train` without what is in `test` as well, by id or by text, and how many were left out. Texts without any letter count by id alone. */
export function dropRepeats<T>(
  train: readonly T[],
  test: readonly T[],
  of: { id: (item: T) => string; text: (item: T) => string },
): { kept: T[]; dropped: number } {
  const same = sameIds(train, test, of)
  const texts = new Set(test.map((item) => levelled(of.text(item))))
  texts.delete('')
  const kept = train.filter((item) => !same.has(item) && !texts.has(levelled(of.text(item))))
  return { kept, dropped: train.length - kept.length }
}
