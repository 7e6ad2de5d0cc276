// Roles in words. It must not know where they are shown.
import type { Person, Role } from '../../shared/domain/person.ts'
import type { Words } from './use-words.ts'

const known: readonly Role[] = ['journalist', 'referent']

/** `journaliste et référente éditoriale`: the referent's form is the person's choice. */
export function describeRole(words: Words, person: Pick<Person, 'roles' | 'form'>): string {
  return words.list(
    person.roles.map((role) => (role === 'referent' ? words.t(`role.referent-${person.form}`) : words.t('role.journalist'))),
  )
}

/** The roles of a ledger entry (`journalist+referent`) as it names them: those held on that day, in the form the person chose since. */
export function describeWrittenRole(words: Words, written: string, form: Person['form']): string {
  const roles = known.filter((role) => written.split('+').includes(role))
  return roles.length > 0 ? describeRole(words, { roles, form }) : words.t('ledger.desk')
}
