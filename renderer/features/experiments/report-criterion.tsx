// What was asked beforehand against what was measured: said once, drawn once. It must not know the other figures.
import type { Report } from '../../../shared/domain/experiment.ts'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { useWords } from '../../words/use-words.ts'
import { criterionLine } from './describe-card.ts'
import styles from './report.module.css'

/** The measured share, and a mark where it was to reach; the figures stand above it. */
function Gauge({ measured, asked, met }: { measured: number; asked: number; met: boolean | null }) {
  return (
    <div className={styles['gauge']} aria-hidden="true">
      <div className={classes(styles['gaugeFill'], met === false && styles['short'])} style={{ width: `${measured * 100}%` }} />
      <div className={styles['gaugeMark']} style={{ insetInlineStart: `${asked * 100}%` }} />
    </div>
  )
}

/** The criterion and the result. */
export function CriterionResult({ report }: { report: Report }) {
  const words = useWords()
  const { t, percent } = words
  const { met, measured } = report.criterion
  const { criterion } = report.experiment.card
  const inWords = typeof criterion === 'string'
  const verdict = met === null ? (inWords ? 'undecided' : 'undefined') : met ? 'met' : 'notMet'
  const own = !inWords && criterion.text !== ''
  return (
    <>
      <dl className={styles['against']}>
        <div>
          <dt>{t('experiments.report.measured')}</dt>
          <dd className={styles['measured']}>
            {measured === null ? null : <span className={styles['figure']}>{percent(measured, 1)}</span>}
            <Chip tone={met === null ? 'plain' : met ? 'green' : 'red'}>{t(`experiments.report.${verdict}`)}</Chip>
          </dd>
        </div>
        <div>
          <dt>{t('experiments.report.asked')}</dt>
          <dd className={styles['asked']}>{own ? criterion.text : criterionLine(criterion, words)}</dd>
          {own ? <dd className={styles['quiet']}>{criterionLine(criterion, words, true)}</dd> : null}
        </div>
      </dl>
      {measured === null || inWords ? null : <Gauge measured={measured} asked={criterion.value} met={met} />}
    </>
  )
}
