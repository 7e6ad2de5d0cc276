// Evaluates moderation: the moderator learned from past decisions, beside a plain TF-IDF logistic regression.
// It must not know files or the desk.
import type { Comment } from '../../../../shared/domain/comment.ts'
import type { Evaluation } from '../../../../shared/domain/evaluation.ts'
import { DeskError } from '../../../../shared/domain/error.ts'
import type { ModerationValue, Proposal } from '../../../../shared/domain/suggestion.ts'
import { answerItems, type System } from '../../evaluation/answer-items.ts'
import { drawSome, stratifiedFolds } from '../../evaluation/folds.ts'
import { chooseThreshold, moderationMetrics, type Opinion } from '../../evaluation/moderation-protocol.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { moderationCandidates } from '../../tasks/moderation/candidates.ts'
import { proposeModeration } from '../../tasks/moderation/propose.ts'
import { trainModerator } from '../../tasks/moderation/train-moderator.ts'
import { verifyModeration } from '../../tasks/moderation/verify.ts'
import { askEngine } from './ask-engine.ts'
import { fitTfidfLogistic } from '../../evaluation/baselines/tfidf-logistic.ts'
import type { DataOf, EvaluationOptions, LabelledComment } from './evaluation-data.ts'
import { evaluationOf, stampOf, type EvaluationRun } from './evaluation-run.ts'
import { memoryPorts, sha256 } from './memory-ports.ts'
import { partsOf } from './parts.ts'

type Judge = System<LabelledComment, Opinion>
type Fit = (train: readonly LabelledComment[]) => Judge
interface Judged {
  readonly opinions: Opinion[]
  readonly thresholds: number[]
  readonly times: number[]
}

const reading = {
  id: (comment: LabelledComment) => comment.id,
  text: (comment: LabelledComment) => comment.body,
  kind: (comment: LabelledComment) => Number(comment.held),
}

export async function evaluateModeration(data: DataOf<'moderation'>, options: EvaluationOptions, run: EvaluationRun): Promise<Evaluation> {
  const test = drawSome(data.test, options.limit, options.seed)
  if (test.length === 0) throw new DeskError('bad-input', '--test', 'no labelled comment')
  const parts = partsOf({ train: data.train, test }, options, reading, run.note)
  const share = options.folds === null ? 'unknown' : 'same'
  const system: Judged = { opinions: [], thresholds: [], times: [] }
  const plain: Judged = { opinions: [], thresholds: [], times: [] }
  for (const part of parts) {
    run.progress(`moderation: learning from ${part.train.length} decisions`)
    await judgePart(part, (train) => fitSystem(train, options.seed, run), {
      ...options,
      share,
      run,
      into: system,
      label: 'moderation',
      chooses: run.engineOver === null,
    })
    if (!hasBoth(part.train)) continue
    const quiet = { ...run, progress: () => undefined }
    run.progress('moderation: baseline')
    const fit: Fit = (train) => fitTfidfLogistic(train, options.seed)
    await judgePart(part, fit, { ...options, share, run: quiet, into: plain, label: 'baseline', chooses: true })
  }
  const held = parts.flatMap((part) => part.test.map((comment) => comment.held))
  const metrics = moderationMetrics(system.opinions, held, system.thresholds)
  const compared = plain.opinions.length === held.length
  const baselines = compared ? { tfidfLogistic: moderationMetrics(plain.opinions, held, plain.thresholds) } : {}
  return evaluationOf(run, { task: 'moderation', items: held.length, metrics, baselines, times: system.times })
}

function hasBoth(comments: readonly LabelledComment[]): boolean {
  return comments.some((one) => one.held) && comments.some((one) => !one.held)
}

const isCalibrated = (opinions: readonly Opinion[]): boolean => opinions.some((one) => one.probability !== null)

type Judging = { seed: number; share: 'same' | 'unknown'; run: EvaluationRun; into: Judged; label: string; chooses: boolean }

/**
 * Opinions on the part's test comments, with the threshold its training chose on a fifth of the decisions held out; what does
 * not learn (a language model) has none to choose.
 */
async function judgePart(
  part: { train: readonly LabelledComment[]; test: readonly LabelledComment[] },
  fit: Fit,
  { seed, share, run, into, label, chooses }: Judging,
): Promise<void> {
  const foldOf = stratifiedFolds(part.train.map(reading.kind), 5, seed)
  const heldOut = part.train.filter((_, row) => foldOf[row] === 0)
  const opinions: Opinion[] = []
  if (chooses && hasBoth(heldOut)) {
    const rest = fit(part.train.filter((_, row) => foldOf[row] !== 0))
    for (const comment of heldOut) opinions.push(await rest(comment))
  }
  const { answers, times } = await answerItems(part.test, fit(part.train), run, { label, warmUp: run.engineOver ? 0 : 1 })
  // A few decisions less may have been too few to learn a model: its threshold would be on another scale.
  const sameScale = opinions.length > 0 && isCalibrated(opinions) === isCalibrated(answers)
  const heldThere = heldOut.map((comment) => comment.held)
  const threshold = sameScale ? chooseThreshold(opinions, heldThere, share) : 0.5
  into.opinions.push(...answers)
  into.thresholds.push(...part.test.map(() => threshold))
  into.times.push(...times)
}

function fitSystem(train: readonly LabelledComment[], seed: number, run: EvaluationRun): Judge {
  const { shipped } = run
  const examples = train.map(({ body, held }) => ({ body, label: held ? (1 as const) : (0 as const) }))
  const moderator = trainModerator({ examples, lexicons: shipped.lexicons }, stampOf(seed), sha256)
  const ports = memoryPorts({ shipped, models: { moderator } })
  const ask = askEngine(run, ports)
  if (ask) return async (comment) => statedOpinion((await ask('moderation', itemOf(comment)))[0])
  return async (comment) => {
    const item = itemOf(comment)
    const candidates = await moderationCandidates(item, ports)
    if ('abstained' in candidates) return { raw: 0, probability: null, hold: null }
    const { found } = candidates
    const proposal = verifyModeration(item, proposeModeration(item, found), found)[0]
    const stated = statedOpinion(proposal)
    return found.opinion ? { ...found.opinion, hold: stated.hold ?? null } : { ...stated, raw: proposal?.score ?? 0 }
  }
}

/** What a proposal says; "hold", "publish" and "don't know" stand in that order where no probability is given. */
function statedOpinion(proposal: Proposal | undefined): Opinion {
  if (!proposal) return { raw: 0.5, probability: null, hold: null }
  const { hold, probability } = proposal.value as ModerationValue
  return { raw: probability ?? (hold === null ? 0.5 : Number(hold)), probability, hold }
}

function itemOf({ id, lang, body }: LabelledComment): TaskItem {
  const comment: Comment = {
    id,
    lang,
    body,
    article: null,
    parent: null,
    author: null,
    date: null,
    label: null,
    decision: null,
    clause: null,
    hash: '',
    masked: 0,
    importedAt: '',
    decided: null,
  }
  return { kind: 'comment', comment, article: null, parents: [] }
}
