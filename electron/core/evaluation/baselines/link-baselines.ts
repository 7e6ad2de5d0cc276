// Baselines of links: BM25 of the whole text, and LSA-200 cosine.
// It must not know the product's own search.
import { fitBm25, searchBm25 } from '../../learning/bm25.ts'
import { best } from '../../learning/inverted-index.ts'
import { matrixOf } from '../../learning/sparse.ts'
import { fitTfidf, transform } from '../../learning/tfidf.ts'
import { cosine, project, truncatedSvd } from '../../learning/truncated-svd.ts'
import { termsOf } from '../../text/terms.ts'

interface PlainText {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly lang: string | null
}
type RankLinks<T> = (source: PlainText, allowed: (target: T) => boolean) => string[]

const asked = 100
const rank = 200

/** Stems of title and body without stop words, for both. */
const wordsOf = ({ title, body, lang }: PlainText): string[] => termsOf(`${title}\n${body}`, lang)

export function fitLinkBaselines<T extends PlainText>(corpus: readonly T[], seed: number): Record<string, RankLinks<T>> {
  const documents = corpus.map(wordsOf)
  const named = (hits: readonly { row: number }[]): string[] => hits.map(({ row }) => corpus[row]!.id)
  const bm25 = fitBm25(documents)
  const tfidf = fitTfidf(documents, { minDocuments: 2, maxShare: 0.5 })
  const vectors = documents.map((words) => transform(tfidf, words))
  const svd = truncatedSvd(matrixOf(vectors, tfidf.terms.length), { rank, seed })
  const places = vectors.map((vector) => project(svd, vector))
  return {
    bm25: (source, allowed) => named(searchBm25(bm25, wordsOf(source), asked, (row) => allowed(corpus[row]!))),
    lsa200: (source, allowed) => {
      const place = project(svd, transform(tfidf, wordsOf(source)))
      const scores = Float32Array.from(places, (other) => cosine(place, other))
      return named(best(scores, asked, (row) => allowed(corpus[row]!)))
    },
  }
}
