// The latent space of the archive: how a text becomes a vector, trained on the archive itself.
// It must not know links, indexes or the store.
import { z } from 'zod'
import { DeskError } from '../../../../shared/domain/error.ts'
import { deserialise, serialise, type Digest, type ModelManifest, type TrainingStamp } from '../../learning/model-file.ts'
import { shuffle, seededRandom } from '../../learning/random.ts'
import { matrixOf } from '../../learning/sparse.ts'
import { fitTfidf, tfidfFrom, transform, type Tfidf } from '../../learning/tfidf.ts'
import { project, truncatedSvd, type TruncatedSvd } from '../../learning/truncated-svd.ts'
import { termsOf } from '../../text/terms.ts'

export const lsaVersion = 1
/** Length of the vectors; what the store's index is built for. */
export const lsaRank = 200
const maxTerms = 40_000
/** Directions settle well before this many articles; more only costs memory. */
const maxArticles = 20_000
const fewestArticles = 20
const readCharacters = 20_000

export interface LsaText {
  readonly title: string
  readonly body: string
  readonly lang: string | null
}

export interface Lsa {
  readonly tfidf: Tfidf
  readonly svd: TruncatedSvd
}

/** The title says it again, louder. */
export function lsaTerms(text: LsaText): string[] {
  const title = termsOf(text.title, text.lang)
  return [...title, ...title, ...termsOf(text.body.slice(0, readCharacters), text.lang)]
}

/** Where a text lies, length 1; zeros when none of its terms is known. */
export function lsaVector(lsa: Lsa, terms: readonly string[]): Float32Array {
  return project(lsa.svd, transform(lsa.tfidf, terms))
}

/** Null when the archive is too small to have directions. */
export function learnLsa(texts: readonly LsaText[], seed: number): { lsa: Lsa; examples: number } | null {
  if (texts.length < fewestArticles) return null
  const order = texts.map((_, at) => at)
  if (texts.length > maxArticles) shuffle(order, seededRandom(seed))
  const documents = order.slice(0, maxArticles).map((at) => lsaTerms(texts[at]!))
  const tfidf = fitTfidf(documents, { minDocuments: 2, maxShare: 0.5, maxTerms })
  const matrix = matrixOf(
    documents.map((terms) => transform(tfidf, terms)),
    tfidf.terms.length,
  )
  return { lsa: { tfidf, svd: truncatedSvd(matrix, { rank: lsaRank, seed }) }, examples: documents.length }
}

const settingsSchema = z.object({ terms: z.array(z.string()), rank: z.int() })

export function trainLsa(texts: readonly LsaText[], stamp: TrainingStamp, digest: Digest): Uint8Array | null {
  const learned = learnLsa(texts, stamp.seed)
  if (!learned) return null
  const { tfidf, svd } = learned.lsa
  const settings: z.infer<typeof settingsSchema> = { terms: [...tfidf.terms], rank: svd.rank }
  const arrays = { idf: tfidf.idf, singular: svd.singular, basis: svd.basis }
  return serialise(
    { kind: 'lsa', version: lsaVersion, examples: learned.examples, labels: svd.rank, ...stamp },
    { settings, arrays },
    digest,
  )
}

export function readLsa(bytes: Uint8Array, digest: Digest): { lsa: Lsa; manifest: ModelManifest } {
  const file = deserialise(bytes, { kind: 'lsa', version: lsaVersion }, digest)
  const parsed = settingsSchema.safeParse(file.settings)
  if (!parsed.success) throw new DeskError('bad-input', 'model', 'its settings do not read')
  const { terms, rank } = parsed.data
  const svd = { rank, columns: terms.length, singular: file.array('singular', 'f32'), basis: file.array('basis', 'f32') }
  return { manifest: file.manifest, lsa: { tfidf: tfidfFrom(terms, file.array('idf', 'f32')), svd } }
}
