// The Bilan and the note to the works council as pages to print: the screen's figures, set for paper.
// It must not know how an experiment is run.
import { useState, type ReactNode } from 'react'
import type { Experiment, Report } from '../../../shared/domain/experiment.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useSession } from '../../client-session.ts'
import { hrefTo } from '../../ui/router.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { cardLines } from './describe-card.ts'
import { CriterionResult, EnginesUsed, FiguresTable, Measures, Overrides, VerdictLine, Warnings, WorstErrors } from './report-parts.tsx'
import { fullMoment } from './full-moment.ts'
import { useReport } from './report-tab.tsx'
import { usePeople } from './use-people.ts'
import styles from './experiments.module.css'

function CardFacts({ experiment }: { experiment: Experiment }) {
  const words = useWords()
  const { nameOf } = usePeople()
  return (
    <dl className={styles['lines']}>
      {cardLines(experiment.card, words, nameOf).map((line) => (
        <div key={line.id} style={{ display: 'contents' }}>
          <dt>{line.label}</dt>
          <dd>{line.value}</dd>
        </div>
      ))}
    </dl>
  )
}

function ReportPaper({ report }: { report: Report }) {
  const { t } = useWords()
  const part = (title: string, content: ReactNode) => (
    <section>
      <h2>{title}</h2>
      {content}
    </section>
  )
  return (
    <>
      <Warnings report={report} />
      {part(t('experiments.report.verdict'), <VerdictLine report={report} />)}
      {part(t('experiments.report.criterion'), <CriterionResult report={report} />)}
      {part(t('experiments.report.figures'), <FiguresTable report={report} />)}
      <div className={styles['screenOnly']}>{part(t('experiments.report.shares'), <Measures report={report} />)}</div>
      {part(t('experiments.report.worst'), <WorstErrors report={report} />)}
      {part(t('experiments.report.overrides'), <Overrides report={report} />)}
      {part(t('experiments.report.engines'), <EnginesUsed report={report} />)}
      {part(t('experiments.card.title'), <CardFacts experiment={report.experiment} />)}
    </>
  )
}

function CouncilPaper({ report }: { report: Report }) {
  const { t } = useWords()
  return (
    <>
      <p>{t('experiments.report.noteIntro')}</p>
      <CardFacts experiment={report.experiment} />
      <section>
        <h2>{t('experiments.report.noteGuarantees')}</h2>
        <ul>
          {(['local', 'human', 'people', 'stop'] as const).map((one) => (
            <li key={one}>{t(`experiments.report.guarantee.${one}`)}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** The page; `window.print` prints it without the frame. */
export function PrintPage({ id, kind }: { id: string; kind: 'report' | 'works-council' }) {
  const words = useWords()
  const { t, error } = words
  const { settings } = useSession()
  const [opened] = useState(() => new Date().toISOString())
  const { data: report, error: failed, reload } = useReport(id)
  if (!report)
    return failed ? (
      <ErrorState text={`${t('experiments.report.failed')} ${error(failed)}`} onRetry={reload} />
    ) : (
      <Loading text={t('experiments.report.loading')} />
    )
  const { experiment } = report
  const title = experiment.standing ? t('experiments.standing') : experiment.card.title
  return (
    <div className={styles['paper']}>
      <div className={`${styles['buttons']} ${styles['noPrint']}`}>
        <Button kind="main" onClick={() => window.print()}>
          {t('experiments.report.printNow')}
        </Button>
        <LinkButton href={hrefTo('experiments', [id, 'report'])}>{t('experiments.report.screenBack')}</LinkButton>
      </div>
      <header>
        <p className={styles['quiet']}>
          {[t(kind === 'report' ? 'experiments.report.title' : 'experiments.report.noteTitle'), settings.newsroom]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <h1 className={styles['paperTitle']}>{title}</h1>
        <p className={styles['quiet']}>{t('experiments.report.generated', { when: fullMoment(opened, words) })}</p>
      </header>
      <div className={styles['paperColumns']}>{kind === 'report' ? <ReportPaper report={report} /> : <CouncilPaper report={report} />}</div>
    </div>
  )
}
