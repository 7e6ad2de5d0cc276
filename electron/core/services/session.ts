// Who acts through one connection. A page, a CLI call and a window each have their own.
import type { Channel, Person } from '../../../shared/domain/person.ts'
import { readSetting, writeSetting } from '../store/desk-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { demandPerson, ownerId } from './people.ts'

export type Session = {
  /** The person named by `as`, or the one this session stands for. @throws DeskError `unknown-person`. */
  readonly actor: (as?: string) => Promise<Actor>
  readonly become: (id: string) => Promise<Person>
}

/** Setting that names who acted last at this desk. */
export const lastPersonKey = 'last-person'

/** A person other than the account's owner is only declared: nothing proves it. */
export async function openSession(desk: Pick<DeskContext, 'store'>, channel: Channel): Promise<Session> {
  let current = channel === 'cli' ? ownerId : ((await readSetting<string>(desk.store.read, lastPersonKey)) ?? ownerId)
  return {
    actor: async (as) => {
      const person = await demandPerson(desk, as ?? current)
      return { person, channel, identity: person.id === ownerId ? 'os-account' : 'declared' }
    },
    become: async (id) => {
      const person = await demandPerson(desk, id)
      current = id
      await desk.store.write((db) => writeSetting(db, lastPersonKey, id))
      return person
    },
  }
}
