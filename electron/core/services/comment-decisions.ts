// The person's decision on a comment. The tool itself publishes and refuses nothing.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Charter, CommentVerdict } from '../../../shared/domain/comment.ts'
import type { ModerationValue } from '../../../shared/domain/suggestion.ts'
import { removeCommentDecision, saveCommentDecision } from '../store/comment-rows.ts'
import { fromJson } from '../store/rows.ts'
import { changeSuggestion, listSuggestions } from '../store/suggestion-rows.ts'
import type { Writable } from '../store/database.ts'
import { demandComment } from './articles.ts'
import { readCharter } from './charter.ts'
import type { Actor, DeskContext } from './context.ts'
import { demandSignOff } from './reviews.ts'

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
  const comment = await demandComment(desk, id)
  demandGround(await readCharter(desk), given)
  const entry = await desk.pen.write(async (db) => {
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
        itemHash: comment.hash,
        opinion: opinion?.id ?? '',
        agrees,
      },
      contents: filled({ publicReason: given.publicReason, note: given.note }),
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
  })
  desk.emit({ type: 'suggestion.changed', items: [id] })
  desk.emit({ type: 'comment.changed', ids: [id] })
  return { comment: id, decision: given.decision, entry }
}

export async function undoComment(desk: DeskContext, actor: Actor, id: string): Promise<{ comment: string; entry: string }> {
  demandSignOff(desk, actor)
  const comment = await demandComment(desk, id)
  if (!comment.decided) throw new DeskError('bad-transition', `comment ${id}`, 'has no decision to undo', { id })
  const undone = comment.decided.entry
  const entry = await desk.pen.write(async (db) => {
    const written = await desk.pen.append(db, { act: 'comment.undone', subject: id, actor, facts: { undone } })
    await removeCommentDecision(db, id)
    await reopen(db, id)
    return written.body.id
  })
  desk.emit({ type: 'suggestion.changed', items: [id] })
  desk.emit({ type: 'comment.changed', ids: [id] })
  return { comment: id, entry }
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
