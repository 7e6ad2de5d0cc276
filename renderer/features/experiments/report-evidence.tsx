// What the figures rest on: the worst errors quoted, the findings somebody overrode. It must not know who did.
import type { Report } from '../../../shared/domain/experiment.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './report.module.css'

/** `Motif : …`; nothing where none was given. */
function Named({ label, text }: { label: string; text: string }) {
  const { t } = useWords()
  if (text === '') return null
  return (
    <p>
      <span className={styles['quiet']}>{t('common.named', { label })} </span>
      {text}
    </p>
  )
}

/** The worst errors, quoted. */
export function WorstErrors({ report }: { report: Report }) {
  const { t, maybe } = useWords()
  if (report.worst.length === 0) return <p className={styles['quiet']}>{t('experiments.report.worstNone')}</p>
  return (
    <ol className={styles['errors']}>
      {report.worst.map((one, index) => (
        <li key={index} className={styles['error']}>
          <p className={styles['quiet']}>{one.title || t('common.untitled')}</p>
          <blockquote>{one.text}</blockquote>
          {one.flags.length > 0 ? (
            <p className={styles['problem']}>{[...new Set(one.flags.map((flag) => maybe(`flag.${flag}`, flag)))].join(' · ')}</p>
          ) : null}
          <Named label={t('experiments.report.keptInstead')} text={one.kept ?? ''} />
          <Named label={t('experiments.report.because')} text={one.reason} />
        </li>
      ))}
    </ol>
  )
}

type Override = { readonly flags: readonly string[]; readonly text: string; readonly reason: string }

/** One text overridden for several findings is one quotation. */
function overridesOf(report: Report): readonly Override[] {
  const texts = Map.groupBy(report.overrides, ({ item, text, reason }) => JSON.stringify([item, text, reason]))
  return [...texts.values()].flatMap((found) => {
    const [first] = found
    return first ? [{ flags: [...new Set(found.map(({ flag }) => flag))], text: first.text, reason: first.reason }] : []
  })
}

function OverrideList({ overrides }: { overrides: readonly Override[] }) {
  const { t, maybe } = useWords()
  return (
    <ul className={styles['errors']}>
      {overrides.map(({ flags, text, reason }, index) => (
        <li key={index} className={styles['error']}>
          <p className={styles['problem']}>{flags.map((flag) => maybe(`flag.${flag}`, flag)).join(' · ')}</p>
          <blockquote className={styles['kept']}>{text}</blockquote>
          <Named label={t('experiments.report.because')} text={reason} />
        </li>
      ))}
    </ul>
  )
}

const shown = 6

/** Findings of the fact-lock that somebody overrode, with the reason given; the first ones in sight, the others folded. */
export function Overrides({ report }: { report: Report }) {
  const { t } = useWords()
  const overrides = overridesOf(report)
  if (overrides.length === 0) return <p className={styles['quiet']}>{t('experiments.report.overridesNone')}</p>
  const folded = overrides.slice(shown)
  return (
    <>
      <OverrideList overrides={overrides.slice(0, shown)} />
      {folded.length > 0 ? (
        <details className={styles['folded']}>
          <summary>{t('results.otherOverrides', { count: folded.length })}</summary>
          <OverrideList overrides={folded} />
        </details>
      ) : null}
    </>
  )
}
