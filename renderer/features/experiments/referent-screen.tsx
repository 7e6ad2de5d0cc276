// The referent's desk: every experiment with what must be watched, disagreements, packets. Nothing by person.
// It must not know how a reading is given.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { Watched } from '../../../shared/domain/reading.ts'
import { Chip } from '../../ui/chip.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { hrefTo } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import { PacketPage } from './packet-page.tsx'
import { PacketSection } from './packet-section.tsx'
import { ReadingsDesk } from './readings-desk.tsx'
import { DisagreementList, DisagreementPage } from './referent-disagreements.tsx'
import styles from './referent.module.css'

type Point = { readonly id: string; readonly text: string; readonly tone: 'red' | 'amber' | 'pencil'; readonly to: readonly string[] }

function usePointsOf() {
  const { t } = useWords()
  return (one: Watched): Point[] => [
    ...(one.waitsForApproval
      ? [{ id: 'approval', text: t('referent.watch.approval'), tone: 'pencil' as const, to: [one.id, 'card'] }]
      : []),
    ...(one.worksCouncilPending && one.state !== 'concluded'
      ? [{ id: 'council', text: t('referent.watch.worksCouncil'), tone: 'amber' as const, to: [one.id, 'card'] }]
      : []),
    ...(one.failedItems > 0
      ? [{ id: 'failed', text: t('referent.watch.failedItems', { count: one.failedItems }), tone: 'red' as const, to: [one.id, 'runs'] }]
      : []),
    ...(one.reviewToQuestion ? [{ id: 'question', text: t('referent.watch.question'), tone: 'red' as const, to: [one.id, 'report'] }] : []),
    ...(one.overrides > 0
      ? [{ id: 'overrides', text: t('referent.watch.overrides', { count: one.overrides }), tone: 'amber' as const, to: [one.id, 'report'] }]
      : []),
    ...(one.disagreements > 0
      ? [{ id: 'differ', text: t('referent.watch.disagreements', { count: one.disagreements }), tone: 'amber' as const, to: ['referent'] }]
      : []),
  ]
}

function SamplingCell({ one }: { one: Watched }) {
  const { t } = useWords()
  const { every, read, drawn } = one.sampling
  const planned = every !== null
  return (
    <a className={styles['line']} href={hrefTo('experiments', [one.id, 'reading'])}>
      {planned ? t('referent.watch.done', { count: read, total: drawn }) : t('referent.watch.noPlan')}
      <span className="unseen"> {t(planned ? 'referent.watch.readFor' : 'referent.watch.noPlanFor', { title: one.title })}</span>
    </a>
  )
}

function Experiments({ watched }: { watched: readonly Watched[] }) {
  const { t } = useWords()
  const pointsOf = usePointsOf()
  return (
    <Table
      caption={t('referent.watch.caption')}
      columns={[
        {
          id: 'title',
          title: t('referent.watch.experiment'),
          cell: (one: Watched) => (
            <>
              <a href={hrefTo('experiments', [one.id])}>{one.title}</a>
              <br />
              <span className={styles['quiet']}>{t(`task.${one.task}`)}</span>
            </>
          ),
        },
        { id: 'state', title: t('referent.watch.state'), cell: (one: Watched) => t(`experiments.state.${one.state}`) },
        {
          id: 'attention',
          title: t('referent.watch.attention'),
          cell: (one: Watched) => {
            const points = pointsOf(one)
            if (points.length === 0) return <span className={styles['quiet']}>{t('referent.watch.nothing')}</span>
            return (
              <span className={styles['attention']}>
                {points.map((point) => (
                  <a key={point.id} href={hrefTo('experiments', point.to)}>
                    <Chip tone={point.tone}>{point.text}</Chip>
                  </a>
                ))}
              </span>
            )
          },
        },
        {
          id: 'decided',
          title: t('referent.watch.decided'),
          align: 'end',
          cell: (one: Watched) => (
            <span className={styles['line']}>{t('referent.watch.of', { done: one.decided, total: one.proposed })}</span>
          ),
        },
        { id: 'sampling', title: t('referent.watch.sampling'), cell: (one: Watched) => <SamplingCell one={one} /> },
      ]}
      rows={watched}
      rowKey={(one) => one.id}
    />
  )
}

function Desk() {
  const { t, error } = useWords()
  const {
    data,
    error: failed,
    reload,
  } = useQuery('readings:overview', () => client.readings.overview({}), {
    refreshOn: ['experiment.changed', 'suggestion.changed', 'run.progressed', 'settings.changed'],
  })
  return (
    <Page
      width="full"
      title={t('referent.title')}
      lead={
        <>
          <a href={hrefTo('experiments')}>{t('experiments.back')}</a> · {t('referent.intro')}
        </>
      }
    >
      {failed && !data ? <ErrorState text={`${t('referent.failed')} ${error(failed)}`} onRetry={reload} /> : null}
      {!data && !failed ? <Loading text={t('referent.loading')} /> : null}
      {data?.length === 0 ? <EmptyState title={t('referent.empty.title')} text={t('referent.empty.text')} /> : null}
      {data && data.length > 0 ? (
        <Section title={t('referent.watch.caption')}>
          <Experiments watched={data} />
        </Section>
      ) : null}
      <DisagreementList />
      <PacketSection watched={data ?? []} />
    </Page>
  )
}

/** The screens `#/experiments/referent`, `/SUGGESTION[/SOURCE]` (two readings side by side), `/packet/ID/ARTICLE` and `/reading/PACKET/SUGGESTION`. */
export function ReferentScreen({ rest }: { readonly rest: readonly string[] }) {
  const [which, id, part] = rest
  if (which === 'packet' && id !== undefined) return <PacketPage key={id} id={id} wanted={part} />
  if (which === 'reading' && id !== undefined) return <ReadingsDesk key={id} source={{ packet: id }} wanted={part} />
  return which === undefined ? <Desk /> : <DisagreementPage key={`${which} ${id ?? ''}`} suggestion={which} source={id ?? null} />
}
