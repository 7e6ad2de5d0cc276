// Keeps what is tested out of what is learned from.
// It must not know tasks.

/** A text as two copies of it share it: letters and digits, compatibility forms and case levelled. */
export function levelled(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** `train` without what is in `test` as well, by id or by text, and how many were left out. Texts without any letter count by id alone. */
export function dropRepeats<T>(
  train: readonly T[],
  test: readonly T[],
  of: { id: (item: T) => string; text: (item: T) => string },
): { kept: T[]; dropped: number } {
  const ids = new Set(test.map(of.id))
  const texts = new Set(test.map((item) => levelled(of.text(item))))
  texts.delete('')
  const kept = train.filter((item) => !ids.has(of.id(item)) && !texts.has(levelled(of.text(item))))
  return { kept, dropped: train.length - kept.length }
}
