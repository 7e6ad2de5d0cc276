// The right column of the tags and links queues: what is proposed for the article, each to keep or leave.
// It must not know the queue or how the article is decided.
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { useWords } from '../../words/use-words.ts'
import { ChoiceCard } from './choice-card.tsx'
import styles from './review.module.css'

export interface ChoicesProps {
  readonly task: 'tags' | 'links'
  readonly choices: readonly Suggestion[]
  /** How many may still be decided, and how many of these are kept so far. */
  readonly open: number
  readonly kept: number
  readonly ticked: Readonly<Record<string, boolean>>
  readonly lit: string | null
  readonly onLit: (id: string | null) => void
}

/** The list of choices. */
export function Choices({ task, choices, open, kept, ticked, lit, onLit }: ChoicesProps) {
  const { t } = useWords()
  return (
    <>
      <h2 className={styles['sideHead']}>
        {t(`task.${task}`)}{' '}
        <span className={styles['quiet']}>{open > 0 ? t('review.kept', { count: kept, of: open }) : choices.length}</span>
      </h2>
      <p className={styles['sideNote']}>{t('review.machineNote')}</p>
      <ol className={styles['cards']}>
        {choices.map((one, index) => (
          <ChoiceCard
            key={one.id}
            suggestion={one}
            number={index + 1}
            kept={ticked[one.id] ?? false}
            lit={one.id === lit}
            onLook={(looking) => onLit(looking ? one.id : null)}
          />
        ))}
      </ol>
    </>
  )
}
