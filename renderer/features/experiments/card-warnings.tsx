// What a referent should see before approving: none of it forbids, all of it is written in the Bilan.
// It must not know how a card is approved.
import { useWords } from '../../words/use-words.ts'
import type { CardWarning } from './card-weaknesses.ts'
import styles from './experiments.module.css'

/** The list; nothing when there is nothing to say. */
export function CardWarnings({ warnings }: { warnings: readonly CardWarning[] }) {
  const { t } = useWords()
  if (warnings.length === 0) return null
  return (
    <div className={styles['before']}>
      <p className={styles['missingTitle']}>{t('card.before')}</p>
      <ul>
        {warnings.map((one) => (
          <li key={one}>
            <strong>{t(`results.warn.${one}`)}</strong>. {t(`results.warn.${one}Text`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
