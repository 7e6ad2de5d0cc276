// How much harsh text was opened today, said gently to the person alone. It must not count, nor tell anybody.
import { Button } from '../../ui/button.tsx'
import { manyOpened, useExposure } from '../../ui/use-exposure.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './review.module.css'

/** The count of today and its switch; nothing as long as there is nothing to say. */
export function CommentExposure({ harsh }: { readonly harsh: boolean }) {
  const { t } = useWords()
  const { count, off, turn } = useExposure()
  if (off ? !harsh : count === 0) return null
  return (
    <div>
      {off ? null : (
        <p className={styles['note']} role="status">
          {t('commentDesk.exposure.count', { count })} {count >= manyOpened ? t('commentDesk.exposure.pause') : ''}
        </p>
      )}
      <Button size="small" kind="quiet" title={t('commentDesk.exposure.local')} onClick={() => turn(!off)}>
        {t(off ? 'commentDesk.exposure.on' : 'commentDesk.exposure.off')}
      </Button>
    </div>
  )
}
