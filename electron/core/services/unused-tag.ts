// Whether a tag may leave the thesaurus as if it had never been there: nothing carries it, calls for it or stands under it.
// It must not know who made the tag.
import { deleteConcept, listConcepts } from '../store/concept-rows.ts'
import type { Readable, Writable } from '../store/database.ts'
import { listRules } from '../store/tag-rule-rows.ts'
import { isTagProposed } from '../store/tag-standing-rows.ts'
import { noWayBack } from './no-way-back.ts'

async function isUsed(db: Readable, id: string): Promise<boolean> {
  if ((await listConcepts(db)).some((one) => one.parent === id || one.replacedBy === id)) return true
  if ((await listRules(db)).some((rule) => rule.concept === id)) return true
  return isTagProposed(db, id)
}

/** @throws DeskError `bad-transition` when it is used: such a tag is retired, not taken away. */
export async function removeUnusedTag(db: Writable, id: string): Promise<void> {
  if (await isUsed(db, id)) throw noWayBack(`tag ${id}`, 'used')
  await deleteConcept(db, id)
}
