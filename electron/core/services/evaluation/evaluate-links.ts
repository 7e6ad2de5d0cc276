// Evaluates links: what editors linked, searched for without the link's own words, beside BM25 and LSA-200.
// It must not know files or the desk.
import type { Evaluation } from '../../../../shared/domain/evaluation.ts'
import { DeskError } from '../../../../shared/domain/error.ts'
import type { LinkValue } from '../../../../shared/domain/suggestion.ts'
import { answerItems } from '../../evaluation/answer-items.ts'
import { drawSome } from '../../evaluation/folds.ts'
import { isCandidate, linkMetrics, withoutAnchors } from '../../evaluation/link-protocol.ts'
import { searchRelated } from '../../tasks/links/candidates.ts'
import { readLsa, trainLsa } from '../../tasks/links/lsa-model.ts'
import type { TaskPorts } from '../../tasks/ports.ts'
import { askEngine } from './ask-engine.ts'
import { fitLinkBaselines } from '../../evaluation/baselines/link-baselines.ts'
import { articleOf, type DataOf, type EvaluatedArticle, type EvaluationOptions } from './evaluation-data.ts'
import { evaluationOf, stampOf, type EvaluationRun } from './evaluation-run.ts'
import { memoryPorts, sha256 } from './memory-ports.ts'

interface Query {
  /** The source as it was before its links. */
  readonly source: EvaluatedArticle
  readonly gold: ReadonlySet<string>
}

/** Best first; ids that are no candidates are taken out by the protocol. */
type Search = (query: Query) => Promise<readonly string[]> | readonly string[]

const warmUp = 20

export async function evaluateLinks(data: DataOf<'links'>, options: EvaluationOptions, run: EvaluationRun): Promise<Evaluation> {
  const { corpus } = data
  const byId = new Map(corpus.map((article) => [article.id, article]))
  const queries = drawSome(queriesOf(data, byId, run.note), options.limit, options.seed)
  if (queries.length === 0) throw new DeskError('bad-input', '--test', 'no link from an article of the corpus')
  const wanted = queries.flatMap(({ source, gold }) => [...gold].map((id) => ({ source, target: byId.get(id) })))
  const reachable = wanted.filter(({ source, target }) => target !== undefined && isCandidate(source, target)).length / wanted.length

  run.progress(`links: learning from ${corpus.length} articles`)
  const lsa = trainLsa(corpus, stampOf(options.seed), sha256)
  const ports = memoryPorts({ shipped: run.shipped, articles: corpus, models: { lsa } })
  const measure = async (search: Search, label: string): Promise<{ metrics: Record<string, number>; times: number[] }> => {
    const { answers, times } = await answerItems(queries, search, run, { label, warmUp: run.engineOver ? 0 : warmUp })
    const mayStand = (id: string, source: EvaluatedArticle | undefined): boolean => {
      const target = byId.get(id)
      return source !== undefined && target !== undefined && isCandidate(source, target)
    }
    const allowed = answers.map((ids, at) => ids.filter((id) => mayStand(id, queries[at]?.source)))
    const gold = queries.map((query) => query.gold)
    return { metrics: linkMetrics(allowed, gold, times), times }
  }
  const { metrics, times } = await measure(systemOf(run, ports, lsa), 'links')
  run.progress('links: baselines')
  const baselines: Evaluation['baselines'] = {}
  for (const [name, rank] of Object.entries(fitLinkBaselines(corpus, options.seed))) {
    const search: Search = ({ source }) => rank(source, (target) => isCandidate(source, target))
    baselines[name] = (await measure(search, `links, ${name}`)).metrics
  }
  return evaluationOf(run, { task: 'links', items: queries.length, reachable, metrics, baselines, times })
}

function queriesOf({ links }: DataOf<'links'>, byId: ReadonlyMap<string, EvaluatedArticle>, note: EvaluationRun['note']): Query[] {
  const bySource = Map.groupBy(links, (link) => link.source)
  const queries: Query[] = []
  let strangers = 0
  for (const [id, own] of bySource) {
    const source = byId.get(id)
    if (!source) {
      strangers += 1
      continue
    }
    const gold = new Set(own.map((link) => link.target))
    const anchors = own.flatMap((link) => link.anchor ?? [])
    queries.push({ source: { ...source, body: withoutAnchors(source.body, anchors) }, gold })
  }
  if (strangers > 0) note(`${strangers} sources of links are not in the corpus and left out`)
  return queries
}

function systemOf(run: EvaluationRun, ports: TaskPorts, lsaBytes: Uint8Array | null): Search {
  const ask = askEngine(run, ports)
  if (ask) {
    return async ({ source }) => {
      const proposals = await ask('links', { kind: 'article', article: articleOf(source) })
      return proposals.map(({ value }) => (value as LinkValue).article)
    }
  }
  const lsa = lsaBytes && readLsa(lsaBytes, sha256).lsa
  return async ({ source }) => (await searchRelated(articleOf(source), lsa, ports)).fused.map((hit) => hit.id)
}
