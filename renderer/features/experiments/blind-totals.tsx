// What the votes of a blind comparison add up to, in sentences, a chart and its table. It must not know who voted.
import type { BlindTotals, Duel } from '../../../shared/domain/comparison.ts'
import { BarRows, Figure, type BarRow } from '../../ui/figure.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import { sayEngine } from './say-engine.ts'
import { useBlindTotals } from './use-blind.ts'
import styles from './blind.module.css'

function DuelFigure({ duel }: { duel: Duel }) {
  const { t, number, percent, decimal } = useWords()
  const [first, second] = [sayEngine(duel.engines[0], t), sayEngine(duel.engines[1], t)]
  const winners = duel.wins[0] + duel.wins[1]
  const ahead = duel.wins[0] >= duel.wins[1] ? 0 : 1
  const of = (count: number) => (duel.pairs === 0 ? 0 : count / duel.pairs)
  const row = (id: string, label: string, count: number, tone: NonNullable<BarRow['tone']>) => ({
    id,
    label,
    count,
    value: of(count),
    text: number(count),
    tone,
  })
  const rows = [
    row('first', t('blind.totals.winner', { engine: first }), duel.wins[0], 'plain'),
    row('second', t('blind.totals.winner', { engine: second }), duel.wins[1], 'plain'),
    row('both', t('blind.totals.both'), duel.both, 'kept'),
    row('neither', t('blind.totals.neither'), duel.neither, 'refused'),
    ...(duel.split > 0 ? [row('split', t('blind.totals.split'), duel.split, 'doubt')] : []),
  ]
  const said = t(`blind.totals.verdict.${duel.verdict}`, { winners, wins: duel.wins[ahead], winner: ahead === 0 ? first : second })
  return (
    <>
      <p className={styles['verdict']}>{said}</p>
      <Figure
        title={t('blind.totals.duel', { first, second })}
        note={
          <>
            {t('blind.totals.base', { count: duel.pairs })}{' '}
            {duel.share === null || duel.low === null || duel.high === null || duel.p === null
              ? null
              : t('blind.totals.interval', {
                  first,
                  share: percent(duel.share),
                  low: percent(duel.low),
                  high: percent(duel.high),
                  p: decimal(duel.p, 3),
                })}
          </>
        }
        table={
          <Table
            caption={t('blind.totals.duel', { first, second })}
            columns={[
              { id: 'result', title: t('blind.totals.result'), cell: (one) => one.label },
              { id: 'texts', title: t('blind.totals.texts'), cell: (one) => one.text, align: 'end' },
              { id: 'share', title: t('blind.totals.share'), cell: (one) => percent(one.value), align: 'end' },
            ]}
            rows={rows}
            rowKey={(one) => one.id}
          />
        }
      >
        <BarRows rows={rows} />
      </Figure>
    </>
  )
}

function Figures({ figures }: { figures: NonNullable<BlindTotals['figures']> }) {
  const { t, percent } = useWords()
  const { voters, votes, informed, duels, position, agreement } = figures
  if (votes === 0) return <p className={styles['quiet']}>{t('blind.totals.none')}</p>
  return (
    <>
      {duels.map((duel) => (
        <DuelFigure key={duel.engines.join()} duel={duel} />
      ))}
      <div className={styles['lines']}>
        <p>{t('blind.totals.voters', { count: voters })}</p>
        {informed > 0 ? <p>{t('blind.totals.informed', { count: informed })}</p> : null}
        {position.share === null || position.low === null || position.high === null ? null : (
          <p>{t('blind.totals.position', { share: percent(position.share), low: percent(position.low), high: percent(position.high) })}</p>
        )}
        {agreement ? <p>{t('blind.totals.agreement', { count: agreement.pairs, share: percent(agreement.share) })}</p> : null}
      </div>
    </>
  )
}

/** The totals of an experiment's blind comparison; while votes are out, how many there are. */
export function BlindTotalsView({ experiment }: { experiment: string }) {
  const { t, error } = useWords()
  const { data, error: failed, reload } = useBlindTotals(experiment)
  if (failed && !data) return <ErrorState text={error(failed)} onRetry={reload} />
  if (!data) return <Loading />
  return (
    <Section title={t('blind.totals.title')}>
      {data.figures ? (
        <Figures figures={data.figures} />
      ) : (
        <p className={styles['quiet']}>
          {data.voted === data.pairs && data.pairs > 0
            ? t('blind.totals.waitingYours')
            : t('blind.totals.waiting', { voted: data.voted, pairs: data.pairs })}
        </p>
      )}
    </Section>
  )
}
