// The people of a desk and who acts in a session.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Person, Role } from '../../../shared/domain/person.ts'
import { listPeople, savePerson } from '../store/desk-rows.ts'
import type { Actor, DeskContext } from './context.ts'

/** The person every desk has: the owner of the OS account. */
export const ownerId = 'me'

export async function viewPeople(desk: Pick<DeskContext, 'store'>): Promise<Person[]> {
  return listPeople(desk.store.read)
}

export async function ensureOwner(desk: Pick<DeskContext, 'store' | 'clock'>, name: string): Promise<void> {
  const people = await listPeople(desk.store.read)
  if (people.some((person) => person.id === ownerId)) return
  const owner: Person = { id: ownerId, name, roles: ['journalist', 'referent'], form: 'unspecified' }
  await desk.store.write((db) => savePerson(db, owner, desk.clock().toISOString()))
}

/** @throws DeskError `unknown-person`. */
export async function demandPerson(desk: Pick<DeskContext, 'store'>, id: string): Promise<Person> {
  const person = (await listPeople(desk.store.read)).find((candidate) => candidate.id === id)
  if (!person) throw new DeskError('unknown-person', `person ${id}`, 'is not on this desk', { person: id })
  return person
}

/** @throws DeskError `role-required`. */
export function demandRole(actor: Actor, role: Role): void {
  if (!actor.person.roles.includes(role))
    throw new DeskError('role-required', `person ${actor.person.id}`, `needs the role of ${role}`, { role })
}

export async function addPerson(desk: DeskContext, actor: Actor | null, person: Person): Promise<Person> {
  const known = (await listPeople(desk.store.read)).find((candidate) => candidate.id === person.id)
  if (known && JSON.stringify(known) === JSON.stringify(person)) return known
  await desk.pen.write(async (db) => {
    await savePerson(db, person, desk.clock().toISOString())
    await desk.pen.append(db, {
      act: 'person.added',
      subject: person.id,
      actor,
      facts: { roles: person.roles },
      contents: { name: person.name },
    })
  })
  desk.emit({ type: 'settings.changed' })
  return person
}
