// How each person of the desk wants the role named. It must not know what they did.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { Person } from '../../../shared/domain/person.ts'

/** Référente, référent, or unsaid, by person; unsaid for somebody the desk no longer lists. */
export function useForms(): (id: string) => Person['form'] {
  const { data } = useQuery('people', () => client.people.list({}), { refreshOn: ['settings.changed'] })
  return (id) => data?.find((person) => person.id === id)?.form ?? 'unspecified'
}
