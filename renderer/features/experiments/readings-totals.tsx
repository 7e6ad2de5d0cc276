// How far two readings of one experiment agree: for its Bilan and the referent. It must not know who read.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { enoughReadings, readStates, type ReadingTotals, type ReadingVerdict } from '../../../shared/domain/reading.ts'
import { Section } from '../../ui/page.tsx'
import { hrefTo } from '../../ui/router.ts'
import { ErrorState } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords, type Words } from '../../words/use-words.ts'
import styles from './referent.module.css'

const verdicts: readonly ReadingVerdict[] = ['accept', 'edit', 'reject', 'unsure']

function asides(totals: ReadingTotals, { t }: Words): string[] {
  const { doubts, own, again, open, arbitrated, elsewhere, unverified } = totals
  const counts = { doubts, own, again, open, arbitrated } as const
  const told = (['doubts', 'own', 'again', 'open', 'arbitrated'] as const)
    .filter((name) => counts[name] > 0)
    .map((name) => t(`referent.totals.${name}`, { count: counts[name] }))
  if (elsewhere > 0) told.push(t('packetReadings.elsewhere', { count: elsewhere }))
  if (unverified > 0) told.push(t('packetReadings.leftOut', { count: unverified }))
  return told
}

function Figures({ totals, words }: { totals: ReadingTotals; words: Words }) {
  const { t, percent, decimal } = words
  const { n, agreed, agreement, kappa, tooFew } = totals
  if (tooFew || agreement === null) return <p>{t('referent.totals.tooFew', { count: n, least: enoughReadings })}</p>
  return (
    <>
      <p>
        {t('common.named', { label: t('referent.totals.agreement') })}{' '}
        <strong>{t('referent.totals.share', { share: percent(agreement), agreed, n })}</strong>
      </p>
      <p>
        {kappa === null ? t('referent.totals.kappaNone') : t('referent.totals.kappa', { kappa: decimal(kappa, 2), n })}{' '}
        <span className={styles['quiet']}>{t('referent.totals.kappaHelp')}</span>
      </p>
    </>
  )
}

function Crossing({ totals, words: { t, number } }: { totals: ReadingTotals; words: Words }) {
  const count = (first: (typeof readStates)[number], second: ReadingVerdict) =>
    totals.crossing.find((one) => one.first === first && one.second === second)?.count ?? 0
  return (
    <Table
      caption={t('referent.totals.crossing')}
      captionShown
      columns={[
        {
          id: 'first',
          title: t('referent.totals.first'),
          cell: (first: (typeof readStates)[number]) => t(`referent.settle.state_${first}`),
        },
        ...verdicts.map((second) => ({
          id: second,
          title: t(`referent.reading.verdict.${second}`),
          align: 'end' as const,
          cell: (first: (typeof readStates)[number]) => number(count(first, second)),
        })),
      ]}
      rows={readStates}
      rowKey={(first) => first}
    />
  )
}

/** The second reading of an experiment in figures; nothing at all where there is neither plan nor reading. */
export function ReadingsTotals({ experiment }: { readonly experiment: string }) {
  const words = useWords()
  const { t, error } = words
  const {
    data,
    error: failed,
    reload,
  } = useQuery(`readings:totals:${experiment}`, () => client.readings.totals({ experiment }), {
    refreshOn: ['experiment.changed', 'suggestion.changed'],
  })
  if (failed && !data) return <ErrorState text={`${t('referent.failed')} ${error(failed)}`} onRetry={reload} />
  if (!data || (data.every === null && data.read === 0 && data.elsewhere === 0)) return null
  const { every, read, drawn } = data
  const notes = asides(data, words)
  return (
    <Section
      title={t('referent.totals.title')}
      aside={data.open > 0 ? <a href={hrefTo('experiments', ['referent'])}>{t('referent.totals.open', { count: data.open })}</a> : null}
    >
      <p>
        {every === null ? t('referent.totals.drawnStopped', { count: read }) : t('referent.totals.drawn', { count: read, drawn, every })}
      </p>
      {read + data.elsewhere > 0 ? <Figures totals={data} words={words} /> : null}
      {notes.length > 0 ? <p className={styles['quiet']}>{notes.join(' · ')}</p> : null}
      {read + data.elsewhere > 0 && !data.tooFew ? <Crossing totals={data} words={words} /> : null}
    </Section>
  )
}
