// Remembers what was made of a word, and finds it by the word's place in a text: an archive has hundreds of millions of words, and
// cutting each out only to look it up costs more than everything else. It must not know what is made.

export type WordCache = {
  /** What was kept for the word at `text.slice(start, end)`. */
  readonly find: (text: string, start: number, end: number) => string | undefined
  /** Keeps `made` for a word that is not there yet. Beyond `most` words all are forgotten. */
  readonly keep: (word: string, made: string) => void
}

const firstSize = 1 << 12

/** An open-addressed table, never more than half full; FNV-1a over UTF-16 code units. */
export function createWordCache(most: number): WordCache {
  let words: (string | undefined)[] = []
  let mades: string[] = []
  let hashes = new Int32Array(0)
  let size = 0
  const empty = (slots: number): void => {
    words = Array.from<string | undefined>({ length: slots })
    mades = Array.from({ length: slots }, () => '')
    hashes = new Int32Array(slots)
    size = 0
  }
  const place = (word: string, made: string, hash: number): void => {
    const last = hashes.length - 1
    let at = hash & last
    while (words[at] !== undefined) at = (at + 1) & last
    words[at] = word
    mades[at] = made
    hashes[at] = hash
    size += 1
  }
  const grow = (): void => {
    const [oldWords, oldMades, oldHashes] = [words, mades, hashes]
    empty(hashes.length * 2)
    oldWords.forEach((word, at) => word !== undefined && place(word, oldMades[at] ?? '', oldHashes[at] ?? 0))
  }
  empty(firstSize)
  return {
    find: (text, start, end) => {
      const hash = hashOf(text, start, end)
      const last = hashes.length - 1
      for (let at = hash & last; ; at = (at + 1) & last) {
        const word = words[at]
        if (word === undefined) return undefined
        if (hashes[at] === hash && isAt(word, text, start, end)) return mades[at]
      }
    },
    keep: (word, made) => {
      if (size >= most) empty(firstSize)
      if (size * 2 >= hashes.length) grow()
      place(word, made, hashOf(word, 0, word.length))
    },
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // The low bits choose the place: the high ones have their say.
  return hash ^ (hash >>> 15)
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}
