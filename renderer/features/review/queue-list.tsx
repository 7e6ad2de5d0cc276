// The left column of the review desk: the items of one queue, their place remembered.
// It must not know how an item is decided.
import type { QueueItem } from '../../../shared/contract/reviews.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { memo, useCallback } from 'react'
import { BlurredText } from '../../ui/blurred-text.tsx'
import { ListEntry } from '../../ui/list-entry.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { hrefTo } from '../../ui/router.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './queue-list.module.css'
import shared from './review.module.css'

export interface QueueListProps {
  readonly task: Task
  readonly experiment: string | undefined
  readonly items: readonly QueueItem[]
  readonly at: number
}

/** Drawn again only when its own figures change: a decision redraws two rows of the twenty in sight. */
const QueueEntry = memo(function QueueEntry({
  task,
  experiment,
  item,
  current,
}: {
  task: Task
  experiment: string | undefined
  item: QueueItem
  current: boolean
}) {
  const { t, time, shortDate } = useWords()
  const done = item.waiting === 0
  const count = item.waiting + item.decided
  return (
    <ListEntry
      href={hrefTo('review', [task, item.item], { experiment })}
      current={current}
      done={done}
      passage={item.excerpt !== null}
      title={
        <BlurredText blurred={item.harsh} label={t('review.comment.harshExcerpt')}>
          {item.excerpt ?? (item.title || t('common.untitled'))}
        </BlurredText>
      }
      note={
        <>
          {done && item.decidedAt ? (
            <span>{t('review.decidedAt', { time: time(item.decidedAt) })}</span>
          ) : (
            <span>{task === 'moderation' || !item.section ? (item.date ? shortDate(item.date) : '') : item.section}</span>
          )}
          {task === 'moderation' ? null : <span>{t(`review.proposals.${task}`, { count })}</span>}
          {!done && item.toCheck > 0 ? <span className={shared['red']}>{t('review.toCheck', { count: item.toCheck })}</span> : null}
        </>
      }
    >
      {item.excerpt === null || item.title === '' ? null : <span className={styles['entryUnder']}>{item.title}</span>}
    </ListEntry>
  )
})

/** The queue: waiting items first as the core ordered them, the decided ones greyed in place. */
export const QueueList = memo(function QueueList({ task, experiment, items, at }: QueueListProps) {
  const { t } = useWords()
  const [scroll, setScroll] = useRemembered(`review.scroll.${task}`, 0)
  const counted = task === 'moderation' ? t('common.comments', { count: items.length }) : t('common.articles', { count: items.length })
  const row = useCallback(
    (index: number) => {
      const item = items[index]
      return item ? <QueueEntry task={task} experiment={experiment} item={item} current={index === at} /> : null
    },
    [items, at, task, experiment],
  )
  return (
    <>
      <header className={styles['listHead']}>
        <h2 className={styles['listTitle']}>{t(`task.${task}`)}</h2>
        <span className={shared['quiet']}>{counted}</span>
      </header>
      <div className={styles['listBody']}>
        <VirtualList
          label={t(`task.${task}`)}
          count={items.length}
          rowHeight={task === 'moderation' ? 104 : 80}
          active={at}
          scrollStart={scroll}
          onScrollEnd={setScroll}
          row={row}
        />
      </div>
    </>
  )
})
