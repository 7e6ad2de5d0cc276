// A fictional example under a field, one press away, and how to start from it. It must not know the field's meaning.
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './experiments.module.css'

interface CardExampleProps {
  readonly label: string
  readonly text: string
  /** Puts the example into the field; absent once something is written there. */
  readonly onTake: (() => void) | undefined
}

/** The disclosure. */
export function CardExample({ label, text, onTake }: CardExampleProps) {
  const { t } = useWords()
  return (
    <details className={styles['example']}>
      <summary>
        {t('card.example')}
        <span className="unseen">{` (${label})`}</span>
      </summary>
      <p>
        <span className={styles['quiet']}>{t('card.fiction')}</span> <q>{text}</q>
      </p>
      {onTake ? (
        <Button size="small" kind="quiet" onClick={onTake}>
          {t('card.take')}
        </Button>
      ) : null}
    </details>
  )
}
