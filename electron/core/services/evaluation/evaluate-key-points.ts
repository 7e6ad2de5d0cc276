// Evaluates key points: the sentences chosen, beside the article's opening.
// It must not know files or the desk.
import type { Evaluation } from '../../../../shared/domain/evaluation.ts'
import { DeskError } from '../../../../shared/domain/error.ts'
import type { Article } from '../../../../shared/domain/article.ts'
import type { KeyPointValue } from '../../../../shared/domain/suggestion.ts'
import { answerItems } from '../../evaluation/answer-items.ts'
import { drawSome } from '../../evaluation/folds.ts'
import { referenceOf, rougeMetrics, type Reference } from '../../evaluation/key-point-protocol.ts'
import { scoreSentences } from '../../tasks/key-points/candidates.ts'
import { chooseSentences } from '../../tasks/key-points/choose-sentences.ts'
import { reportingSentences } from '../../tasks/key-points/usable-sentences.ts'
import { checkClaim } from '../../text/fact-lock.ts'
import type { Sentence } from '../../text/sentences.ts'
import { askEngine } from './ask-engine.ts'
import { lead } from '../../evaluation/baselines/lead.ts'
import { articleOf, type DataOf, type EvaluationOptions } from './evaluation-data.ts'
import { evaluationOf, type EvaluationRun } from './evaluation-run.ts'
import { memoryPorts } from './memory-ports.ts'

interface Summarised {
  readonly article: Article
  readonly reference: Reference
}

export async function evaluateKeyPoints(data: DataOf<'key-points'>, options: EvaluationOptions, run: EvaluationRun): Promise<Evaluation> {
  const all = data.test.flatMap((record): Summarised[] => {
    const reference = referenceOf(record.summary, record.summaryPoints)
    return reference === null ? [] : [{ article: articleOf(record), reference }]
  })
  const items = drawSome(all, options.limit, options.seed)
  if (items.length === 0) throw new DeskError('bad-input', '--test', 'no article with a summary or summary points')
  const { answers, times } = await answerItems(items, systemOf(run), run, { label: 'key points', warmUp: run.engineOver ? 0 : 5 })
  run.progress('key points: checking claims')
  const references = items.map((item) => item.reference)
  const openings = items.map(({ article, reference }) => lead(article, reference.count))
  const metrics = { ...rougeMetrics(answers, references), grounded: groundedShare(items, answers) }
  const baselines = { lead: { ...rougeMetrics(openings, references), grounded: groundedShare(items, openings) } }
  return evaluationOf(run, { task: 'key-points', items: items.length, metrics, baselines, times })
}

function systemOf(run: EvaluationRun): (item: Summarised) => Promise<string[]> | string[] {
  const ask = askEngine(run, memoryPorts({ shipped: run.shipped }))
  if (ask) {
    return async ({ article, reference }) => {
      const proposals = await ask('key-points', { kind: 'article', article })
      return proposals.slice(0, reference.count).map(({ value }) => (value as KeyPointValue).text)
    }
  }
  return ({ article, reference }) => asMany(article, reference.count).map((sentence) => sentence.text)
}

/** The chosen sentences in article order; where too few could stand as points, the first others: the protocol leaves no place empty. */
function asMany(article: Article, count: number): Sentence[] {
  const chosen = chooseSentences(scoreSentences(article), count).map((one) => one.sentence)
  const others = chosen.length < count ? reportingSentences(article).map((one) => one.sentence) : []
  const fill = others.filter((one) => !chosen.some((other) => other.start === one.start)).slice(0, count - chosen.length)
  return [...chosen, ...fill].sort((a, b) => a.start - b.start)
}

/** Share of claims the fact-lock finds nothing against; null without any claim. */
function groundedShare(items: readonly Summarised[], answers: readonly (readonly string[])[]): number | null {
  const claims = items.flatMap(({ article }, at) => (answers[at] ?? []).map((claim) => ({ claim, article })))
  if (claims.length === 0) return null
  return claims.filter((one) => checkClaim(one).every((flag) => flag.code === 'verbatim')).length / claims.length
}
