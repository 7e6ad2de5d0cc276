// Texts that grow and shrink in number, and which are nearest to another: exact TF-IDF cosine, nothing frozen.
// It must not know how a text becomes terms, nor what the texts are.

/** A term of a text and how much a sight of it counts before idf (1 for a word); the same term always weighs the same. */
export interface WeightedTerm {
  readonly term: string
  readonly weight: number
}

/** A text as the terms of each of its words, in order. The very same array for a word met again is looked up once. */
export type Terms = readonly (readonly WeightedTerm[])[]

export interface Near {
  readonly id: string
  /** Cosine, 0 to 1. */
  readonly score: number
  /** Terms of the question found there, those that count most first. */
  readonly shared: readonly string[]
}

export interface CosineIndex {
  readonly size: () => number
  /** Adds a text, or replaces the one of this id. */
  readonly put: (id: string, terms: Terms) => void
  readonly remove: (id: string) => void
  /** The `limit` nearest of at least `floor`, decreasing, ties by id. */
  readonly nearest: (terms: Terms, options: Wanted) => Near[]
  /** The same a stretch of texts at a time, for a caller who breathes between; nothing may be put or removed meanwhile. */
  readonly nearestInSteps: (terms: Terms, options: Wanted) => Generator<undefined, Near[]>
}

export interface Wanted {
  readonly limit: number
  readonly floor: number
  readonly except?: string | undefined
}

/** Texts compared in one step: a few milliseconds. */
const stretch = 500

/** `columns` with `(1 + ln count) · weight` beside: what does not depend on the other texts. */
interface Row {
  readonly columns: Int32Array
  readonly values: Float64Array
}

/** Makes an empty index. A search walks every text once: some 10 ms for 10,000 comments. */
export function createCosineIndex(): CosineIndex {
  const terms = createColumns()
  const { names } = terms
  const documents: number[] = []
  const rows = new Map<string, Row>()
  const remove = (id: string): void => {
    for (const column of rows.get(id)?.columns ?? []) documents[column]! -= 1
    rows.delete(id)
  }
  function* nearestInSteps(asking: Terms, { limit, floor, except }: Wanted): Generator<undefined, Near[]> {
    // Words no text has make the question longer too: they get columns, and no document.
    const question = terms.rowOf(asking)
    // Smoothed as in scikit-learn's TfidfVectorizer.
    const idf = new Float64Array(names.length)
    for (let column = 0; column < idf.length; column += 1) idf[column] = Math.log((1 + rows.size) / (1 + (documents[column] ?? 0))) + 1
    const asked = new Float64Array(names.length)
    let length = 0
    question.columns.forEach((column, at) => {
      const value = question.values[at]! * idf[column]!
      asked[column] = value
      length += value * value
    })
    const found: { id: string; score: number }[] = []
    let compared = 0
    for (const [id, row] of rows) {
      if (compared > 0 && compared % stretch === 0) yield
      compared += 1
      const score = id === except ? 0 : cosine(row, idf, asked, Math.sqrt(length))
      if (score >= floor && score > 0) found.push({ id, score })
    }
    return found
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id, score }) => ({ id, score, shared: sharedTerms(rows.get(id)!, idf, asked, names) }))
  }
  return {
    size: () => rows.size,
    put: (id, text) => {
      remove(id)
      const row = terms.rowOf(text)
      while (documents.length < names.length) documents.push(0)
      for (const column of row.columns) documents[column]! += 1
      rows.set(id, row)
    },
    remove,
    nearest: (asking, options) => {
      const steps = nearestInSteps(asking, options)
      for (;;) {
        const step = steps.next()
        if (step.done === true) return step.value
      }
    },
    nearestInSteps,
  }
}

function cosine({ columns, values }: Row, idf: Float64Array, asked: Float64Array, length: number): number {
  let product = 0
  let own = 0
  for (let at = 0; at < columns.length; at += 1) {
    const value = values[at]! * idf[columns[at]!]!
    own += value * value
    product += value * asked[columns[at]!]!
  }
  return product === 0 ? 0 : Math.min(1, product / (Math.sqrt(own) * length))
}

function sharedTerms({ columns, values }: Row, idf: Float64Array, asked: Float64Array, names: readonly string[]): string[] {
  return Array.from(columns, (column, at) => ({ term: names[column]!, share: values[at]! * idf[column]! * asked[column]! }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || (a.term < b.term ? -1 : 1))
    .map(({ term }) => term)
}

/** A column for each term ever met, and texts as rows of them. */
function createColumns(): { readonly names: readonly string[]; readonly rowOf: (terms: Terms) => Row } {
  const columnOf = new Map<string, number>()
  const names: string[] = []
  const weights: number[] = []
  const known = new WeakMap<readonly WeightedTerm[], Int32Array>()
  /** How often each column was seen in the text being read; all zero between two texts. */
  let counts = new Int32Array(1024)
  const columnFor = ({ term, weight }: WeightedTerm): number => {
    const before = columnOf.get(term)
    if (before !== undefined) return before
    columnOf.set(term, names.length)
    weights.push(weight)
    return names.push(term) - 1
  }
  const columnsOf = (word: readonly WeightedTerm[]): Int32Array => {
    const before = known.get(word)
    if (before) return before
    const made = Int32Array.from(word, columnFor)
    known.set(word, made)
    return made
  }
  const rowOf = (terms: Terms): Row => {
    // In the order of the text: sums then give the same figure whatever was indexed before.
    const seen: number[] = []
    for (const word of terms) {
      const columns = columnsOf(word)
      if (counts.length < names.length) counts = grown(counts, names.length)
      for (const column of columns) {
        if (counts[column] === 0) seen.push(column)
        counts[column]! += 1
      }
    }
    const row = {
      columns: Int32Array.from(seen),
      values: Float64Array.from(seen, (column) => (1 + Math.log(counts[column]!)) * weights[column]!),
    }
    for (const column of seen) counts[column] = 0
    return row
  }
  return { names, rowOf }
}

function grown(counts: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, counts.length * 2))
  larger.set(counts)
  return larger
}
