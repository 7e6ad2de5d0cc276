// The letter to the author of a refused comment, and how to copy it. It must not change it.
import { Button } from '../../ui/button.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords, wordsNow } from '../../words/use-words.ts'
import styles from './comment-letter.module.css'

/** Puts the letter on the clipboard and says so; Marbre sends nothing itself. */
export async function copyLetter(letter: string): Promise<void> {
  const { t } = wordsNow()
  try {
    await navigator.clipboard.writeText(letter)
    notify(t('statement.window.copied'))
  } catch {
    notify(t('statement.window.copyFailed'), { kind: 'problem' })
  }
}

export interface CommentLetterProps {
  readonly letter: string
  /** The letter quotes a text that was not asked for yet. */
  readonly blurred: boolean
}

/** The letter folded under its name, and the button that copies it. */
export function CommentLetter({ letter, blurred }: CommentLetterProps) {
  const { t } = useWords()
  return (
    <div className={styles['letter']}>
      <Button size="small" onClick={() => void copyLetter(letter)}>
        {t('statement.window.copy')}
      </Button>
      {blurred ? null : (
        <details className={styles['fold']}>
          <summary>{t('statement.window.letter')}</summary>
          <p className={styles['text']} translate="no">
            {letter}
          </p>
        </details>
      )}
    </div>
  )
}
