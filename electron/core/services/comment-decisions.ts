// The person's decision on a comment. The tool itself publishes and refuses nothing.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Charter, Comment, CommentVerdict } from '../../../shared/domain/comment.ts'
import type { ModerationValue } from '../../../shared/domain/suggestion.ts'
import { findComment, removeCommentDecision, saveCommentDecision } from '../store/comment-rows.ts'
import { fromJson } from '../store/rows.ts'
import { changeSuggestion, listSuggestions, type SuggestionRow } from '../store/suggestion-rows.ts'
import type { Writable } from '../store/database.ts'

import { demandSignOff } from './apply-decision.ts'
import { readCharter } from './charter.ts'
import type { Actor, DeskContext } from './context.ts'
import { withholdOpinions } from './judge-first.ts'
import { suggestionOf } from './reviews.ts'
import { demandNotInReading } from './withheld-decisions.ts'

export type CommentDecision = { decision: CommentVerdict; clause?: string | undefined; publicReason: string; note: string }

/** Whether the machine's opinion and the person's decision agree; null when either is a doubt. */
export function agreement(opinion: Pick<ModerationValue, 'hold'>, decision: CommentVerdict): boolean | null {
  if (opinion.hold === null || decision === 'doubt') return null
  return opinion.hold === (decision === 'refuse')
}

export async function decideComment(
  desk: DeskContext,
  actor: Actor,
  id: string,
  given: CommentDecision,
): Promise<{ comment: string; decision: CommentVerdict; entry: string }> {
  demandSignOff(desk, actor)
  demandGround(await readCharter(desk), given)
  const entry = await desk.pen.write(async (db) => {
    await demandNotInReading(db, actor, { id, item: id, task: 'moderation' })
    return writeCommentDecision(desk, db, actor, id, given)
  })
  desk.emit({ type: 'suggestion.changed', items: [id] })
  desk.emit({ type: 'comment.changed', ids: [id] })
  return { comment: id, decision: given.decision, entry }
}

/** The decision inside a transaction somebody else opened; gives its entry. */
export async function writeCommentDecision(
  desk: DeskContext,
  db: Writable,
  actor: Actor,
  id: string,
  given: CommentDecision,
): Promise<string> {
  const comment = await present(db, id)
  const opinions = (await listSuggestions(db, { item: id, task: 'moderation' })).filter((row) => row.state !== 'stale')
  const opinion = opinions.at(-1)
  const agrees = opinion ? agreement(fromJson<ModerationValue>(opinion.value), given.decision) : null
  const written = await desk.pen.append(db, {
    act: 'comment.decided',
    subject: id,
    actor,
    facts: {
      decision: given.decision,
      clause: given.clause ?? '',
      article: comment.article ?? '',
      opinion: opinion?.id ?? '',
      engine: opinion?.engine ?? '',
      engineDigest: opinion?.engine_digest ?? '',
      agrees,
      judgedFirst: await wasWithheld(db, opinion),
    },
    // The plain hash of a short comment would let anybody guess it after it was erased: it is salted like a content.
    contents: filled({ input: comment.hash, publicReason: given.publicReason, note: given.note }),
  })
  const at = desk.clock().toISOString()
  await saveCommentDecision(db, {
    comment: id,
    decision: given.decision,
    clause: given.clause ?? null,
    public_reason: given.publicReason,
    note: given.note,
    person: actor.person.id,
    at,
    entry: written.body.id,
  })
  for (const row of opinions)
    await changeSuggestion(db, row.id, {
      state: derivedState(agreement(fromJson<ModerationValue>(row.value), given.decision)),
      decided_at: at,
    })
  return written.body.id
}

export async function undoComment(desk: DeskContext, actor: Actor, id: string): Promise<{ comment: string; entry: string }> {
  demandSignOff(desk, actor)
  const entry = await desk.pen.write(async (db) => {
    await demandNotInReading(db, actor, { id, item: id, task: 'moderation' })
    const { decided } = await present(db, id)
    if (!decided) throw new DeskError('bad-transition', `comment ${id}`, 'has no decision to undo', { id })
    const written = await desk.pen.append(db, { act: 'comment.undone', subject: id, actor, facts: { undone: decided.entry } })
    await removeCommentDecision(db, id)
    await reopen(db, id)
    return written.body.id
  })
  desk.emit({ type: 'suggestion.changed', items: [id] })
  desk.emit({ type: 'comment.changed', ids: [id] })
  return { comment: id, entry }
}

/** A decision on words that are no longer there stands for nothing: the comment waits again, and the ledger says why. */
export async function expireDecision(desk: DeskContext, db: Writable, id: string): Promise<void> {
  const comment = await findComment(db, id)
  if (!comment?.decided) return
  await desk.pen.append(db, {
    act: 'comment.undone',
    subject: id,
    actor: null,
    facts: { undone: comment.decided.entry, textChanged: true },
  })
  await removeCommentDecision(db, id)
}

/** Whether the opinion there was had to stay unseen until this decision: what the author may be told of automated means. */
async function wasWithheld(db: Writable, opinion: SuggestionRow | undefined): Promise<boolean> {
  if (!opinion) return false
  const suggestion = suggestionOf(opinion)
  const [shown] = await withholdOpinions(db, [suggestion])
  return shown !== suggestion
}

async function present(db: Writable, id: string): Promise<Comment> {
  const comment = await findComment(db, id)
  if (!comment) throw new DeskError('not-found', `comment ${id}`, 'is not on this desk', { id })
  return comment
}

async function reopen(db: Writable, id: string): Promise<void> {
  const opinions = await listSuggestions(db, { item: id, task: 'moderation', states: ['accepted', 'rejected', 'unsure'] })
  for (const row of opinions) await changeSuggestion(db, row.id, { state: 'proposed', decided_at: null })
}

/** An opinion's state says whether the person agreed; it never leaves the desk by itself. */
function derivedState(agrees: boolean | null): 'accepted' | 'rejected' | 'unsure' {
  return agrees === null ? 'unsure' : agrees ? 'accepted' : 'rejected'
}

/** A clause that is named must be one of the charter. */
function demandGround(charter: Charter, given: CommentDecision): void {
  if (given.clause === undefined) return
  if (!charter.clauses.some((clause) => clause.id === given.clause)) {
    throw new DeskError('bad-input', '--clause', 'is not in the charter', { field: 'clause' })
  }
}

function filled(contents: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(contents).filter(([, text]) => text.trim() !== ''))
}
