// The people of the desk, and adding one. It must not decide what a role allows.
import type { Person, Role } from '../../../shared/domain/person.ts'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import { offerUndo, whyNot } from '../../client-undo.ts'
import { useSession } from '../../client-session.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select, Tick } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { ErrorState } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords, type Words } from '../../words/use-words.ts'
import styles from './settings.module.css'

interface Draft {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly form: Person['form']
}

const blank: Draft = { id: '', name: '', roles: ['journalist'], form: 'unspecified' }
/** Whoever owns the computer's account. */
const deskOwner = 'me'
const forms = ['unspecified', 'f', 'm'] as const

/** The list of people, then the form behind a button. */
export function PeopleSection() {
  const { t, list } = useWords()
  const [draft, setDraft] = useRemembered<Draft | null>('settings.person', null)
  const { data } = useQuery('people', () => client.people.list({}), { refreshOn: ['settings.changed'] })
  const roles = (person: Person) =>
    list(person.roles.map((role) => t(role === 'referent' ? `role.referent-${person.form}` : 'role.journalist')))
  return (
    <Section title={t('settings.people')}>
      <Table
        caption={t('settings.people')}
        rows={data ?? []}
        rowKey={(person) => person.id}
        columns={[
          { id: 'name', title: t('settings.name'), cell: (person) => person.name },
          { id: 'roles', title: t('settings.roles'), cell: roles },
          {
            id: 'id',
            title: t('settings.id'),
            cell: (person) => (
              <>
                {person.id} <Remove person={person} />
              </>
            ),
          },
        ]}
      />
      {draft ? (
        <PersonForm draft={draft} known={data ?? []} onChange={setDraft} />
      ) : (
        <p>
          <Button onClick={() => setDraft(blank)}>{t('settings.addPerson')}</Button>
        </p>
      )}
    </Section>
  )
}

/** For whoever was added by mistake; the core keeps those the ledger names. Nobody removes themselves, nor the desk's own. */
function Remove({ person }: { readonly person: Person }) {
  const { t } = useWords()
  const session = useSession()
  const { name } = person
  const remove = useMutation((gone: Person) => client.undo.person({ id: gone.id }), {
    onDone: (_done, gone) =>
      offerUndo({
        said: t('undo.personRemoved', { name }),
        undo: () => client.people.add(gone),
        undone: t('undo.done.personBack', { name }),
      }),
    onError: (thrown) => notify(whyNot(thrown), { kind: 'problem' }),
  })
  if (person.id === session.person.id || person.id === deskOwner) return null
  return (
    <Button
      size="small"
      kind="quiet"
      busy={remove.busy}
      aria-label={t('undo.removeNamed', { name })}
      onClick={() => void remove.run(person)}
    >
      {t('undo.remove')}
    </Button>
  )
}

interface PersonFormProps {
  readonly draft: Draft
  readonly known: readonly Person[]
  readonly onChange: (draft: Draft | null) => void
}

/** A new person goes away again; one who was on the list gets their former name and roles back. */
function offerPersonUndo({ t }: Words, person: Person, former: Person | undefined): void {
  const { id, name } = person
  offerUndo({
    said: t('settings.added', { name }),
    undo: () => (former ? client.people.add(former) : client.undo.person({ id })),
    undone: former ? t('undo.done.personAsBefore', { name: former.name }) : t('undo.done.person', { name }),
  })
}

function PersonForm({ draft, known, onChange }: PersonFormProps) {
  const words = useWords()
  const { t } = words
  const enter = (_former: Person | undefined) =>
    client.people.add({ ...draft, id: draft.id.trim(), name: draft.name.trim(), roles: [...draft.roles] })
  const add = useMutation(enter, {
    onDone: (person, former) => {
      refreshQueries('people')
      offerPersonUndo(words, person, former)
      onChange(null)
    },
  })
  const toggle = (role: Role) =>
    onChange({ ...draft, roles: draft.roles.includes(role) ? draft.roles.filter((one) => one !== role) : [...draft.roles, role] })
  const complete = draft.id.trim() !== '' && draft.name.trim() !== '' && draft.roles.length > 0
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (complete) void add.run(known.find((person) => person.id === draft.id.trim()))
      }}
    >
      <div className={styles['pair']}>
        <Field label={t('settings.name')} value={draft.name} onChange={(event) => onChange({ ...draft, name: event.target.value })} />
        <Field
          label={t('settings.id')}
          hint={t('settings.idHint')}
          maxLength={64}
          value={draft.id}
          onChange={(event) => onChange({ ...draft, id: event.target.value })}
        />
      </div>
      <Tick label={t('settings.roleJournalist')} checked={draft.roles.includes('journalist')} onChange={() => toggle('journalist')} />
      <Tick label={t('settings.roleReferent')} checked={draft.roles.includes('referent')} onChange={() => toggle('referent')} />
      {draft.roles.includes('referent') ? (
        <Select
          label={t('settings.form')}
          value={draft.form}
          options={forms.map((value) => ({ value, label: t(`settings.forms.${value}`) }))}
          onChange={(form) => onChange({ ...draft, form })}
        />
      ) : null}
      {add.error ? <ErrorState text={words.error(add.error)} /> : null}
      <p className={styles['buttons']}>
        <Button type="submit" kind="main" busy={add.busy} disabled={!complete}>
          {t('settings.add')}
        </Button>
        <Button kind="quiet" onClick={() => onChange(null)}>
          {t('common.cancel')}
        </Button>
      </p>
    </form>
  )
}
