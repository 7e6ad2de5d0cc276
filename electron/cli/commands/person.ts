// marbre person: who works on this desk.
// It must not know identities or keys.
import { roleSchema, type Person, type Role } from '../../../shared/domain/person.ts'
import type { Register } from '../cli.ts'
import { listOf } from '../flags.ts'
import { table } from '../table.ts'
import { withDesk } from '../with-desk.ts'

export const registerPerson: Register = (parent, act) => {
  const person = parent.command('person').description('the people of the desk')
  person
    .command('add')
    .description('add a person, or change name and roles')
    .argument('<id>')
    .requiredOption('--name <name>', 'as it is to be read')
    .requiredOption('--role <roles>', roleSchema.options.join(','), listOf(roleSchema.options))
    .action((id: string, flags: { name: string; role: Role[] }) =>
      act(async (cli) => {
        const added = await withDesk(cli, (client) => client.people.add({ id, name: flags.name, roles: flags.role }))
        return { json: shown(added), text: peopleTable([added]) }
      }),
    )
  person
    .command('list')
    .description('list the people')
    .action(() =>
      act(async (cli) => {
        const people = await withDesk(cli, (client) => client.people.list({}))
        return { json: people.map(shown), text: peopleTable(people) }
      }),
    )
}

function shown({ id, name, roles, ...rest }: Person): Person {
  return { id, name, roles, ...rest }
}

function peopleTable(people: readonly Person[]): string {
  return table(
    ['id', 'roles', 'name'],
    people.map((person) => [person.id, person.roles.join(', '), person.name]),
  )
}
