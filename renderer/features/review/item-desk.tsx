// The tags and links queues: the article in the middle, what to keep on the right, decided together.
// It must not know key points or comments.
import { useState } from 'react'
import { Panes } from '../../ui/panes.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { AddLinkDialog } from './add-link-dialog.tsx'
import { AddTagDialog } from './add-tag-dialog.tsx'
import { ArticlePane } from './article-pane.tsx'
import { Choices } from './choices.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { DeskPending } from './desk-pending.tsx'
import type { DeskProps } from './desk-props.ts'
import { useAhead } from './desk-store.ts'
import { QueueList } from './queue-list.tsx'
import { useChoices } from './use-choices.ts'
import { useArticleItem } from './use-item.ts'
import { useReviewKeys } from './use-review-keys.ts'

const none: readonly Suggestion[] = []

export interface ItemDeskProps extends DeskProps {
  readonly task: 'tags' | 'links'
}

function presentIn(choices: readonly Suggestion[]): string[] {
  return choices
    .filter((one) => one.state !== 'rejected' && one.state !== 'withdrawn')
    .flatMap(({ value }) => ('concept' in value ? [value.concept] : 'article' in value ? [value.article] : []))
}

/** The desk of tags, or of links. */
export function ItemDesk(props: ItemDeskProps) {
  const { task, queue, experiment, item, at, next } = props
  const { t } = useWords()
  const answer = useArticleItem(item, next)
  const own = answer.data?.suggestions.filter((one) => one.task === task && (experiment === undefined || one.experiment === experiment))
  const choices = useAhead(own ?? none)
  const article = answer.data?.article
  const desk = useChoices(props, task, choices, article?.body ?? '')
  const [lit, setLit] = useState<string | null>(null)
  useReviewKeys(task, item, desk.act, true)
  const { open, kept, window } = desk
  const dialog = { item, experiment, present: presentIn(choices), onClose: desk.close }
  return (
    <Panes
      listLabel={t('review.panes.list')}
      list={<QueueList task={task} experiment={experiment} items={queue.items} at={at} />}
      mainLabel={t('review.panes.text')}
      main={
        article ? (
          <ArticlePane article={article} suggestions={choices} active={lit} onLook={setLit} onPick={setLit} />
        ) : (
          <DeskPending failed={answer.error} onRetry={answer.reload} loading={t('review.loadingItem')} />
        )
      }
      sideLabel={t('review.panes.proposals')}
      side={
        article ? (
          <Choices task={task} choices={choices} open={open.length} kept={kept.length} ticked={desk.ticked} lit={lit} onLit={setLit} />
        ) : null
      }
      bar={
        <>
          <DecisionBar
            task={task}
            act={desk.act}
            place={t('review.place.article', { at: at + 1, of: queue.items.length })}
            actions={[
              { action: 'decide', label: t('review.act.decideItem'), main: true, disabled: open.length === 0 },
              { action: 'add', label: t(task === 'tags' ? 'review.act.addTag' : 'review.act.addLink') },
            ]}
          />
          {window === 'add' && task === 'tags' ? <AddTagDialog {...dialog} /> : null}
          {window === 'add' && task === 'links' ? <AddLinkDialog {...dialog} anchor={desk.anchor} /> : null}
        </>
      }
    />
  )
}
