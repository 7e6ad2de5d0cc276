// Runs one task on one item and records what came of it, once.
// It must not know which engine answers, nor who will review.
import type { Article } from '../../../shared/domain/article.ts'
import type { Comment } from '../../../shared/domain/comment.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Proposal, Suggestion, Task } from '../../../shared/domain/suggestion.ts'
import type { EngineIdentity, InferenceEngine, TaskItem } from '../engines/inference-engine.ts'
import { findArticle } from '../store/article-rows.ts'
import { findComment, findParents } from '../store/comment-rows.ts'
import type { Writable } from '../store/database.ts'
import { toJson } from '../store/rows.ts'
import {
  findRequest,
  insertSuggestions,
  listSuggestions,
  rememberRequest,
  replaceTry,
  type NewSuggestion,
  type SuggestionRow,
} from '../store/suggestion-rows.ts'
import { sha256 } from './card-hash.ts'
import type { DeskContext } from './context.ts'
import { freeTrialId } from './free-trial.ts'
import { withholdOpinions } from './judge-first.ts'
import { suggestionOf } from './reviews.ts'

export type Suggested = { task: Task; engine: string; item: string; suggestions: Suggestion[]; abstained?: string }

/** Loads what `task` works on. @throws DeskError `not-found`, `bad-input` when the task does not fit the item. */
export async function loadItem(desk: Pick<DeskContext, 'store'>, task: Task, id: string): Promise<TaskItem> {
  if (task === 'moderation') {
    const comment = await findComment(desk.store.read, id)
    if (!comment) throw new DeskError('not-found', `comment ${id}`, 'is not on this desk', { id })
    const article = comment.article === null ? null : await findArticle(desk.store.read, comment.article)
    // An article whose rights forbid it enters no engine, not even beside a comment.
    return { kind: 'comment', comment, article: article?.aiUse === true ? article : null, parents: await parentsOf(desk, comment) }
  }
  const article = await findArticle(desk.store.read, id)
  if (!article) throw new DeskError('not-found', `article ${id}`, 'is not on this desk', { id })
  return { kind: 'article', article }
}

/** Direct parent first, as the engines' contract says. */
async function parentsOf(desk: Pick<DeskContext, 'store'>, comment: Comment): Promise<Comment[]> {
  return (await findParents(desk.store.read, comment)).toReversed()
}

/** An article whose rights forbid it enters no engine. @throws DeskError `not-cleared`. */
export function demandCleared(item: TaskItem): void {
  const article: Article | null = item.article
  if (item.kind === 'article' && article && !article.aiUse) {
    throw new DeskError('not-cleared', `article ${article.id}`, `its rights (${article.rights}) do not allow AI use`, {
      rights: article.rights,
    })
  }
}

function demandFreeTrial(desk: Pick<DeskContext, 'policy'>): void {
  if (!desk.policy.allowFreeTrial) throw new DeskError('not-approved', 'free trial', 'the policy forbids trying without an approved card')
}

/** One free try on one stored item, under *Essai libre*. The same request returns the same suggestions. */
export async function suggestFreely(desk: DeskContext, engine: InferenceEngine, task: Task, id: string): Promise<Suggested> {
  demandFreeTrial(desk)
  const item = await loadItem(desk, task, id)
  demandCleared(item)
  const identity = await engine.identity(task)
  const request = requestKey(task, engine.id, identity, item)
  const made = await findRequest(desk.store.read, request)
  if (made) return answer(task, engine.id, id, await shown(desk, made.rows), made.abstained)
  const outcome = await engine.propose(task, item, { signal: AbortSignal.timeout(15 * 60_000) })
  await desk.pen.write(async (db) => {
    // The same request may have come twice at once: the first one's answer is everybody's.
    if (await findRequest(db, request)) return
    await replaceOlder(desk, db, task, id)
    await recordOutcome(desk, db, { task, item, identity, engine: engine.id, experiment: freeTrialId, run: null, request }, outcome)
  })
  desk.emit({ type: 'suggestion.changed', items: [id] })
  const recorded = await findRequest(desk.store.read, request)
  return answer(task, engine.id, id, await shown(desk, recorded?.rows ?? []), recorded?.abstained ?? null)
}

function shown(desk: Pick<DeskContext, 'store'>, rows: readonly SuggestionRow[]): Promise<Suggestion[]> {
  return withholdOpinions(desk.store.read, rows.map(suggestionOf))
}

function answer(task: Task, engine: string, item: string, suggestions: Suggestion[], abstained: string | null): Suggested {
  return { task, engine, item, suggestions, ...(abstained === null ? {} : { abstained }) }
}

/** A new try under other parameters replaces what waits from the last one; decided outputs stay. */
async function replaceOlder(desk: DeskContext, db: Writable, task: Task, item: string): Promise<void> {
  const waiting = (await listSuggestions(db, { task, item, experiment: freeTrialId, states: ['proposed'] })).filter(
    (row) => row.origin === 'machine',
  )
  for (const row of waiting) {
    await desk.pen.append(db, {
      act: 'suggestion.stale',
      subject: row.id,
      actor: null,
      facts: { task, item, from: row.state, replaced: true },
    })
    await replaceTry(db, row)
  }
}

/** Item, content, task, engine and its parameters: what makes two requests the same. */
export function requestKey(task: Task, engine: string, identity: EngineIdentity, item: TaskItem): string {
  const { id, hash } = item.kind === 'article' ? item.article : item.comment
  return sha256(
    JSON.stringify([task, id, hash, engine, identity.standing ?? identity.digest, identity.promptHash, identity.seed, identity.parameters]),
  )
}

export type Recorded = {
  task: Task
  item: TaskItem
  identity: EngineIdentity
  engine: string
  experiment: string
  run: string | null
  request: string | null
}

/** A text that changed, or lost its rights, while an engine was reading it. @throws DeskError `stale`, `not-found`, `not-cleared`. */
async function demandUnchanged(db: Writable, item: TaskItem): Promise<void> {
  const [read, present] =
    item.kind === 'article'
      ? [item.article, await findArticle(db, item.article.id)]
      : [item.comment, await findComment(db, item.comment.id)]
  if (!present) throw new DeskError('not-found', `${item.kind} ${read.id}`, 'is not on this desk any more', { id: read.id })
  if (present.hash !== read.hash)
    throw new DeskError('stale', `${item.kind} ${read.id}`, 'changed while it was being read: ask again', { id: read.id })
  if ('aiUse' in present) demandCleared({ kind: 'article', article: present })
}

/** Writes an outcome's suggestions, and that the request was made, in the running transaction. */
export async function recordOutcome(
  desk: DeskContext,
  db: Writable,
  about: Recorded,
  outcome: { proposals: readonly Proposal[]; abstained: string | null },
): Promise<void> {
  const { id, hash } = about.item.kind === 'article' ? about.item.article : about.item.comment
  await demandUnchanged(db, about.item)
  const at = desk.clock().toISOString()
  if (about.request !== null)
    await rememberRequest(db, { request: about.request, item: id, task: about.task, abstained: outcome.abstained, at })
  const rows = outcome.proposals.map((proposal): NewSuggestion => ({
    id: desk.ids(),
    task: about.task,
    item: id,
    item_hash: hash,
    value: toJson(proposal.value),
    proposed: null,
    score: proposal.score,
    evidence: toJson(proposal.evidence),
    flags: toJson(proposal.flags),
    state: 'proposed',
    previous_state: null,
    origin: 'machine',
    engine: about.engine,
    engine_digest: about.identity.digest,
    parameters: toJson({ ...about.identity.parameters, promptHash: about.identity.promptHash, seed: about.identity.seed }),
    experiment: about.experiment,
    run: about.run,
    request: about.request,
    created_at: at,
    decision: null,
    decided_at: null,
    exported_at: null,
  }))
  await insertSuggestions(db, rows)
}

/** One task on a record that is not stored: nothing is kept, ids begin `tmp-`. */
export async function suggestTransient(
  desk: Pick<DeskContext, 'policy'>,
  engine: InferenceEngine,
  task: Task,
  item: TaskItem,
): Promise<Suggested> {
  demandFreeTrial(desk)
  demandCleared(item)
  const outcome = await engine.propose(task, item, { signal: AbortSignal.timeout(15 * 60_000) })
  const id = item.kind === 'article' ? item.article.id : item.comment.id
  const suggestions = outcome.proposals.map((proposal, index): Suggestion => ({
    id: `tmp-${index + 1}`,
    task,
    item: id,
    value: proposal.value,
    score: proposal.score,
    evidence: [...proposal.evidence],
    flags: [...proposal.flags],
    state: 'proposed',
    origin: 'machine',
    engine: engine.id,
    experiment: freeTrialId,
    run: null,
    createdAt: '',
    proposed: null,
    decision: null,
    exported: false,
  }))
  return answer(task, engine.id, id, suggestions, outcome.abstained)
}
