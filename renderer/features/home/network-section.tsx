// What left this machine. It must not soften what the guard counted.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Section } from '../../ui/page.tsx'
import { sealText } from '../../words/seal-text.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './home.module.css'

/** The network seal in full sentences. */
export function NetworkSection() {
  const words = useWords()
  const { t, moment } = words
  const { data } = useQuery('network', () => client.desk.network({}), { refreshOn: ['network.changed'] })
  if (!data) return null
  const calm = data.out === 0 && data.blocked === 0
  return (
    <Section title={t('home.network')}>
      <p className={calm ? styles['seal'] : styles['sealSeen']}>
        <span aria-hidden="true">● </span>
        {sealText(words, data)}
      </p>
      {data.shell === 'host' ? <p>{t('frame.sealBrowser')}</p> : null}
      <p className={styles['quiet']}>
        {data.out > 0 ? t('home.networkOut') : data.shell === 'host' ? t('home.networkNoneHost') : t('home.networkNone')}{' '}
        {data.blocked > 0 && data.last ? t('home.networkBlocked', { host: data.last.host, at: moment(data.last.at) }) : ''}{' '}
        {t('home.networkSince', { since: moment(data.since) })}
      </p>
    </Section>
  )
}
