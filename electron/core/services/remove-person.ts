// Takes away a person added by mistake. It must not touch anybody the desk's records name.
import { DeskError } from '../../../shared/domain/error.ts'
import { readSetting, removePersonRow } from '../store/desk-rows.ts'
import type { Readable } from '../store/database.ts'
import { listExperiments } from '../store/experiment-rows.ts'
import { listKeys, namesPerson } from '../store/ledger-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { noWayBack } from './no-way-back.ts'
import { demandPerson, ownerId } from './people.ts'
import { lastPersonKey } from './session.ts'

/** Whether anything on the desk names the person besides the entry that added them. */
async function isNamed(db: Readable, id: string): Promise<boolean> {
  if (await namesPerson(db, id)) return true
  if ((await listKeys(db)).some((key) => key.person === id)) return true
  const cards = await listExperiments(db)
  return cards.some(({ card }) => card.owner === id || card.referent === id)
}

/**
 * @throws DeskError `unknown-person`; `bad-transition` for the owner of the desk, for who acts now, and for anybody who decided
 *   something, holds a key or is named by a card: they stay, because the ledger says so.
 */
export async function removePerson(desk: DeskContext, actor: Actor, id: string): Promise<void> {
  const person = await demandPerson(desk, id)
  if (id === ownerId) throw new DeskError('bad-transition', `person ${id}`, 'the owner of the desk stays', { since: 'named' })
  await desk.pen.write(async (db) => {
    const acting = actor.person.id === id || (await readSetting<string>(db, lastPersonKey)) === id
    if (acting || (await isNamed(db, id))) throw noWayBack(`person ${id}`, 'named')
    if (!(await removePersonRow(db, id))) throw new DeskError('unknown-person', `person ${id}`, 'is not on this desk', { person: id })
    await desk.pen.append(db, { act: 'person.removed', subject: id, actor, facts: { roles: person.roles } })
  })
  desk.emit({ type: 'settings.changed' })
}
