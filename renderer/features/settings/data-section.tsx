// Where the data lies, which newsroom is open, what left this machine. It must not move anything.
import { client } from '../../client.ts'
import { useMutation, useQuery } from '../../client-query.ts'
import { useSession } from '../../client-session.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './settings.module.css'

/** Data folder, version, newsroom, network. */
export function DataSection() {
  const words = useWords()
  const { t, moment } = words
  const session = useSession()
  const { data: network } = useQuery('network', () => client.desk.network({}), { refreshOn: ['network.changed'] })
  const change = useMutation(() => client.desk.switchTo({ desk: session.sample ? 'own' : 'sample' }), {
    onDone: () => notify(t('frame.switching')),
    onError: (error) => notify(words.error(error), { kind: 'problem' }),
  })
  return (
    <Section title={t('settings.data')}>
      <dl className={styles['facts']}>
        <dt>{t('settings.folder')}</dt>
        <dd className={styles['path']}>{session.dataFolder}</dd>
        <dt>{t('settings.desk')}</dt>
        <dd>
          {t(session.sample ? 'settings.sampleYes' : 'settings.deskOwn')}{' '}
          <Button size="small" busy={change.busy} onClick={() => void change.run(undefined)}>
            {t(session.sample ? 'settings.openOwn' : 'settings.openSample')}
          </Button>
        </dd>
        <dt>{t('settings.version')}</dt>
        <dd>{session.version}</dd>
        <dt>{t('settings.network')}</dt>
        <dd>
          {network
            ? t('settings.networkText', {
                since: moment(network.since),
                outs: t('frame.outs', { count: network.out }),
                attempts: t('frame.attempts', { count: network.blocked }),
              })
            : t('frame.sealUnknown')}{' '}
          {network?.shell === 'host' ? t('frame.sealBrowser') : ''}{' '}
          {network?.last ? t('settings.networkLast', { host: network.last.host, at: moment(network.last.at) }) : ''}
        </dd>
      </dl>
    </Section>
  )
}
