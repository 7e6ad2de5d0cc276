// Where to let go, shown over the whole page while files are dragged. It must not take the files: the frame does.
import { useIntake } from '../../ui/intake.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './drop-veil.module.css'

/** The drop zone: the whole window. */
export function DropVeil() {
  const { t } = useWords()
  const dragging = useIntake((state) => state.dragging)
  if (!dragging) return null
  return (
    <div className={styles['veil']} role="status">
      <p className={styles['zone']}>
        <strong>{t('articles.dropHere')}</strong>
        <span>{t('articles.dropWhat')}</span>
      </p>
    </div>
  )
}
