// A person's role in words. It must not know where it is shown.
import type { Person } from '../../shared/domain/person.ts'
import type { Words } from '../words/use-words.ts'

/** `journaliste`, `référente éditoriale`: the referent's form is the person's choice. */
export function describeRole(words: Words, person: Person): string {
  return words.list(
    person.roles.map((role) => (role === 'referent' ? words.t(`role.referent-${person.form}`) : words.t('role.journalist'))),
  )
}
