// A term adopted by mistake goes back to the parking lane, and what the adoption put into the thesaurus leaves it.
// It must not know how a term is adopted, beyond what its entry in the ledger says.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { findConcept, saveConcepts } from '../store/concept-rows.ts'
import type { Readable, Writable } from '../store/database.ts'
import { contentsOf, listEntries } from '../store/ledger-rows.ts'
import { deleteMark, listMarks } from '../store/parking-rows.ts'
import { sha256 } from './card-hash.ts'
import type { Actor, DeskContext } from './context.ts'
import { noWayBack } from './no-way-back.ts'
import { removeUnusedTag } from './unused-tag.ts'

type Adoption = { readonly entry: string; readonly concept: string; readonly made: string; readonly text: string }

/** The last adoption of the term, as its entry tells it. */
async function adoptionOf(db: Readable, key: string): Promise<Adoption> {
  const mark = (await listMarks(db)).find((one) => one.key === key)
  if (!mark) throw new DeskError('not-found', 'term', 'is not in the parking lane')
  if (mark.state !== 'adopted') throw noWayBack('term', 'nothing')
  const { entries } = await listEntries(db, { subject: sha256(key), limit: 20 })
  const entry = entries.find(({ body }) => body.act === 'term.adopted')?.body
  const text = entry && (await contentsOf(db, [entry.id])).find((content) => content.role === 'after')?.content
  const { concept, made } = entry?.facts ?? {}
  if (!entry || typeof concept !== 'string' || typeof made !== 'string' || typeof text !== 'string') throw noWayBack('term', 'erased')
  return { entry: entry.id, concept, made, text }
}

/** As it was made: nobody gave it a definition, a place or another name, and nothing stands under it. */
function isAsMade(concept: Concept, text: string): boolean {
  const [label, ...others] = concept.labels
  const bare = concept.definition === null && concept.parent === null && concept.replacedBy === null && concept.active
  return bare && others.length === 0 && label?.kind === 'preferred' && label.text === text
}

async function removeMade(db: Writable, { concept: id, made, text }: Adoption): Promise<void> {
  const concept = await findConcept(db, id)
  if (!concept) return
  if (made === 'concept') {
    if (!isAsMade(concept, text)) throw noWayBack('term', 'changed')
    await removeUnusedTag(db, id)
  }
  if (made === 'label') {
    const named = concept.labels.find((label) => label.text === text)
    if (named?.kind === 'preferred') throw noWayBack('term', 'changed')
    await saveConcepts(db, [{ ...concept, labels: concept.labels.filter((label) => label !== named) }])
  }
}

/**
 * Undoes an adoption. A tag it made goes only while it is as it was made and nothing carries it: otherwise it is retired, not undone.
 * @throws DeskError `not-found`; `bad-transition` with what rests on it.
 */
export async function takeBackAdoption(desk: DeskContext, actor: Actor, key: string): Promise<void> {
  await desk.pen.write(async (db) => {
    const adoption = await adoptionOf(db, key)
    await removeMade(db, adoption)
    await deleteMark(db, key)
    await desk.pen.append(db, {
      act: 'term.restored',
      subject: sha256(key),
      actor,
      facts: { of: adoption.entry, concept: adoption.concept, removed: adoption.made },
      contents: { after: adoption.text },
    })
  })
  desk.emit({ type: 'vocabulary.changed' })
}
