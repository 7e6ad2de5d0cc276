// The results of an experiment on screen: one sheet from criterion to verdict, and the papers to print or save.
// It must not know runs or the card's form.
import { useState } from 'react'
import { client } from '../../client.ts'
import { useMutation, useQuery } from '../../client-query.ts'
import { useSession } from '../../client-session.ts'
import type { Experiment, Report } from '../../../shared/domain/experiment.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { hrefTo } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { BlindTotalsView } from './blind-totals.tsx'
import { ConcludeDialog } from './conclude-dialog.tsx'
import { ReadingsTotals } from './readings-totals.tsx'
import { CriterionResult } from './report-criterion.tsx'
import { Overrides, WorstErrors } from './report-evidence.tsx'
import { ReportFigures } from './report-figures.tsx'
import { EnginesUsed, SourcesLine, VerdictLine, Warnings } from './report-parts.tsx'
import { RubricTotalsView } from './rubric-totals.tsx'
import { saveFile } from '../../ui/save-file.ts'
import styles from './report.module.css'

/** The report of an experiment, asked again as decisions come. */
export function useReport(id: string) {
  return useQuery(`experiment-report:${id}`, () => client.experiments.report({ id }), {
    refreshOn: ['experiment.changed', 'suggestion.changed', 'comment.changed', 'run.progressed'],
  })
}

function Papers({ experiment }: { experiment: Experiment }) {
  const { t, error, lang } = useWords()
  const save = useMutation((kind: 'report' | 'works-council') => client.experiments.document({ id: experiment.id, kind, lang }), {
    onDone: ({ html }, kind) => {
      const name = `marbre-${kind === 'report' ? 'bilan' : 'note-cse'}-${experiment.id.slice(0, 8)}.html`
      saveFile(name, 'text/html', html)
      notify(t('experiments.report.saved', { name }))
    },
    onError: (thrown) => notify(error(thrown), { kind: 'problem' }),
  })
  return (
    <div className={styles['papers']}>
      <LinkButton size="small" href={hrefTo('experiments', [experiment.id, 'print', 'report'])}>
        {t('experiments.report.print')}
      </LinkButton>
      <Button size="small" busy={save.busy} onClick={() => void save.run('report')}>
        {t('experiments.report.saveHtml')}
      </Button>
      {experiment.standing ? null : (
        <>
          <LinkButton size="small" href={hrefTo('experiments', [experiment.id, 'print', 'works-council'])}>
            {t('experiments.report.printNote')}
          </LinkButton>
          <Button size="small" onClick={() => void save.run('works-council')}>
            {t('experiments.report.saveNote')}
          </Button>
        </>
      )}
    </div>
  )
}

/** The verdict, and how to give it. */
function Verdict({ experiment, report }: { experiment: Experiment; report: Report }) {
  const { t } = useWords()
  const { person } = useSession()
  const [concluding, setConcluding] = useState(false)
  const referent = person.roles.includes('referent')
  const concludable = !experiment.conclusion && experiment.runs.length > 0
  return (
    <Section title={t('experiments.report.verdict')}>
      <VerdictLine report={report} />
      {concludable ? (
        <div className={styles['buttons']}>
          <Button kind="main" disabled={!referent} onClick={() => setConcluding(true)}>
            {t('experiments.conclude.open')}
          </Button>
          {referent ? null : <span className={styles['quiet']}>{t('experiments.conclude.role')}</span>}
        </div>
      ) : null}
      {concluding ? <ConcludeDialog experiment={experiment} onClose={() => setConcluding(false)} /> : null}
    </Section>
  )
}

/** Only once a form was filled: the tab of the forms invites to the first one. */
function Rubric({ id }: { id: string }) {
  const { data } = useQuery(`rubric-totals:${id}`, () => client.rubrics.totals({ experiment: id }), {
    refreshOn: ['experiment.changed', 'suggestion.changed'],
  })
  return data && data.forms > 0 ? <RubricTotalsView experiment={id} /> : null
}

/** What others read again, voted blind, or filled in: each where it can exist. */
function Agreement({ experiment: { id, card, standing } }: { experiment: Experiment }) {
  if (standing) return null
  return (
    <>
      <ReadingsTotals experiment={id} />
      {new Set(card.engines).size > 1 ? <BlindTotalsView experiment={id} /> : null}
      {card.task === 'key-points' ? <Rubric id={id} /> : null}
    </>
  )
}

/** The report's tab. */
export function ReportTab({ experiment }: { experiment: Experiment }) {
  const { t, error } = useWords()
  const { data: report, error: failed, reload } = useReport(experiment.id)
  if (!report)
    return failed ? (
      <ErrorState text={`${t('experiments.report.failed')} ${error(failed)}`} onRetry={reload} />
    ) : (
      <Loading text={t('experiments.report.loading')} />
    )
  if (report.proposed === 0 && report.added === 0 && !experiment.conclusion) {
    return (
      <>
        <EmptyState title={t('experiments.report.title')} text={t('experiments.report.nothing')} />
        <Papers experiment={experiment} />
      </>
    )
  }
  return (
    <div className={styles['tab']}>
      <Papers experiment={experiment} />
      <Warnings report={report} />
      <div className={styles['sheet']}>
        {experiment.standing ? null : (
          <Section title={t('experiments.report.criterion')}>
            <CriterionResult report={report} />
          </Section>
        )}
        <Section title={t('results.plots')}>
          <ReportFigures report={report} />
        </Section>
        <Agreement experiment={experiment} />
        <Section title={t('experiments.report.worst')}>
          <WorstErrors report={report} />
        </Section>
        <Section title={t('experiments.report.overrides')}>
          <Overrides report={report} />
        </Section>
        <Section title={t('results.sources')}>
          <SourcesLine report={report} />
          <EnginesUsed report={report} />
        </Section>
        {experiment.standing ? null : <Verdict experiment={experiment} report={report} />}
      </div>
    </div>
  )
}
