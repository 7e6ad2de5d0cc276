// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient module has no export to import; without this, rooms that import stems do not compile.
/// <reference path="./snowball-stemmers.d.ts" />
// Reduces words to stems (Snowball, Porter 2001) for search and comparison.
// It must not know stop words or what the stems are used for.
import { createRequire } from 'node:module'
import type Stemmers from 'snowball-stemmers'
import { eachTokenPlace, foldToken, openLigatures } from './tokens.ts'
import { createWordCache, type WordCache } from './word-cache.ts'

const ALGORITHMS: Readonly<Record<string, string>> = {
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
}
// Bounds the memory of a long import; a newsroom's archive has some 200,000 distinct forms.
const CACHE_LIMIT = 300_000

type Stemmer = { readonly stem: (word: string) => string; readonly cache: WordCache }
const loaded = new Map<string, Stemmer>()
const require = createRequire(import.meta.url)
/** Read at the first word: nearly a megabyte of languages, of which a desk that only opens needs none. */
const snowball = (): typeof Stemmers => require('snowball-stemmers')

function stemmerFor(lang: string | null): Stemmer {
  const algorithm = ALGORITHMS[primaryLanguage(lang)] ?? ''
  const known = loaded.get(algorithm)
  if (known) return known
  const inner = algorithm === '' ? null : snowball().newStemmer(algorithm)
  const made: Stemmer = { stem: (word) => inner?.stem(word) ?? word, cache: createWordCache(CACHE_LIMIT) }
  loaded.set(algorithm, made)
  return made
}

/** "fr-FR" → "fr"; null → "". */
export function primaryLanguage(lang: string | null): string {
  return (lang ?? '').toLowerCase().split(/[-_]/, 1)[0] ?? ''
}

/**
 * The stem of one token, without diacritics ("Élections" → "elect"). A language without a
 * stemmer, or null, only folds the token.
 */
export function stem(token: string, lang: string | null): string {
  return stemWith(stemmerFor(lang), token)
}

function stemWith(stemmer: Stemmer, token: string): string {
  return stemmer.cache.find(token, 0, token.length) ?? newStem(stemmer, token)
}

function newStem(stemmer: Stemmer, token: string): string {
  // Snowball reads accents, so it comes before the diacritics are taken off.
  const made = foldToken(stemmer.stem(openLigatures(token.toLowerCase())))
  stemmer.cache.keep(token, made)
  return made
}

/** All the stems of a text, stop words included, joined by a space: the content of the full-text column. */
export function stemText(text: string, lang: string | null): string {
  const stems: string[] = []
  const stemmer = stemmerFor(lang)
  eachTokenPlace(text, (start, end) => {
    stems.push(stemmer.cache.find(text, start, end) ?? newStem(stemmer, text.slice(start, end)))
  })
  return stems.join(' ')
}
