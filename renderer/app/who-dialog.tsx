// Who works at the desk: shows and changes the person of the session. It must not add people: Réglages does.
import { client } from '../client.ts'
import { refreshQueries, useMutation, useQuery } from '../client-query.ts'
import { useSession } from '../client-session.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { hrefTo } from '../ui/router.ts'
import { ErrorState } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useWords } from '../words/use-words.ts'
import { describeRole } from '../words/describe-role.ts'
import styles from './who-dialog.module.css'

/** The list of people; choosing one makes it the person of the session. */
export function WhoDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const session = useSession()
  const { data } = useQuery('people', () => client.people.list({}), { refreshOn: ['settings.changed'] })
  const become = useMutation((id: string) => client.people.become({ id }), {
    onDone: (_done, id) => {
      const name = data?.find((one) => one.id === id)?.name ?? id
      const back = { label: words.t('frame.undo'), run: () => void become.run(session.person.id) }
      notify(words.t('frame.whoNow', { name }), id === session.person.id ? {} : { action: back })
      refreshQueries('')
      onClose()
    },
  })
  const identity = words.t(session.identity === 'os-account' ? 'frame.whoOs' : 'frame.whoDeclared')
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={words.t('frame.who')}
      description={`${words.t('frame.whoText')} ${identity}`}
      footer={
        <LinkButton kind="quiet" href={hrefTo('settings', ['people'])} onClick={onClose}>
          {words.t('frame.whoAdd')}
        </LinkButton>
      }
    >
      <ul className={styles['people']}>
        {(data ?? [session.person]).map((person) => (
          <li key={person.id} className={styles['person']}>
            <span>
              <strong>{person.name}</strong>
              <br />
              {describeRole(words, person)}
            </span>
            {person.id === session.person.id ? (
              <span className={styles['me']}>✓</span>
            ) : (
              <Button
                size="small"
                busy={become.busy}
                aria-label={`${words.t('common.named', { label: words.t('frame.whoBecome') })} ${person.name}`}
                onClick={() => void become.run(person.id)}
              >
                {words.t('frame.whoBecome')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {become.error ? <ErrorState text={words.error(become.error)} /> : null}
    </Dialog>
  )
}
