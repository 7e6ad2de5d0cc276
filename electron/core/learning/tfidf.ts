// Words to weighted vectors: which terms count, and how much each.
// It must not know how a text becomes terms, nor any language.
import { normalised, weighedVector, type SparseVector } from './sparse.ts'

export interface TfidfOptions {
  /** Terms in fewer documents are left out. */
  readonly minDocuments?: number
  /** Terms in a larger share of documents are left out. */
  readonly maxShare?: number
  /** At most this many terms: the ones in most documents. */
  readonly maxTerms?: number
  /** Terms kept whatever the limits say, even those in no document. */
  readonly always?: ReadonlySet<string>
}

export interface Tfidf {
  /** Term → column, in the order of `terms`. */
  readonly columns: ReadonlyMap<string, number>
  readonly terms: readonly string[]
  /** ln((1 + N) / (1 + df)) + 1 by column. */
  readonly idf: Float32Array
}

/** Documents as numbers: each distinct term once, with its count. */
interface Counted {
  readonly terms: readonly string[]
  /** In how many documents each term stands. */
  readonly frequencies: readonly number[]
  readonly documents: readonly { readonly ids: Int32Array; readonly counts: Int32Array }[]
}

/** Every term is looked up once per occurrence and never again: most of the time of a training on long texts goes here. */
function countTerms(documents: Iterable<readonly string[]>, always: Iterable<string> = []): Counted {
  const ids = new Map<string, number>()
  const terms: string[] = []
  const frequencies: number[] = []
  const place: number[] = []
  const counted = []
  for (const document of documents) {
    const own: number[] = []
    const counts: number[] = []
    for (const term of document) {
      let id = ids.get(term)
      if (id === undefined) {
        id = terms.length
        ids.set(term, id)
        terms.push(term)
        frequencies.push(0)
        place.push(-1)
      }
      // `place` says where in this document's list a term stands, if the list agrees.
      const at = place[id]!
      if (own[at] === id) counts[at]! += 1
      else {
        place[id] = own.length
        own.push(id)
        counts.push(1)
        frequencies[id]! += 1
      }
    }
    counted.push({ ids: Int32Array.from(own), counts: Int32Array.from(counts) })
  }
  for (const term of always) {
    if (ids.has(term)) continue
    terms.push(term)
    frequencies.push(0)
  }
  return { terms, frequencies, documents: counted }
}

/** Ids of the terms kept, sorted by term, so that the same documents in another order give the same model. */
function choose({ terms, frequencies, documents }: Counted, options: TfidfOptions): number[] {
  const { minDocuments = 1, maxShare = 1, maxTerms = Number.POSITIVE_INFINITY, always = new Set() } = options
  const most = maxShare * documents.length
  const before = (a: number, b: number): number => (terms[a]! < terms[b]! ? -1 : 1)
  const within = (id: number): boolean => frequencies[id]! >= minDocuments && frequencies[id]! <= most
  let kept = Array.from(terms.keys()).filter((id) => within(id) && !always.has(terms[id]!))
  if (kept.length > maxTerms) kept = kept.sort((a, b) => frequencies[b]! - frequencies[a]! || before(a, b)).slice(0, maxTerms)
  if (always.size > 0) terms.forEach((term, id) => always.has(term) && kept.push(id))
  return kept.sort(before)
}

function modelOf({ terms, frequencies, documents }: Counted, kept: readonly number[]): Tfidf {
  const idf = Float32Array.from(kept, (id) => Math.log((1 + documents.length) / (1 + frequencies[id]!)) + 1)
  return tfidfFrom(
    kept.map((id) => terms[id]!),
    idf,
  )
}

/** Learns columns and inverse document frequencies (smoothed as in scikit-learn's TfidfVectorizer). */
export function fitTfidf(documents: Iterable<readonly string[]>, options: TfidfOptions = {}): Tfidf {
  const counted = countTerms(documents, options.always)
  return modelOf(counted, choose(counted, options))
}

/** The model and the vectors of the documents it was learned from, the same as `transform` gives, in one reading. */
export function fitTransform(
  documents: Iterable<readonly string[]>,
  options: TfidfOptions = {},
): { readonly model: Tfidf; readonly vectors: readonly SparseVector[] } {
  const counted = countTerms(documents, options.always)
  const kept = choose(counted, options)
  const model = modelOf(counted, kept)
  const columnOf = new Int32Array(counted.terms.length).fill(-1)
  kept.forEach((id, column) => (columnOf[id] = column))
  const vectors = counted.documents.map(({ ids, counts }) => {
    const byColumn = new Map<number, number>()
    ids.forEach((id, at) => {
      if (columnOf[id]! >= 0) byColumn.set(columnOf[id]!, counts[at]!)
    })
    return weigh(model, byColumn)
  })
  return { model, vectors }
}

/** The model back from its stored parts. */
export function tfidfFrom(terms: readonly string[], idf: Float32Array): Tfidf {
  return { terms, idf, columns: new Map(terms.map((term, column) => [term, column])) }
}

/** (1 + ln tf) · idf, length 1. Unknown terms are passed over. */
export function transform(model: Tfidf, document: readonly string[]): SparseVector {
  const counts = new Map<number, number>()
  for (const term of document) {
    const column = model.columns.get(term)
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  return weigh(model, counts)
}

function weigh(model: Tfidf, counts: ReadonlyMap<number, number>): SparseVector {
  return normalised(weighedVector(counts, (column, count) => (1 + Math.log(count)) * model.idf[column]!))
}
