// A claim's text being edited in place, with live findings and the difference. Half-written text is kept.
// It must not know how the edit is decided.
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { findingsOf, restoreWording } from './claim-rules.ts'
import { Difference, Findings } from './flagged-text.tsx'
import type { TextCheck } from './use-text-check.ts'
import styles from './review.module.css'

export interface ClaimEditorProps {
  readonly machine: string
  readonly text: string
  readonly check: TextCheck
  readonly lang: string | null | undefined
  readonly onText: (text: string | null) => void
  readonly onClose: () => void
}

function CheckState({ check, text }: { check: TextCheck; text: string }) {
  const { t } = useWords()
  if (text.trim() === '') return <p className={styles['note']}>{t('review.edit.empty')}</p>
  if (check.state === 'checking') return <p className={styles['note']}>{t('review.edit.checking')}</p>
  if (check.state === 'failed') return <p className={styles['note']}>{t('review.edit.unchecked')}</p>
  return findingsOf(check.flags).length === 0 ? (
    <p className={styles['note']}>{t('review.edit.clean')}</p>
  ) : (
    <Findings flags={check.flags} />
  )
}

/** The editor. Enter keeps the text, Escape closes; `Tab` puts back a lost conditional while there is one. */
export function ClaimEditor({ machine, text, check, lang, onText, onClose }: ClaimEditorProps) {
  const { t } = useWords()
  const area = useRef<HTMLTextAreaElement>(null)
  // `E` asked to write: the caret goes where the writing happens.
  useEffect(() => area.current?.focus(), [])
  const restored = check.state === 'done' ? restoreWording(text, check.flags) : null
  const lost = restored ? check.flags.find((flag) => flag.code === 'conditional-lost') : undefined
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'Escape' || ((event.code === 'Enter' || event.code === 'NumpadEnter') && !event.shiftKey)) {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    } else if (event.code === 'Tab' && !event.shiftKey && restored) {
      event.preventDefault()
      const typed = event.currentTarget
      onText(restored.text)
      requestAnimationFrame(() => typed.setSelectionRange(restored.caret, restored.caret))
    }
  }
  return (
    <div className={styles['editor']}>
      <TextArea
        label={t('review.edit.label')}
        labelHidden
        serif
        ref={area}
        rows={2}
        lang={lang ?? undefined}
        className={styles['area']}
        value={text}
        hint={t('review.edit.hint')}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={press}
        onFocus={(event) => event.target.setSelectionRange(event.target.value.length, event.target.value.length)}
      />
      {lost?.expected ? <p className={styles['note']}>{t('review.edit.tab', { wording: lost.expected })}</p> : null}
      <div role="status">
        <CheckState check={check} text={text} />
      </div>
      {text === machine ? <p className={styles['note']}>{t('review.edit.same')}</p> : <Difference before={machine} after={text} />}
      <div className={styles['buttons']}>
        <Button size="small" onClick={onClose}>
          {t('review.edit.done')}
        </Button>
        <Button
          size="small"
          kind="quiet"
          onClick={() => {
            onText(null)
            onClose()
          }}
        >
          {t('review.edit.revert')}
        </Button>
      </div>
    </div>
  )
}
