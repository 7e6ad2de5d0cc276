// Where a suggestion stands: who decided and when, or that it still waits. It must not know how to decide.
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { classes } from '../../ui/classes.ts'
import { useWords } from '../../words/use-words.ts'
import { useNames } from './use-item.ts'
import styles from './review.module.css'

const tones: Partial<Record<Suggestion['state'], string>> = {
  accepted: 'green',
  edited: 'green',
  unsure: 'amber',
  stale: 'amber',
  rejected: 'redState',
}

/** `Validé par A. Le Goff, 10 h 42`; nothing while it is simply proposed. */
export function StateNote({ suggestion }: { suggestion: Suggestion }) {
  const { t, moment } = useWords()
  const nameOf = useNames()
  const { state, decision, origin } = suggestion
  if (suggestion.inReading)
    return (
      <span className={styles['state']} title={t('packetReadings.waitsHelp')}>
        {t('packetReadings.waits')}
      </span>
    )
  if (state === 'proposed') return null
  const tone = tones[state]
  const said = () => {
    if (!decision || state === 'unsure' || state === 'stale' || state === 'withdrawn') return t(`state.${state}`)
    const params = { name: nameOf(decision.by), time: moment(decision.at) }
    return state === 'rejected' ? t('review.refusedBy', params) : t('review.signedBy', params)
  }
  return (
    <span className={classes(styles['state'], tone && styles[tone])}>
      {said()}
      {origin === 'human' ? ` · ${t('review.addedByYou')}` : ''}
    </span>
  )
}
