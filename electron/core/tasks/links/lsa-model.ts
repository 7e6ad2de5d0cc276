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

export const lsaVersion = 2
/** Length of the vectors; what the store's index is built for. */
export const lsaRank = 200
const maxTerms = 40_000
const commonShare = 0.5
/** Directions settle well before this many articles; more only costs memory. */
const maxArticles = 20_000
const fewestArticles = 20
/** A text is read this far. */
export const readCharacters = 20_000

export interface LsaText {
  readonly title: string
  readonly body: string
  readonly lang: string | null
}

export interface Lsa {
  /** Of the model file it was read from, so that what was made with another model is not taken for this one's; empty while learning. */
  readonly digest: string
  readonly tfidf: Tfidf
  /** Terms of more than half of the articles: left out of the space, and no sign of anything. */
  readonly common: ReadonlySet<string>
  readonly svd: TruncatedSvd
}

/** The title says it again, louder. */
export function lsaTermsOf(title: readonly string[], body: readonly string[]): string[] {
  return [...title, ...title, ...body]
}

export function lsaTerms(text: LsaText): string[] {
  return lsaTermsOf(termsOf(text.title, text.lang), termsOf(text.body.slice(0, readCharacters), text.lang))
}

/** Where a text lies, length 1; zeros when none of its terms is known. */
export function lsaVector(lsa: Lsa, terms: readonly string[]): Float32Array {
  return project(lsa.svd, transform(lsa.tfidf, terms))
}

function commonTerms(documents: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>()
  for (const document of documents) for (const term of new Set(document)) counts.set(term, (counts.get(term) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count > documents.length * commonShare).map(([term]) => term))
}

/** The directions known before, row by row for the terms of now: one pass is enough to turn them (the share that is new is small). */
function warmStart({ tfidf, svd }: Lsa, now: Tfidf): { start: { rank: number; basis: Float32Array }; powerIterations: number } {
  const basis = new Float32Array(now.terms.length * svd.rank)
  now.terms.forEach((term, row) => {
    const known = tfidf.columns.get(term)
    if (known !== undefined) basis.set(svd.basis.subarray(known * svd.rank, (known + 1) * svd.rank), row * svd.rank)
  })
  return { start: { rank: svd.rank, basis }, powerIterations: 1 }
}

/** Null when the archive is too small, or too much alike, to have directions. `before`: the space of the archive as it was, to begin from. */
export function learnLsa(texts: readonly LsaText[], seed: number, before: Lsa | null = null): { lsa: Lsa; examples: number } | null {
  if (texts.length < fewestArticles) return null
  const order = texts.map((_, at) => at)
  if (texts.length > maxArticles) shuffle(order, seededRandom(seed))
  const documents = order.slice(0, maxArticles).map((at) => lsaTerms(texts[at]!))
  const tfidf = fitTfidf(documents, { minDocuments: 2, maxShare: commonShare, maxTerms })
  const matrix = matrixOf(
    documents.map((terms) => transform(tfidf, terms)),
    tfidf.terms.length,
  )
  const svd = truncatedSvd(matrix, { rank: lsaRank, seed, ...(before ? warmStart(before, tfidf) : {}) })
  // Many copies of one text point nowhere.
  if (svd.rank === 0) return null
  return { lsa: { digest: '', tfidf, common: commonTerms(documents), svd }, examples: documents.length }
}

const settingsSchema = z.object({ terms: z.array(z.string()), common: z.array(z.string()), rank: z.int() })

/** The largest share of new texts for which the last model is a beginning. */
const mostNew = 0.3

/** The last model to begin from, when it reads and the archive has not changed too much since. */
function beginning(before: Uint8Array | null, texts: number, digest: Digest): Lsa | null {
  if (!before) return null
  try {
    const { lsa, manifest } = readLsa(before, digest)
    return Math.abs(Math.min(texts, maxArticles) - manifest.examples) <= manifest.examples * mostNew ? lsa : null
  } catch {
    return null
  }
}

export function trainLsa(
  texts: readonly LsaText[],
  stamp: TrainingStamp,
  digest: Digest,
  before: Uint8Array | null = null,
): Uint8Array | null {
  const learned = learnLsa(texts, stamp.seed, beginning(before, texts.length, digest))
  if (!learned) return null
  const { tfidf, svd, common } = learned.lsa
  const settings: z.infer<typeof settingsSchema> = { terms: [...tfidf.terms], common: [...common].sort(), rank: svd.rank }
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
  const { terms, rank, common } = parsed.data
  const svd = { rank, columns: terms.length, singular: file.array('singular', 'f32'), basis: file.array('basis', 'f32') }
  return {
    manifest: file.manifest,
    lsa: { digest: file.manifest.digest, common: new Set(common), tfidf: tfidfFrom(terms, file.array('idf', 'f32')), svd },
  }
}
