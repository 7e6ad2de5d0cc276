// À relire: chooses the queue, remembers the place in it, and hands it to the desk of its task.
// It must not know how a task is decided.
import { useCallback, useEffect, useRef } from 'react'
import { taskSchema, type Task } from '../../../shared/domain/suggestion.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { go, hrefTo, useRoute } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { CommentDesk } from './comment-desk.tsx'
import type { DeskProps } from './desk-props.ts'
import { ItemDesk } from './item-desk.tsx'
import { PointsDesk } from './points-desk.tsx'
import { nextToReview } from './queue-order.ts'
import { useQueue } from './use-queue.ts'

function EmptyQueue({ task }: { task: Task }) {
  const { t } = useWords()
  return (
    <EmptyState title={t('review.empty.title')} text={t(`review.empty.${task}`)}>
      <LinkButton href={hrefTo(task === 'moderation' ? 'comments' : 'articles')}>
        {t(task === 'moderation' ? 'review.empty.comments' : 'review.empty.articles')}
      </LinkButton>
      <LinkButton href={hrefTo('experiments')}>{t('review.empty.experiments')}</LinkButton>
    </EmptyState>
  )
}

function Desk({ task, ...props }: DeskProps & { task: Task }) {
  if (task === 'key-points') return <PointsDesk {...props} />
  if (task === 'moderation') return <CommentDesk {...props} />
  return <ItemDesk key={task} task={task} {...props} />
}

/** Writes down where one is, when the page is idle: the next item is drawn first. Who leaves before that finds the place all the same. */
function useWriting(item: string | null | undefined, write: (item: string) => void): void {
  const unwritten = useRef<string | null>(null)
  useEffect(() => {
    unwritten.current = item ?? null
    if (!item) return
    const now = () => {
      unwritten.current = null
      write(item)
    }
    const later = requestIdleCallback(now, { timeout: 500 })
    return () => cancelIdleCallback(later)
  }, [item, write])
  useEffect(
    () => () => {
      if (unwritten.current !== null) write(unwritten.current)
    },
    [write],
  )
}

function QueueScreen({ task, wanted, experiment }: { task: Task; wanted: string | undefined; experiment: string | undefined }) {
  const { t, error } = useWords()
  const queue = useQueue(task, experiment)
  const { items, markDone } = queue
  const [place, setPlace] = useRemembered<string | null>(`review.place.${task}`, null, 'lasting')
  const onGo = useCallback((item: string) => go('review', [task, item], { query: { experiment }, replace: true }), [task, experiment])
  const known = (id: string | null | undefined) => id !== null && id !== undefined && items.some((one) => one.item === id)
  // An address names its item even when the queue does not hold it: never show another one in its place.
  const named = wanted !== undefined && (known(wanted) || !queue.loading) ? wanted : undefined
  // While a long queue is still being read, the item of the address or of last time may be in its rest: no other one is shown in its place.
  const coming = queue.loading && !known(wanted ?? place) && (wanted ?? place) !== null
  const item = named ?? (known(place) ? place : (items.find((one) => one.waiting > 0) ?? items[0])?.item)
  const at = items.findIndex((one) => one.item === item)
  useWriting(coming || item === place ? null : item, setPlace)
  if (queue.error && items.length === 0)
    return (
      <Page title={t('review.title')}>
        <ErrorState text={`${t('review.loadFailed')} ${error(queue.error)}`} onRetry={queue.reload} />
      </Page>
    )
  if (coming || (queue.loading && items.length === 0))
    return (
      <Page title={t('review.title')}>
        <Loading text={t('review.loading')} />
      </Page>
    )
  if (!item)
    return (
      <Page title={t('review.title')} lead={t(`task.${task}`)}>
        <EmptyQueue task={task} />
      </Page>
    )
  const next = nextToReview(items, at)
  const onWalk = (by: 1 | -1) => {
    const target = items[at + by]
    if (target) onGo(target.item)
  }
  const onDone = () => {
    markDone(item)
    if (next !== null) onGo(next)
  }
  return (
    <>
      <h1 className="unseen">{`${t('common.named', { label: t('review.title') })} ${t(`task.${task}`)}`}</h1>
      <Desk task={task} queue={queue} experiment={experiment} item={item} at={at} next={next} onGo={onGo} onWalk={onWalk} onDone={onDone} />
    </>
  )
}

/** The screen: `#/review/TASK/ITEM?experiment=ID`. */
export function ReviewScreen({ rest }: { readonly rest: readonly string[] }) {
  const { query } = useRoute()
  const [last, setLast] = useRemembered<Task>('review.queue', 'key-points', 'lasting')
  const asked = taskSchema.safeParse(rest[0])
  const task = asked.success ? asked.data : last
  const experiment = query.get('experiment') ?? undefined
  useEffect(() => {
    if (task !== last) setLast(task)
  }, [task, last, setLast])
  return <QueueScreen key={`${task} ${experiment ?? ''}`} task={task} wanted={rest[1]} experiment={experiment} />
}
