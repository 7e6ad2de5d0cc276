// The people of the desk, for choosing and naming. It must not know what they did.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'

/** People and their names by id; an unknown id stays an id. */
export function usePeople() {
  const { data } = useQuery('people', () => client.people.list({}), { refreshOn: ['settings.changed'] })
  const people = data ?? []
  return { people, nameOf: (id: string) => people.find((person) => person.id === id)?.name ?? id }
}
