// A comment to read again, under those it answers; harsh words stay blurred until asked for.
// It must not know what was decided, nor what the machine thought.
import { useState } from 'react'
import type { ReadingPaper } from '../../../shared/domain/reading.ts'
import { BlurredText } from '../../ui/blurred-text.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './referent.module.css'

/** The text of a comment, blurred until its reader asks; `harsh` says whether it is blurred at first. */
export function HarshText({ text, harsh }: { readonly text: string; readonly harsh: boolean }) {
  const { t } = useWords()
  const [shown, setShown] = useState(!harsh)
  return (
    <>
      <p className={styles['kept']} translate="no">
        <BlurredText blurred={!shown} label={t('commentDesk.blur.text')}>
          {text}
        </BlurredText>
      </p>
      {harsh ? (
        <div className={styles['buttons']}>
          <Button size="small" onClick={() => setShown(!shown)}>
            {t(shown ? 'packetReadings.hide' : 'packetReadings.reveal')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

export function CommentToRead({ comment, article }: { readonly comment: NonNullable<ReadingPaper['comment']>; readonly article: string }) {
  const { t } = useWords()
  return (
    <div className={styles['thread']}>
      <p className={styles['quiet']}>{t('packetReadings.under', { title: article === '' ? t('common.untitled') : article })}</p>
      {comment.parents.map((parent) => (
        <div key={parent.id} className={styles['paper']}>
          <p className={styles['quiet']}>{t('packetReadings.answers')}</p>
          <HarshText text={parent.body} harsh={comment.harsh} />
        </div>
      ))}
      <div className={styles['paper']}>
        <h2 className={styles['sideTitle']}>{t('packetReadings.comment')}</h2>
        <HarshText text={comment.body} harsh={comment.harsh} />
      </div>
    </div>
  )
}
