// What the archive remembers of an article to weigh it as a link's target: its title, opening and names as columns of the
// latent model, and its place there. It must not know the article it would be linked from, nor where profiles are kept.
import { transform } from '../../learning/tfidf.ts'
import { project } from '../../learning/truncated-svd.ts'
import { termsWithPlaces, type Term } from '../../text/terms.ts'
import { lsaTermsOf, readCharacters, type Lsa, type LsaText } from './lsa-model.ts'

/** All columns are increasing, without repeats. */
export interface LinkProfile {
  readonly title: Int32Array
  /** Sum of squared weights over all title terms, those the model does not know too. */
  readonly titleSquare: number
  /** Title and first terms of the body. */
  readonly lead: Int32Array
  readonly names: Int32Array
  readonly nameCounts: Uint8Array
  /** Telling terms in all: a stub is rarely worth a link. */
  readonly words: number
  /** Length 1, or zeros when the model knows no word of the text. */
  readonly latent: Float32Array
}

const leadTerms = 40
const mostNames = 80
const CAPITAL = /^[\p{Lu}\p{N}]/u
const OPENS = /[.!?…:;•*\n«“"(]/u

/** True for a capital or a figure that no sentence's beginning explains. */
export function isNameLike(text: string, { start }: Pick<Term, 'start'>): boolean {
  if (!CAPITAL.test(text.slice(start, start + 2))) return false
  let before = start - 1
  while (before >= 0 && (text[before] === ' ' || text[before] === '\u00a0')) before -= 1
  return before >= 0 && !OPENS.test(text[before]!)
}

/** Columns of the known terms, increasing, once each. */
export function columnsOf(lsa: Lsa, stems: readonly string[]): Int32Array {
  const columns = new Set<number>()
  for (const stem of stems) {
    const column = lsa.tfidf.columns.get(stem)
    if (column !== undefined) columns.add(column)
  }
  return Int32Array.from(columns).sort()
}

/** Names by column with how often each stands in the text; the most frequent ones when there are many. */
export function namesOf(lsa: Lsa, text: string, terms: readonly Term[]): { columns: Int32Array; counts: Uint8Array } {
  const counts = new Map<number, number>()
  for (const term of terms) {
    const column = isNameLike(text, term) ? lsa.tfidf.columns.get(term.stem) : undefined
    if (column !== undefined) counts.set(column, Math.min(255, (counts.get(column) ?? 0) + 1))
  }
  const kept = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostNames)
    .sort((a, b) => a[0] - b[0])
  return { columns: Int32Array.from(kept, ([column]) => column), counts: Uint8Array.from(kept, ([, count]) => count) }
}

const rarestKnown = new WeakMap<Lsa, number>()

/** The weight of the rarest term; looked for once a model, not once an article. */
function rarestOf(lsa: Lsa): number {
  const known = rarestKnown.get(lsa)
  if (known !== undefined) return known
  const rarest = lsa.tfidf.idf.reduce((most, idf) => Math.max(most, idf), 0)
  rarestKnown.set(lsa, rarest)
  return rarest
}

/** A title's word the model does not know stands in that title alone: it weighs like the rarest ones. */
function squareOf(lsa: Lsa, stems: readonly string[]): number {
  const rarest = rarestOf(lsa)
  let sum = 0
  for (const stem of new Set(stems)) {
    if (lsa.common.has(stem)) continue
    const column = lsa.tfidf.columns.get(stem)
    sum += (column === undefined ? rarest : lsa.tfidf.idf[column]!) ** 2
  }
  return sum
}

export function profileOf(lsa: Lsa, article: LsaText): LinkProfile {
  const body = article.body.slice(0, readCharacters)
  const title = termsWithPlaces(article.title, article.lang).map((term) => term.stem)
  const terms = termsWithPlaces(body, article.lang)
  const stems = terms.map((term) => term.stem)
  const names = namesOf(lsa, body, terms)
  return {
    title: columnsOf(lsa, title),
    titleSquare: squareOf(lsa, title),
    lead: columnsOf(lsa, [...title, ...stems.slice(0, leadTerms)]),
    names: names.columns,
    nameCounts: names.counts,
    words: stems.length,
    latent: project(lsa.svd, transform(lsa.tfidf, lsaTermsOf(title, stems))),
  }
}
