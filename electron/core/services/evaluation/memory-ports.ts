// A desk in memory for one evaluation: what the tasks are handed, over named articles and models just trained.
// It must not know the store, files, nor any figure.
import { createHash } from 'node:crypto'
import type { Concept } from '../../../../shared/domain/vocabulary.ts'
import { fitBm25, searchBm25, type Bm25 } from '../../learning/bm25.ts'
import { best } from '../../learning/inverted-index.ts'
import { cosine } from '../../learning/truncated-svd.ts'
import { profileOf } from '../../tasks/links/link-profile.ts'
import { lsaTerms, lsaVector, readLsa, type Lsa } from '../../tasks/links/lsa-model.ts'
import { encodeProfile } from '../../tasks/links/profile-bytes.ts'
import type { Archive, KeptProfile, ModelName, Scored, TaskPorts } from '../../tasks/ports.ts'
import { stemText } from '../../text/stems.ts'
import { dayOf, isCandidate } from '../../evaluation/link-protocol.ts'
import { articleOf, type EvaluatedArticle, type Shipped } from './evaluation-data.ts'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const hashOf = (value: unknown): string => sha256(new TextEncoder().encode(JSON.stringify(value)))

export interface MemoryDesk {
  readonly shipped: Shipped
  readonly articles?: readonly EvaluatedArticle[]
  readonly concepts?: readonly Concept[]
  readonly models?: Partial<Record<ModelName, Uint8Array | null>>
}

/** The store's full text asks for no more terms than this. */
const mostTerms = 12

/** Same rules as the desk's own archive: dated on or before, or evergreen; stems of title, body and tags. */
function memoryArchive(articles: readonly EvaluatedArticle[], lsaBytes: Uint8Array | null): Archive {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const allowed =
    (before: string | undefined, lang?: string) =>
    (row: number): boolean => {
      const article = articles[row]
      if (!article || (lang !== undefined && article.lang !== lang)) return false
      return before === undefined || isCandidate({ id: '', date: before, kind: null }, article)
    }
  const named = (hits: readonly { row: number; score: number }[]): Scored[] =>
    hits.flatMap(({ row, score }) => {
      const article = articles[row]
      return article ? [{ id: article.id, score }] : []
    })
  let bm25: Bm25 | null = null
  const lsa = lsaBytes && readLsa(lsaBytes, sha256).lsa
  let vectors: Float32Array[] | null = null
  let profiles: Map<string, KeptProfile> | null = null
  const makeProfiles = (): Map<string, KeptProfile> =>
    new Map(lsa ? articles.map((article) => [article.id, keptProfile(lsa, article)] as const) : [])
  return {
    article: async (id) => {
      const article = byId.get(id)
      return article ? articleOf(article) : null
    },
    searchTerms: async (terms, { before, lang, limit }) => {
      bm25 ??= fitBm25(
        articles.map(({ title, body, tags, lang: theirs }) =>
          stemText(`${title}\n${body}\n${JSON.stringify(tags)}`, theirs ?? 'fr').split(' '),
        ),
      )
      return named(searchBm25(bm25, [...new Set(terms)].slice(0, mostTerms), limit, allowed(before, lang)))
    },
    nearest: async (vector, { before, limit }) => {
      vectors ??= lsa ? articles.map((article) => lsaVector(lsa, lsaTerms(article))) : []
      const scores = Float32Array.from(vectors, (other) => cosine(vector, other))
      return named(best(scores, limit, allowed(before)))
    },
    // All at the first question, as a desk has them before anybody asks.
    profiles: async (ids) => {
      const kept = (profiles ??= makeProfiles())
      return ids.flatMap((id) => kept.get(id) ?? [])
    },
  }
}

function keptProfile(lsa: Lsa, article: EvaluatedArticle): KeptProfile {
  const { id, date, kind, tags } = article
  return { id, day: dayOf(date), kind, tags, bytes: encodeProfile(profileOf(lsa, article)) }
}

/** Ports over what is given alone: shipped resources, named articles, models of this run. */
export function memoryPorts({ shipped, articles = [], concepts = [], models = {} }: MemoryDesk): TaskPorts {
  const digests = new Map(Object.entries(models).map(([name, bytes]) => [name, bytes ? sha256(bytes) : null]))
  const revision = hashOf(concepts)
  const rules = { hash: hashOf(shipped.lexicons), lexicons: shipped.lexicons }
  return {
    archive: memoryArchive(articles, models.lsa ?? null),
    vocabulary: { revision: async () => revision, concepts: async () => concepts },
    charter: { current: async () => shipped.charter },
    models: { digest: async (name) => digests.get(name) ?? null, load: async (name) => models[name] ?? null },
    rules,
    digest: sha256,
  }
}
