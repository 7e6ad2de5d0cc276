// A desk with a big archive, all of its indexes made: rows and full text by bare inserts, vectors and profiles by Marbre's own
// store, texts put together from sentences read once. Reading 200,000 articles one by one would take longer than the whole bench.
// It must not know what is measured on it.
import { join } from 'node:path'
import { openDesk } from '../../electron/core/desk.ts'
import { seededRandom, shuffle } from '../../electron/core/learning/random.ts'
import { transform } from '../../electron/core/learning/tfidf.ts'
import { project } from '../../electron/core/learning/truncated-svd.ts'
import { dayNumber } from '../../electron/core/services/day-number.ts'
import { openModelFiles } from '../../electron/core/services/model-files.ts'
import { saveProfiles, type ProfileRow } from '../../electron/core/store/profile-rows.ts'
import { openStore, type Store } from '../../electron/core/store/store.ts'
import type { VectorRow } from '../../electron/core/store/vectors.ts'
import { columnsOf, isNameLike, type LinkProfile } from '../../electron/core/tasks/links/link-profile.ts'
import { lsaTermsOf, readLsa, trainLsa, type Lsa } from '../../electron/core/tasks/links/lsa-model.ts'
import { encodeProfile } from '../../electron/core/tasks/links/profile-bytes.ts'
import { packSignature, signatureOf } from '../../electron/core/text/near-duplicates.ts'
import { stemText } from '../../electron/core/text/stems.ts'
import { termsOf, termsWithPlaces } from '../../electron/core/text/terms.ts'
import { sha256 } from '../../electron/core/workers/sha256.ts'
import { foldText } from '../../electron/core/store/fold-text.ts'
import { bareRow, bareWriter, inThousands, openBare } from './bare-rows.ts'
import { drawArticles, type DrawnArticle } from './drawn-articles.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')
/** Articles the latent space is learned on; its cost, not its quality, is measured here. */
const learnedOn = 4_000
const trainedAt = '2026-11-22T08:00:00.000Z'
const batch = 10_000

type ReadSentence = { stems: string; terms: string[]; names: string[] }
const read = new Map<string, ReadSentence>()

function readSentence(text: string, lang: string): ReadSentence {
  const known = read.get(text)
  if (known) return known
  const terms = termsWithPlaces(text, lang)
  const names = terms.filter((term) => isNameLike(text, term)).map(({ stem }) => stem)
  const made = { stems: stemText(text, lang), terms: terms.map(({ stem }) => stem), names }
  read.set(text, made)
  return made
}

function profileOf(lsa: Lsa, { title, lang, sentences }: DrawnArticle): LinkProfile {
  const parts = sentences.map((text) => readSentence(text, lang))
  const terms = parts.flatMap((part) => part.terms)
  const opening = termsOf(title, lang)
  const counts = new Map<number, number>()
  for (const name of parts.flatMap((part) => part.names)) {
    const column = lsa.tfidf.columns.get(name)
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  const names = [...counts].slice(0, 80).toSorted((a, b) => a[0] - b[0])
  const columns = columnsOf(lsa, opening)
  return {
    title: columns,
    titleSquare: columns.reduce((sum, column) => sum + (lsa.tfidf.idf[column] ?? 0) ** 2, 0),
    lead: columnsOf(lsa, [...opening, ...terms.slice(0, 40)]),
    names: Int32Array.from(names, ([column]) => column),
    nameCounts: Uint8Array.from(names, ([, count]) => Math.min(255, count)),
    words: terms.length,
    latent: project(lsa.svd, transform(lsa.tfidf, lsaTermsOf(opening, terms))),
  }
}

type Model = { bytes: Uint8Array; lsa: Lsa; digest: string }

let learned: Model | null = null

/** One for all archives of a run: all are drawn from the same sentences. */
function learnedModel(final: number): Model {
  if (learned) return learned
  const texts = [...drawArticles({ count: Math.min(final, learnedOn), seed: 1 })]
  const bytes = trainLsa(texts, { trainedAt, corpusHash: '', seed: 0 }, sha256)
  if (!bytes) throw new Error('too few articles for a latent space')
  learned = { bytes, lsa: readLsa(bytes, sha256).lsa, digest: sha256(bytes) }
  return learned
}

/** As if learned on all there is: the desk then finds nothing to train when it opens. */
async function saveModel(store: Store, { bytes }: Model, count: number): Promise<void> {
  const models = await openModelFiles({ store, clock: () => new Date(), ids: () => `bench-${count}` })
  await models.save('lsa', bytes, { examples: count, concepts: 0, trainedAt })
}

/** Rows with their full text; `n` counts from 1 in the order drawn. */
function writeRows(path: string, articles: readonly DrawnArticle[], after: number): void {
  const db = openBare(path, false)
  const { row, text } = bareWriter(db)
  inThousands(db, articles, (article, at) => {
    row(bareRow(article))
    const stems = article.sentences.map((sentence) => readSentence(sentence, article.lang).stems)
    text(after + at + 1, [foldText(article.title), [stemText(article.title, article.lang), ...stems].join(' ')])
  })
  db.prepare('UPDATE articles SET indexed = 1 WHERE n > ?').run(after)
  db.close()
}

async function writeIndexes(store: Store, model: Model, articles: readonly DrawnArticle[], after: number): Promise<void> {
  const index = await (await store.vectors()).open(model.digest.slice(0, 32), model.lsa.svd.rank)
  const vectors: VectorRow[] = []
  const profiles: ProfileRow[] = []
  articles.forEach((article, at) => {
    const profile = profileOf(model.lsa, article)
    const hash = String(bareRow(article).values[17])
    // Near-duplicates are no part of what is measured: one signature for all, of the right length.
    profiles.push({ n: after + at + 1, hash, model: model.digest, profile: encodeProfile(profile), signature: anySignature })
    vectors.push({ id: article.id, day: dayNumber(article.date), lang: article.lang, vector: profile.latent })
  })
  await index.put(vectors)
  await store.write((db) => saveProfiles(db, profiles))
}

const anySignature = packSignature(
  signatureOf('one text for all of them, long enough to have shingles to be signed by, in a row of the bench'),
)

export type BuiltArchive = { folder: string; count: () => number; growTo: (count: number) => Promise<void> }

/** An empty desk that grows; between two growths it is closed and can be opened as any desk. `vectors` false: no latent space. */
export function buildArchive(folder: string, options: { final: number; vectors: boolean; tell: (message: string) => void }): BuiltArchive {
  const drawn = drawArticles({ count: options.final })
  let count = 0
  let model: Model | null = null
  const take = (most: number): DrawnArticle[] => {
    const taken: DrawnArticle[] = []
    while (taken.length < most) {
      const next = drawn.next()
      if (next.done) break
      taken.push(next.value)
    }
    return taken
  }
  return {
    folder,
    count: () => count,
    growTo: async (wanted) => {
      if (count >= wanted) return
      if (count === 0) await (await openDesk({ dataDir: folder, shell: 'cli', resources, background: false })).close()
      const store = await openStore(folder)
      if (options.vectors) model ??= learnedModel(options.final)
      while (count < wanted) {
        const articles = take(Math.min(batch, wanted - count))
        if (articles.length === 0) break
        writeRows(join(folder, 'desk.sqlite'), articles, count)
        if (model) await writeIndexes(store, model, articles, count)
        count += articles.length
        options.tell(`${count} articles`)
      }
      if (model) await saveModel(store, model, count)
      await store.close()
    },
  }
}

/** Some of an archive's ids, always the same. */
export function someOf(count: number, many: number): string[] {
  const order = Int32Array.from({ length: count }, (_, at) => at)
  shuffle(order, seededRandom(5), count)
  return Array.from(order.subarray(0, many), (at) => `drawn-0-${at}`)
}
