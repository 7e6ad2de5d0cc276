// The article a link would start from, cut into the passages a link is made from: sentences, their surroundings, paragraphs.
// It must not know any target.
import { transform } from '../../learning/tfidf.ts'
import { project } from '../../learning/truncated-svd.ts'
import { sparseVector, normalised, type SparseVector } from '../../learning/sparse.ts'
import { segment } from '../../text/sentences.ts'
import { termsOf, termsWithPlaces } from '../../text/terms.ts'
import { columnsOf, namesOf } from './link-profile.ts'
import { lsaTermsOf, readCharacters, type Lsa, type LsaText } from './lsa-model.ts'

export interface Passages {
  /** The whole text's place in the latent space. */
  readonly whole: Float32Array
  /** How many sentences, the title being the first. */
  readonly sentences: number
  /** By column, the sentences it stands in, with its weight there: each sentence is of length 1. */
  readonly places: ReadonlyMap<number, readonly { readonly sentence: number; readonly weight: number }[]>
  /** Each sentence with the one before and the one after, in the latent space: place after place, end to end. */
  readonly surroundings: Float32Array
  /** The same of the paragraphs. */
  readonly paragraphs: Float32Array
  /** Names by column, weighed, of length 1. */
  readonly names: ReadonlyMap<number, number>
}

/** A very long text is read by its first sentences. */
const mostSentences = 250

const asMap = ({ indices, values }: SparseVector): Map<number, number> =>
  new Map(Array.from(indices, (column, at): [number, number] => [column, values[at]!]))

/** Each known column once, by its rarity alone, length 1. */
function telling(lsa: Lsa, stems: readonly string[]): SparseVector {
  return normalised(sparseVector([...columnsOf(lsa, stems)].map((column) => [column, lsa.tfidf.idf[column]!] as const)))
}

function endToEnd(places: readonly Float32Array[]): Float32Array {
  const flat = new Float32Array(places.reduce((sum, place) => sum + place.length, 0))
  let to = 0
  for (const place of places) {
    flat.set(place, to)
    to += place.length
  }
  return flat
}

function placesOf(sentences: readonly SparseVector[]): Passages['places'] {
  const places = new Map<number, { sentence: number; weight: number }[]>()
  sentences.forEach(({ indices, values }, sentence) => {
    indices.forEach((column, at) => {
      const list = places.get(column) ?? []
      list.push({ sentence, weight: values[at]! })
      places.set(column, list)
    })
  })
  return places
}

/** Counts as weights, length 1: (1 + ln count) · rarity. */
export function weighNames(lsa: Lsa, { columns, counts }: { columns: Int32Array; counts: Uint8Array }): SparseVector {
  return normalised(sparseVector([...columns].map((column, at) => [column, (1 + Math.log(counts[at]!)) * lsa.tfidf.idf[column]!] as const)))
}

export function passagesOf(lsa: Lsa, article: LsaText): Passages {
  const { lang } = article
  const body = article.body.slice(0, readCharacters)
  const title = termsOf(article.title, lang)
  const cut = segment(body, lang).slice(0, mostSentences)
  const sentences = [title, ...cut.map(({ text }) => termsOf(text, lang))]
  const paragraphs = body.split(/\n\s*\n/u).filter((text) => text.trim() !== '')
  const terms = termsWithPlaces(body, lang)
  const around = (at: number): string[] => sentences.slice(Math.max(0, at - 1), at + 2).flat()
  return {
    whole: project(
      lsa.svd,
      transform(
        lsa.tfidf,
        lsaTermsOf(
          title,
          terms.map((term) => term.stem),
        ),
      ),
    ),
    sentences: sentences.length,
    places: placesOf(sentences.map((stems) => telling(lsa, stems))),
    surroundings: endToEnd(sentences.map((_, at) => project(lsa.svd, telling(lsa, around(at))))),
    paragraphs: endToEnd(paragraphs.map((text) => project(lsa.svd, transform(lsa.tfidf, termsOf(text, lang))))),
    names: asMap(weighNames(lsa, namesOf(lsa, body, terms))),
  }
}
