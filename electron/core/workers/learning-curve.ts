// Worker: decisions in the order they were taken in, what each first part of them teaches about the rest out.
// It must not know the store, nor who looks at the curve.
import { rocAuc } from '../evaluation/roc-auc.ts'
import { aucInterval } from './auc-interval.ts'
import { moderationSystem } from '../tasks/moderation/moderation-system.ts'
import { fewestOfEach, type DecisionExample } from '../tasks/moderation/train-moderator.ts'
import type { ModerationCosts } from '../tasks/moderation/decide-hold.ts'

export interface Input {
  /** Oldest first. */
  readonly decisions: readonly DecisionExample[]
  readonly lexicons: readonly unknown[]
  readonly costs: ModerationCosts
  readonly seed: number
}

/** Shape of `learningPointSchema` in shared/contract/moderation.ts. */
export interface Point {
  readonly n: number
  readonly judged: number
  readonly trained: boolean
  readonly auc: number | null
  readonly interval: [number, number] | null
  readonly agreement: number | null
  readonly abstained: number
}
export type Output = readonly Point[]

const steps = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]
/** Fewer later decisions judge nothing. */
const fewestJudged = 20
/** More later decisions judge no better, and take longer. */
const mostJudged = 1_000

function isEnough(examples: readonly DecisionExample[]): boolean {
  const held = examples.filter((example) => example.label === 1).length
  return Math.min(held, examples.length - held) >= fewestOfEach
}

/** At most `mostJudged` of the later decisions, evenly taken, so that the last months count as much as the first. */
function someOf(later: readonly DecisionExample[]): DecisionExample[] {
  const step = Math.max(1, later.length / mostJudged)
  return Array.from({ length: Math.min(later.length, mostJudged) }, (_, at) => later[Math.floor(at * step)]!)
}

function judgePoint(n: number, { decisions, lexicons, costs, seed }: Input): Point {
  const first = decisions.slice(0, n)
  const later = someOf(decisions.slice(n))
  const system = moderationSystem({ examples: first, lexicons }, seed, costs)
  const judged = later.map(({ body }) => system.judge(body))
  const held = later.map((example) => example.label === 1)
  const scores = judged.map((one) => one.raw)
  const auc = rocAuc(scores, held)
  const said = judged.flatMap((one, at) => (one.hold === null ? [] : [one.hold === held[at]]))
  return {
    n,
    judged: later.length,
    trained: isEnough(first),
    auc,
    interval: auc === null ? null : aucInterval(auc, held.filter(Boolean).length, held.filter((one) => !one).length),
    agreement: said.length === 0 ? null : said.filter(Boolean).length / said.length,
    abstained: 1 - said.length / judged.length,
  }
}

/** Each point learned from the first `n` decisions and judged on those taken afterwards: never on one it saw. */
export function run(input: Input): Output {
  return steps.filter((n) => input.decisions.length - n >= fewestJudged).map((n) => judgePoint(n, input))
}
