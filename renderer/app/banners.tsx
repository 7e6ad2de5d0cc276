// Lines under the header that concern the whole desk: sample newsroom, lost connection. They must not concern a screen.
import { client } from '../client.ts'
import { useConnection } from '../client-events.ts'
import { useMutation } from '../client-query.ts'
import { useSession } from '../client-session.ts'
import { Button } from '../ui/button.tsx'
import { notify } from '../ui/toast.tsx'
import { useWords } from '../words/use-words.ts'
import styles from './banners.module.css'

/** The desk's banners, none on an ordinary day. */
export function Banners() {
  const words = useWords()
  const { sample } = useSession()
  const connection = useConnection((state) => state.state)
  const leave = useMutation(() => client.desk.switchTo({ desk: 'own' }), {
    onDone: () => notify(words.t('frame.switching')),
    onError: (error) => notify(words.error(error), { kind: 'problem' }),
  })
  return (
    <>
      {connection === 'lost' ? (
        <p className={styles['lost']} role="alert">
          {words.t('frame.lost')}
        </p>
      ) : null}
      {sample ? (
        <div className={styles['sample']} role="region" aria-label={words.t('frame.sample')}>
          <span>{words.t('frame.sample')}</span>
          <Button size="small" busy={leave.busy} onClick={() => void leave.run(undefined)}>
            {words.t('frame.sampleLeave')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
