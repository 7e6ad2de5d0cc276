// Step one of links: earlier articles by full text and by latent vectors, weighed passage by passage, barred ones out.
// It must not know which will be proposed, nor any anchor.
import type { Article } from '../../../../shared/domain/article.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import type { Archive, Scored, TaskPorts } from '../ports.ts'
import { remembered } from '../remembered.ts'
import type { Candidates } from '../task-definition.ts'
import { profilesFor, type ProfiledTarget } from './known-profiles.ts'
import { readLsa, type Lsa } from './lsa-model.ts'
import { dayOf, mayLink, republicationOf } from './may-link.ts'
import { passagesOf } from './passages.ts'
import { relate, type Relation } from './relate.ts'
import { tellingTerms } from './telling-terms.ts'

export interface LinkCandidate {
  readonly target: Article
  readonly score: number
  /** Null without a latent model. */
  readonly cosine: number | null
  /** 0–1: how surely the article, or one passage of it, speaks of the target; null without a latent model. */
  readonly tie: number | null
}

export interface LinkCandidates {
  readonly article: Article
  readonly lsa: Lsa | null
  /** Stems the search asked for, with their weight. */
  readonly terms: ReadonlyMap<string, number>
  /** Best first, those in the article's language before the others. */
  readonly candidates: readonly LinkCandidate[]
}

/** Enough to choose from; each costs a read and a comparison with the article. */
const kept = 10

const models = remembered<Lsa | null>()

async function lsaOf(ports: TaskPorts): Promise<Lsa | null> {
  const digest = await ports.models.digest('lsa')
  if (digest === null) return null
  return models(digest, async () => {
    const bytes = await ports.models.load('lsa')
    // By the name the archive keeps profiles under: the file's digest, not the one its manifest holds of its body.
    return bytes && { ...readLsa(bytes, ports.digest).lsa, digest }
  })
}

export async function linkCandidates(item: TaskItem, ports: TaskPorts): Promise<Candidates<LinkCandidates>> {
  if (item.kind !== 'article') return { abstained: 'wrong-item' }
  const { article } = item
  // A link tells the reader that a piece exists: under embargo nothing is prepared for it.
  if (article.doNotLink?.reason === 'embargo') return { abstained: 'embargo' }
  if (article.body.trim() === '') return { abstained: 'empty-text' }
  const lsa = await lsaOf(ports)
  const { terms, fused, relations } = await searchRelated(article, lsa, ports)
  const candidates: LinkCandidate[] = []
  const republished = republicationOf(article)
  const linked = new Set(
    await ports.archive.linkedWith?.(
      article.id,
      fused.slice(0, kept * 3).map(({ id }) => id),
    ),
  )
  for (const { id, score } of fused) {
    if (candidates.length === kept) break
    if (linked.has(id)) continue
    const target = await ports.archive.article(id)
    if (!target || !mayLink(article, target) || republished(target)) continue
    const relation = relations.get(id)
    candidates.push({ target, score, cosine: relation?.cosine ?? null, tie: relation?.tie ?? null })
  }
  const ours = (one: LinkCandidate): number => Number(one.target.lang !== article.lang)
  candidates.sort((a, b) => ours(a) - ours(b) || b.score - a.score)
  return { found: { article, lsa, terms, candidates } }
}

export interface Related {
  /** Stems the full text was asked for, with their weight. */
  readonly terms: Map<string, number>
  /** Best first, ties to the lower id; up to a few hundred. */
  readonly fused: Scored[]
  /** By id; empty without a latent model. */
  readonly relations: Map<string, Relation>
}

/** What the latent index is asked for: nine in ten of the editors' targets are among them on the open archives. */
const latentHits = 150
const lexicalHits = 50
/** Further candidates of the desk's embedding model; how they rank is decided here all the same. */
const meaningHits = 50
/** An evergreen page is as fresh as a piece of two months ago. */
const evergreenDays = 60

/** Ids and scores of what could be linked from `article`, before any rule but the date's. */
export async function searchRelated(article: Article, lsa: Lsa | null, { archive }: { archive: Archive }): Promise<Related> {
  const terms = tellingTerms(article, lsa?.tfidf ?? null)
  const day = dayOf(article.date)
  const before = day === null ? {} : { before: day }
  const lang = article.lang === null ? {} : { lang: article.lang }
  const passages = lsa && passagesOf(lsa, article)
  const [words, near, further] = await Promise.all([
    archive.searchTerms([...terms.keys()], { ...before, ...lang, limit: lexicalHits }),
    passages ? archive.nearest(passages.whole, { ...before, limit: latentHits }) : [],
    passages ? (archive.nearestByMeaning?.(article, { ...before, limit: meaningHits }) ?? []) : [],
  ])
  const ids = [...new Set([...near, ...words, ...further].map((hit) => hit.id))].filter((id) => id !== article.id)
  if (!lsa || !passages) return { terms, fused: shares(words.filter(({ id }) => id !== article.id)), relations: new Map() }
  const targets = await profilesFor(archive, lsa, ids)
  const relations = new Map(
    targets.map((target) => [
      target.id,
      relate(lsa, passages, article.tags, target.profile, { tags: target.tags, days: daysTo(day, target) }),
    ]),
  )
  const fused = [...relations].map(([id, { score }]) => ({ id, score }))
  return { terms, fused: fused.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)), relations }
}

/** Of the best hit's score: full text alone has no scale of its own. */
function shares(words: readonly Scored[]): Scored[] {
  const top = words[0]?.score ?? 0
  return words.map(({ id, score }) => ({ id, score: top > 0 ? score / top : 0 }))
}

function daysTo(day: string | null, target: ProfiledTarget): number | null {
  if (day === null) return null
  if (target.kind === 'resource') return evergreenDays
  return target.day === null ? null : Math.abs(Date.parse(day) - Date.parse(target.day)) / 86_400_000
}
