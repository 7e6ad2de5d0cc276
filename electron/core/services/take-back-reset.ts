// Takes back a reset of what decisions taught: they count again, and the model trained before it returns.
// It must not know how a model learns.
import type { Readable, Writable } from '../store/database.ts'
import { listRuns } from '../store/experiment-rows.ts'
import { listEntries } from '../store/ledger-rows.ts'
import { deleteReset, lastReset, listResets, saveReset } from '../store/tag-rule-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import type { ModelFiles } from './model-files.ts'
import { noWayBack } from './no-way-back.ts'
import { demandRole } from './people.ts'

/** The reset that stood before this one on the same subject, none when it was the first. One taken back stands no more. */
async function resetBefore(db: Readable, subject: string, entry: string): Promise<{ entry: string; at: string } | null> {
  const { entries } = await listEntries(db, { subject, limit: 500 })
  const takenBack = new Set(entries.flatMap(({ body }) => (body.act === 'tags.remembered' ? [body.facts['of']] : [])))
  // Newest first, as the ledger answers.
  const former = entries.find(({ body }) => body.act === 'tags.reset' && body.id !== entry && !takenBack.has(body.id))
  return former ? { entry: former.body.id, at: former.body.at } : null
}

async function forgetReset(db: Writable, subject: string, concept: string | null): Promise<string> {
  const reset = (await listResets(db)).find((one) => one.concept === concept)
  if (!reset) throw noWayBack('tags', 'nothing')
  const former = await resetBefore(db, subject, reset.entry)
  if (former) await saveReset(db, { concept, ...former })
  else await deleteReset(db, concept)
  return reset.entry
}

/**
 * Undoes the last reset, of one concept or of all. The model of before it is put back when it is still kept and no run is at work
 * with the present one; otherwise it is trained again from the same decisions, to the same model.
 * @throws DeskError `role-required`; `bad-transition` when there is no reset.
 */
export async function takeBackReset(
  desk: DeskContext,
  models: Pick<ModelFiles, 'putBack'>,
  actor: Actor,
  concept: string | undefined,
): Promise<void> {
  demandRole(actor, 'referent')
  const subject = concept ?? desk.pen.desk
  await desk.pen.write(async (db) => {
    const of = await forgetReset(db, subject, concept ?? null)
    await desk.pen.append(db, { act: 'tags.remembered', subject, actor, facts: { of, concept: concept ?? null } })
  })
  const busy = (await listRuns(desk.store.read, { states: ['queued', 'running'] })).some((run) => run.engine === 'builtin')
  if (!busy) await models.putBack('tagger', { forgotten: await lastReset(desk.store.read) })
  desk.emit({ type: 'engine.changed', id: 'builtin' })
  desk.emit({ type: 'vocabulary.changed' })
}
