// Keeps the last thing made from a key: compiled vocabularies, parsed models.
// It must not know what it keeps.

/** Gives what `make` made, anew only when the key changed. A failed making is not kept. */
export function remembered<Made>(): (key: string, make: () => Promise<Made>) => Promise<Made> {
  let last: { key: string; made: Promise<Made> } | null = null
  return (key, make) => {
    if (last?.key === key) return last.made
    const made = make()
    const entry = { key, made }
    last = entry
    made.catch(() => {
      if (last === entry) last = null
    })
    return made
  }
}
