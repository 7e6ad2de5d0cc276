// A person's name from their id. It must not ask the core.
import type { Person } from '../../../shared/domain/person.ts'

/** `A. Le Goff` for a known person, the id otherwise. */
export function preferredName(people: readonly Person[] | undefined, id: string): string {
  const name = people?.find((person) => person.id === id)?.name
  if (name === undefined) return id
  const [first, ...rest] = name.split(' ')
  return first && rest.length > 0 ? `${first.slice(0, 1)}. ${rest.join(' ')}` : name
}
