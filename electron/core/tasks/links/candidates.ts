// Step one of links: earlier articles by full text and by latent vectors, barred ones out.
// It must not know which will be proposed, nor any anchor.
import type { Article } from '../../../../shared/domain/article.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import type { Scored, TaskPorts } from '../ports.ts'
import { remembered } from '../remembered.ts'
import type { Candidates } from '../task-definition.ts'
import { fuseScores } from './fuse-scores.ts'
import { lsaTerms, lsaVector, readLsa, type Lsa } from './lsa-model.ts'
import { dayOf, isRepublication, mayLink } from './may-link.ts'
import { tellingTerms } from './telling-terms.ts'

export interface LinkCandidate {
  readonly target: Article
  readonly score: number
  /** Null without a latent model. */
  readonly cosine: number | null
}

export interface LinkCandidates {
  readonly article: Article
  readonly lsa: Lsa | null
  /** Stems the search asked for, with their weight. */
  readonly terms: ReadonlyMap<string, number>
  /** Best first, those in the article's language before the others. */
  readonly candidates: readonly LinkCandidate[]
}

const askedOfEach = 50
/** Enough to choose from; each costs a read and a comparison with the article. */
const kept = 10

const models = remembered<Lsa | null>()

async function lsaOf(ports: TaskPorts): Promise<Lsa | null> {
  const digest = await ports.models.digest('lsa')
  if (digest === null) return null
  return models(digest, async () => {
    const bytes = await ports.models.load('lsa')
    return bytes && readLsa(bytes, ports.digest).lsa
  })
}

/** The hybrid search alone: ids and scores, before any rule. */
export async function searchRelated(
  article: Article,
  lsa: Lsa | null,
  ports: Pick<TaskPorts, 'archive'>,
): Promise<{ terms: Map<string, number>; fused: Scored[]; cosines: Map<string, number> }> {
  const terms = tellingTerms(article, lsa?.tfidf ?? null)
  const day = dayOf(article.date)
  const before = day === null ? {} : { before: day }
  const lang = article.lang === null ? {} : { lang: article.lang }
  const lexical = ports.archive.searchTerms([...terms.keys()], { ...before, ...lang, limit: askedOfEach })
  const latent = lsa ? ports.archive.nearest(lsaVector(lsa, lsaTerms(article)), { ...before, limit: askedOfEach }) : []
  const [words, near] = await Promise.all([lexical, latent])
  const other = ({ id }: Scored): boolean => id !== article.id
  return { terms, fused: fuseScores(words.filter(other), near.filter(other)), cosines: new Map(near.map(({ id, score }) => [id, score])) }
}

export async function linkCandidates(item: TaskItem, ports: TaskPorts): Promise<Candidates<LinkCandidates>> {
  if (item.kind !== 'article') return { abstained: 'wrong-item' }
  const { article } = item
  // A link tells the reader that a piece exists: under embargo nothing is prepared for it.
  if (article.doNotLink?.reason === 'embargo') return { abstained: 'embargo' }
  if (article.body.trim() === '') return { abstained: 'empty-text' }
  const lsa = await lsaOf(ports)
  const { terms, fused, cosines } = await searchRelated(article, lsa, ports)
  const candidates: LinkCandidate[] = []
  for (const { id, score } of fused) {
    if (candidates.length === kept) break
    const target = await ports.archive.article(id)
    if (!target || !mayLink(article, target) || isRepublication(article, target)) continue
    candidates.push({ target, score, cosine: cosines.get(id) ?? null })
  }
  const ours = (one: LinkCandidate): number => Number(one.target.lang !== article.lang)
  candidates.sort((a, b) => ours(a) - ours(b) || b.score - a.score)
  return { found: { article, lsa, terms, candidates } }
}
