// The four counts of what waits for a person. It must not know the queues' contents.
import { tasks, type Task } from '../../../shared/domain/suggestion.ts'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './home.module.css'

const order: readonly Task[] = ['key-points', 'tags', 'links', 'moderation']
const sentences = {
  'key-points': 'home.waitPoints',
  tags: 'home.waitTags',
  links: 'home.waitLinks',
  moderation: 'home.waitComments',
} as const satisfies Record<Task, string>

/** Counts by task: items, not suggestions. */
export function WaitingCounts({ waiting }: { readonly waiting: Readonly<Record<Task, number>> }) {
  const { t, number } = useWords()
  const total = tasks.reduce((sum, task) => sum + waiting[task], 0)
  return (
    <section aria-label={t('home.waiting')}>
      <h2 className={styles['heading']}>{t(total === 0 ? 'home.nothingWaits' : 'home.waiting')}</h2>
      <ul className={styles['counts']}>
        {order.map((task) => (
          <li key={task}>
            <a className={styles['count']} href={hrefTo('review', [task])} data-none={waiting[task] === 0 || undefined}>
              <span className={styles['task']}>{t(`task.${task}`)}</span>
              <span className={styles['figure']}>{number(waiting[task])}</span>
              <span className={styles['what']}>{t(sentences[task], { count: waiting[task] })}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
