// The words on screen, read from the page's own catalogue, so that a test names what a person reads.
// It must not know any screen.
import { book, type Lang, type WordKey } from '../../renderer/words/book.ts'

/** `say('review.act.validate')`: the words for a key, in French unless told otherwise. */
export function say(key: WordKey, parameters: Readonly<Record<string, string | number>> = {}, lang: Lang = 'fr'): string {
  return book.getFixedT(lang)(key, { ...parameters })
}

/** The words of a key with its parameters left open, as a pattern: `…proposé par .+`. */
export function sayAnything(key: WordKey, ...names: readonly string[]): RegExp {
  const hole = 'HOLE'
  const words = say(key, Object.fromEntries(names.map((name) => [name, hole])))
  return new RegExp(
    words
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(hole, '.+')
      .replace(/\s/g, '\\s'),
  )
}
