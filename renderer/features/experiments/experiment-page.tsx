// One experiment: its card and approval, its runs, its report. It must not know the board.
import { useState } from 'react'
import { client } from '../../client.ts'
import { useMutation, useQuery, refreshQueries } from '../../client-query.ts'
import { offerUndo, whyNot } from '../../client-undo.ts'
import { useSession } from '../../client-session.ts'
import type { Experiment } from '../../../shared/domain/experiment.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { go, hrefTo } from '../../ui/router.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { BlindTab } from './blind-tab.tsx'
import { CardForm } from './card-form.tsx'
import { CardWarnings } from './card-warnings.tsx'
import { warningsOf } from './card-weaknesses.ts'
import { cardLines } from './describe-card.ts'
import { fullMoment } from './full-moment.ts'
import { ReopenDialog } from './reopen-dialog.tsx'
import { ReportTab } from './report-tab.tsx'
import { RubricTab } from './rubric-tab.tsx'
import { RunsTab } from './runs-tab.tsx'
import { usePeople } from './use-people.ts'
import styles from './experiments.module.css'

/** Only while nothing was made under it. */
function Unapprove({ experiment: { id } }: { experiment: Experiment }) {
  const { t } = useWords()
  const withdraw = useMutation(() => client.undo.approval({ id }), {
    onDone: () => {
      notify(t('undo.done.approval'))
      refreshQueries('experiment')
    },
    onError: (thrown) => notify(whyNot(thrown), { kind: 'problem' }),
  })
  return (
    <div className={styles['buttons']}>
      <Button size="small" kind="quiet" busy={withdraw.busy} onClick={() => void withdraw.run(undefined)}>
        {t('undo.unapprove')}
      </Button>
    </div>
  )
}

/** For the one who concluded: nobody takes back another's conclusion. */
function Reopen({ experiment }: { experiment: Experiment }) {
  const { t } = useWords()
  const { person } = useSession()
  const [asked, setAsked] = useState(false)
  if (experiment.conclusion?.by !== person.id || !person.roles.includes('referent')) return null
  return (
    <>
      <Button size="small" kind="quiet" onClick={() => setAsked(true)}>
        {t('undo.reopenOpen')}
      </Button>
      {asked ? <ReopenDialog experiment={experiment} onClose={() => setAsked(false)} /> : null}
    </>
  )
}

function Approval({ experiment }: { experiment: Experiment }) {
  const words = useWords()
  const { t, error } = words
  const { person } = useSession()
  const { nameOf } = usePeople()
  const approve = useMutation(() => client.experiments.approve({ id: experiment.id }), {
    onDone: () => {
      offerUndo({
        said: t('experiments.said.approved'),
        undo: () => client.undo.approval({ id: experiment.id }),
        undone: t('undo.done.approval'),
      })
      refreshQueries('experiment')
    },
  })
  const { approval, card } = experiment
  if (approval) {
    return (
      <>
        <p>
          {t('experiments.approved', { name: nameOf(approval.by), when: fullMoment(approval.at, words) })}
          {approval.ownCard ? ` · ${t('experiments.ownCard')}` : ''}
        </p>
        {approval.by === person.id && experiment.runs.length === 0 ? <Unapprove experiment={experiment} /> : null}
      </>
    )
  }
  const referent = person.roles.includes('referent')
  const own = card.owner === person.id
  return (
    <>
      <p>{t('experiments.notApproved')}</p>
      <CardWarnings warnings={warningsOf(card)} />
      <p className={styles['quiet']}>{t(referent ? 'experiments.approveNote' : 'experiments.approveRole')}</p>
      {referent && own ? <p className={styles['quiet']}>{t('experiments.approveOwn')}</p> : null}
      {approve.error ? (
        <p className={styles['problem']} role="alert">
          {error(approve.error)}
        </p>
      ) : null}
      <div className={styles['buttons']}>
        <Button kind="main" disabled={!referent} busy={approve.busy} onClick={() => void approve.run(undefined)}>
          {t('experiments.approve')}
        </Button>
      </div>
    </>
  )
}

function CardTab({ experiment }: { experiment: Experiment }) {
  const words = useWords()
  const { t } = words
  const { nameOf } = usePeople()
  return (
    <Section
      title={t('experiments.card.title')}
      aside={
        experiment.conclusion || experiment.standing ? null : (
          <LinkButton size="small" href={hrefTo('experiments', [experiment.id, 'edit'])}>
            {t('experiments.change')}
          </LinkButton>
        )
      }
    >
      {experiment.standing ? <p className={styles['quiet']}>{t('experiments.standingNote')}</p> : <Approval experiment={experiment} />}
      <dl className={styles['lines']}>
        {cardLines(experiment.card, words, nameOf).map((line) => (
          <div key={line.id} style={{ display: 'contents' }}>
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
        <dt>{t('experiments.hash')}</dt>
        <dd className={styles['mono']}>{experiment.hash}</dd>
      </dl>
    </Section>
  )
}

const tabs = ['card', 'runs', 'report', 'blind', 'rubric'] as const

/** Two engines make a comparison; the EBU form speaks of points. */
function tabsOf({ card, standing }: Experiment) {
  return tabs.filter((one) =>
    one === 'blind' ? new Set(card.engines).size > 1 : one !== 'rubric' || (card.task === 'key-points' && !standing),
  )
}

/** The page of one experiment. */
export function ExperimentPage({ id, part }: { id: string; part: string | undefined }) {
  const { t, error } = useWords()
  const {
    data,
    error: failed,
    reload,
  } = useQuery(`experiment:${id}`, () => client.experiments.show({ id }), {
    refreshOn: ['experiment.changed', 'run.progressed'],
    when: (event) =>
      event.type === 'experiment.changed' ? event.id === id : event.type === 'run.progressed' && event.run.experiment === id,
  })
  if (!data) {
    return (
      <Page title={t('experiments.title')}>
        {failed ? (
          <ErrorState text={`${t('experiments.oneFailed')} ${error(failed)}`} onRetry={reload} />
        ) : (
          <Loading text={t('experiments.loading')} />
        )}
      </Page>
    )
  }
  if (part === 'edit' && !data.conclusion) return <CardForm experiment={data} />
  const tab =
    tabsOf(data).find((one) => one === part) ?? (data.runs.length > 0 && !data.conclusion ? 'runs' : data.conclusion ? 'report' : 'card')
  const title = data.standing ? t('experiments.standing') : data.card.title
  return (
    <Page
      title={title}
      width={tab === 'blind' || tab === 'rubric' ? 'full' : 'wide'}
      lead={
        <span className={styles['where']}>
          <a href={hrefTo('experiments')}>{t('experiments.back')}</a>
          <Chip>{t(`experiments.state.${data.state}`)}</Chip>
          {data.card.task === 'moderation' ? null : <a href={hrefTo('experiments', [id, 'reading'])}>{t('referent.reading.title')}</a>}
          <Reopen experiment={data} />
        </span>
      }
    >
      <Tabs
        label={title}
        value={tab}
        tabs={tabsOf(data).map((one) => ({
          id: one,
          label: one === 'blind' ? t('blind.tab') : one === 'rubric' ? t('rubric.tab') : t(`experiments.tabs.${one}`),
        }))}
        onChange={(next) => go('experiments', [id, next], { replace: true })}
      >
        {tab === 'card' ? <CardTab experiment={data} /> : null}
        {tab === 'runs' ? <RunsTab experiment={data} /> : null}
        {tab === 'report' ? <ReportTab experiment={data} /> : null}
        {tab === 'blind' ? <BlindTab experiment={data} /> : null}
        {tab === 'rubric' ? <RubricTab experiment={data} /> : null}
      </Tabs>
    </Page>
  )
}
