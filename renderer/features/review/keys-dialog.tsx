// Every key of one queue. It must not know how they are listened to.
import type { Task } from '../../../shared/domain/suggestion.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useWords, type Words } from '../../words/use-words.ts'
import { bindingsOf, type ReviewAction } from './review-keys.ts'
import styles from './review.module.css'

/** An action in words, for the list of keys and Ctrl-K. */
export function actionWords(t: Words['t'], task: Task, action: ReviewAction): string {
  switch (action) {
    case 'validate':
      return t('review.act.validate')
    case 'edit':
      return t('review.act.edit')
    case 'refuse':
      return t('review.act.refuse')
    case 'doubt':
      return task === 'moderation' ? t('review.act.doubtComment') : t('review.act.doubt')
    case 'add':
      return t(task === 'tags' ? 'review.act.addTag' : task === 'links' ? 'review.act.addLink' : 'review.act.add')
    case 'decide':
      return t('review.act.decideItem')
    case 'publish':
      return t('review.act.publish')
    case 'reveal':
      return t('review.act.revealShort')
    case 'next':
      return t('review.act.next')
    case 'previous':
      return t('review.act.previous')
    case 'undo':
      return t('review.act.undo')
    case 'keys':
      return t('review.act.keys')
    case 'slot':
      return t(task === 'key-points' ? 'review.act.slotChecks' : 'review.act.slotKeep')
  }
}

/** The list `?` opens. */
export function KeysDialog({ task, open, onClose }: { task: Task; open: boolean; onClose: () => void }) {
  const { t } = useWords()
  const slots = task === 'moderation' ? [] : [{ action: 'slot' as const, label: task === 'key-points' ? '1 2 3' : '1 … 9 0' }]
  return (
    <Dialog open={open} onClose={onClose} title={t('review.keys.title')} size="small">
      <dl className={styles['keyList']}>
        {[...slots, ...bindingsOf(task)].map(({ action, label }) => (
          <div key={action} style={{ display: 'contents' }}>
            <dt>
              <kbd>{label}</kbd>
            </dt>
            <dd>{actionWords(t, task, action)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['note']}>{t('review.keys.brake')}</p>
      <p className={styles['note']}>{t('review.keys.layout')}</p>
    </Dialog>
  )
}
