// Takes back what somebody saved of a tag: its former words return, or a tag just made leaves.
// It must not know the parking lane, merges or retirements: each has its own way back.
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { findConcept } from '../store/concept-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { noWayBack } from './no-way-back.ts'
import { demandConcept } from './tag-leaving.ts'
import { removeUnusedTag } from './unused-tag.ts'
import { saveConcept } from './vocabulary.ts'

const said = ({ id, labels, definition, parent, active, replacedBy }: Concept): string =>
  JSON.stringify([id, labels.map(({ lang, text, kind }) => [lang, text, kind]), definition, parent, active, replacedBy])

/**
 * Puts `former` back where `saved` stands; without one, the tag was new and goes.
 * @throws DeskError `not-found`; `bad-transition` when it was changed again, or is used by now; `bad-input` as `saveConcept`.
 */
export async function takeBackTag(
  desk: DeskContext,
  actor: Actor,
  { saved, former }: { saved: Concept; former: Concept | null },
): Promise<void> {
  if (said(await demandConcept(desk.store.read, saved.id)) !== said(saved)) throw noWayBack(`tag ${saved.id}`, 'changed')
  if (former) {
    await saveConcept(desk, actor, { ...former, id: saved.id })
    return
  }
  await desk.store.write(async (db) => {
    const present = await findConcept(db, saved.id)
    if (!present || said(present) !== said(saved)) throw noWayBack(`tag ${saved.id}`, 'changed')
    await removeUnusedTag(db, saved.id)
  })
  desk.emit({ type: 'vocabulary.changed' })
}
