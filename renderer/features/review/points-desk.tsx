// The key points queue: article in the middle, claims on the right, decided one by one.
// It must not know tags, links or comments.
import { useState } from 'react'
import { Panes } from '../../ui/panes.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { AddPointDialog } from './add-point-dialog.tsx'
import { ArticlePane } from './article-pane.tsx'
import { ClaimCard } from './claim-card.tsx'
import { isVerbatim, splitBefore } from './claim-rules.ts'
import { DecidedClaims, useConcluded } from './decided-claims.tsx'
import { DecisionBar, type BarAction } from './decision-bar.tsx'
import { DeskPending } from './desk-pending.tsx'
import type { DeskProps } from './desk-props.ts'
import { useAhead } from './desk-store.ts'
import { QueueList } from './queue-list.tsx'
import { OverrideDialog, RefuseDialog, WithdrawDialog } from './reason-dialogs.tsx'
import { useArticleItem } from './use-item.ts'
import { usePoints } from './use-points.ts'
import { useReviewKeys } from './use-review-keys.ts'
import styles from './review.module.css'

const none: readonly Suggestion[] = []

type Points = ReturnType<typeof usePoints>

function Windows({ points, item, experiment }: { points: Points; item: string; experiment: string | undefined }) {
  const { window, claim, setWindow } = points
  const close = () => setWindow(null)
  if (window === 'add') return <AddPointDialog item={item} experiment={experiment} onClose={close} />
  if (!claim) return null
  if (window === 'refuse') return <RefuseDialog id={claim.id} flags={claim.flags} onClose={close} onReason={points.refuse} />
  if (window === 'override') return <OverrideDialog id={claim.id} flags={points.check.flags} onClose={close} onReason={points.validate} />
  if (window === 'withdraw') return <WithdrawDialog id={claim.id} onClose={close} onReason={points.withdraw} />
  return null
}

function usePointActions(points: Points): BarAction[] {
  const { t } = useWords()
  const { open, ready, left } = points
  return [
    {
      action: 'validate',
      label: t('review.act.validate'),
      main: true,
      disabled: !ready,
      why: open && left > 0 ? t('review.checksLeft', { count: left }) : undefined,
    },
    { action: 'edit', label: t('review.act.edit'), disabled: !open },
    { action: 'refuse', label: t('review.act.refuse'), disabled: !open },
    { action: 'doubt', label: t('review.act.doubt'), disabled: !open || points.claim?.state === 'unsure' },
    { action: 'add', label: t('review.act.add') },
  ]
}

function Claims({
  claims,
  points,
  lang,
  lit,
  onLit,
}: {
  claims: readonly Suggestion[]
  points: Points
  lang: string | null
  lit: string | null
  onLit: (id: string | null) => void
}) {
  const { t } = useWords()
  return (
    <>
      <h2 className={styles['sideHead']}>
        {t('task.key-points')} <span className={styles['quiet']}>{claims.length}</span>
      </h2>
      <p className={styles['sideNote']}>{t('review.machineNote')}</p>
      <ol className={styles['cards']}>
        {claims.map((claim, index) => (
          <ClaimCard
            key={claim.id}
            claim={claim}
            number={index + 1}
            focused={index === points.at}
            lit={claim.id === lit}
            editing={points.editing === claim.id}
            check={index === points.at ? points.check : { state: 'done', flags: claim.flags, verbatim: isVerbatim(claim.flags) }}
            lang={lang}
            onFocus={() => points.focus(claim.id)}
            onLook={(looking) => onLit(looking ? claim.id : null)}
            onClose={points.closeEditor}
          />
        ))}
      </ol>
    </>
  )
}

/** The desk of key points. */
export function PointsDesk(props: DeskProps) {
  const { queue, experiment, item, at, next } = props
  const { t } = useWords()
  const answer = useArticleItem(item, next)
  const own = answer.data?.suggestions.filter(
    (one) => one.task === 'key-points' && (experiment === undefined || one.experiment === experiment),
  )
  // Asked for by experiment, everything of it is shown; otherwise what is long settled is folded.
  const concluded = useConcluded()
  const { now: claims, before } = splitBefore(useAhead(own ?? none), experiment === undefined ? concluded : new Set())
  const points = usePoints(props, claims)
  const [lit, setLit] = useState<string | null>(null)
  const { claim, act } = points
  useReviewKeys('key-points', `${item} ${claim?.id ?? ''}`, act, points.editing === null)
  const actions = usePointActions(points)
  const where = [t('review.place.article', { at: at + 1, of: queue.items.length })]
  if (claim) where.push(t('review.place.point', { at: points.at + 1, of: claims.length }))
  const article = answer.data?.article
  return (
    <Panes
      listLabel={t('review.panes.list')}
      list={<QueueList task="key-points" experiment={experiment} items={queue.items} at={at} />}
      mainLabel={t('review.panes.text')}
      main={
        article ? (
          <ArticlePane article={article} suggestions={claims} active={lit ?? claim?.id ?? null} onLook={setLit} onPick={points.focus} />
        ) : (
          <DeskPending failed={answer.error} onRetry={answer.reload} loading={t('review.loadingItem')} />
        )
      }
      sideLabel={t('review.panes.proposals')}
      side={
        article ? (
          <>
            <Claims claims={claims} points={points} lang={article.lang} lit={lit} onLit={setLit} />
            <DecidedClaims claims={before} />
          </>
        ) : null
      }
      bar={
        <>
          <DecisionBar task="key-points" actions={actions} act={act} place={where.join(' · ')}>
            {claim?.exported && (claim.state === 'accepted' || claim.state === 'edited') ? (
              <button type="button" className={styles['keyButton']} onClick={() => points.setWindow('withdraw')}>
                {t('review.act.withdraw')}
              </button>
            ) : null}
          </DecisionBar>
          <Windows points={points} item={item} experiment={experiment} />
        </>
      }
    />
  )
}
