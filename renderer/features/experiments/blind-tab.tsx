// Blind side-by-side of an experiment's engines: begin, vote text after text, see the totals.
// It must not know the report, nor an engine's name before the core gives it.
import { useState } from 'react'
import { useSession } from '../../client-session.ts'
import type { Comparison } from '../../../shared/domain/comparison.ts'
import type { Experiment } from '../../../shared/domain/experiment.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Meter } from '../../ui/meter.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { BlindBar } from './blind-bar.tsx'
import { BlindSide } from './blind-side.tsx'
import { BlindText } from './blind-text.tsx'
import { BlindTotalsView } from './blind-totals.tsx'
import { useComparison, useComparisonActs, useVoting, type Voting } from './use-blind.ts'
import styles from './blind.module.css'

function EndVotes({ experiment }: { experiment: string }) {
  const { t } = useWords()
  const { end } = useComparisonActs(experiment)
  const [asking, ask] = useState(false)
  const confirm = () => {
    ask(false)
    void end.run(undefined)
  }
  return (
    <>
      <Button kind="quiet" size="small" busy={end.busy} onClick={() => ask(true)}>
        {t('blind.end.run')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => ask(false)}
        size="small"
        title={t('blind.end.title')}
        description={t('blind.end.text')}
        footer={
          <>
            <Button onClick={() => ask(false)}>{t('common.cancel')}</Button>
            <Button kind="main" onClick={confirm}>
              {t('blind.end.confirm')}
            </Button>
          </>
        }
      />
    </>
  )
}

function Top({ comparison, voting }: { comparison: Comparison; voting: Voting }) {
  const { t } = useWords()
  const { person } = useSession()
  const { draw } = useComparisonActs(comparison.experiment)
  const { pairs, closed, undrawn } = comparison
  const done = pairs.filter((pair) => pair.voted).length
  const informed = voting.pair?.vote ? null : (voting.pair?.informed ?? null)
  const place = voting.at > 0 ? ` · ${t('blind.place', { at: voting.at, of: pairs.length })}` : ''
  return (
    <div className={styles['top']}>
      <Meter
        label={`${t('blind.progress')}${place}`}
        value={done}
        max={pairs.length}
        text={t('blind.progressOf', { done, total: pairs.length })}
      />
      <div className={styles['actions']}>
        {undrawn > 0 && !closed ? (
          <>
            <span className={styles['quiet']}>{t('blind.more', { count: undrawn })}</span>
            <Button kind="quiet" size="small" busy={draw.busy} onClick={() => void draw.run(undefined)}>
              {t('blind.drawMore')}
            </Button>
          </>
        ) : null}
        {person.roles.includes('referent') && !closed ? <EndVotes experiment={comparison.experiment} /> : null}
      </div>
      {informed ? (
        <p className={styles['known']} role="note">
          {t(`blind.informed.${informed}`)}
        </p>
      ) : null}
    </div>
  )
}

function Pair({ voting }: { voting: Voting }) {
  const { t } = useWords()
  const [active, look] = useState<string | null>(null)
  const { pair, chosen } = voting
  if (!pair) return voting.failed ? <ErrorState text={t('blind.gone')} /> : <Loading />
  const sideOf = (side: 'a' | 'b') => (
    <BlindSide
      side={side}
      outputs={pair[side]}
      engine={pair.reveal?.[side] ?? null}
      chosen={chosen === side || chosen === 'both'}
      active={active}
      onLook={look}
    />
  )
  return (
    <div className={styles['three']} key={pair.id}>
      {sideOf('a')}
      <BlindText pair={pair} active={active} onLook={look} />
      {sideOf('b')}
    </div>
  )
}

function Begin({ comparison }: { comparison: Comparison }) {
  const { t } = useWords()
  const { draw } = useComparisonActs(comparison.experiment)
  if (comparison.comparable === 0 || comparison.closed)
    return <EmptyState title={t('blind.nothing.title')} text={t('blind.nothing.text')} />
  const items = t(comparison.task === 'moderation' ? 'common.comments' : 'common.articles', { count: comparison.comparable })
  return (
    <EmptyState title={t('blind.start.title')} text={`${t('blind.start.text', { items })} ${t('blind.start.notDecision')}`}>
      <Button kind="main" busy={draw.busy} onClick={() => void draw.run(undefined)}>
        {t('blind.start.run')}
      </Button>
    </EmptyState>
  )
}

function Votes({ comparison }: { comparison: Comparison }) {
  const { t } = useWords()
  const voting = useVoting(comparison)
  return (
    <div className={styles['tab']}>
      <Top comparison={comparison} voting={voting} />
      {voting.finished ? (
        <>
          <BlindTotalsView experiment={comparison.experiment} />
          {comparison.pairs.length > 0 ? (
            <div>
              <Button kind="quiet" onClick={voting.lookAgain}>
                {t('blind.again')}
              </Button>
            </div>
          ) : null}
        </>
      ) : (
        <>
          <Pair voting={voting} />
          <BlindBar voting={voting} closed={comparison.closed} left={comparison.left} />
        </>
      )}
    </div>
  )
}

/** The tab "À l'aveugle" of an experiment. */
export function BlindTab({ experiment }: { experiment: Experiment }) {
  const { t, error } = useWords()
  const { data, error: failed, reload } = useComparison(experiment.id)
  if (failed && !data) return <ErrorState text={`${t('blind.failed')} ${error(failed)}`} onRetry={reload} />
  if (!data) return <Loading />
  return data.drawnAt === null ? <Begin comparison={data} /> : <Votes comparison={data} />
}
