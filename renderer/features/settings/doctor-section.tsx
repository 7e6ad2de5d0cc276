// The check of this machine, on request. It must not repair.
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import type { DoctorLine, DoctorReport } from '../../../shared/domain/network.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import { useState } from 'react'
import styles from './settings.module.css'

const tones = { green: 'green', orange: 'amber', red: 'red' } as const

/** Runs the doctor and shows its lines. */
export function DoctorSection() {
  const words = useWords()
  const { t } = words
  const [report, setReport] = useState<DoctorReport | null>(null)
  const run = useMutation(() => client.desk.doctor({}), { onDone: setReport })
  return (
    <Section title={t('settings.doctor')}>
      <p className={styles['quiet']}>{t('settings.doctorText')}</p>
      {report ? (
        <>
          <p role="status">
            <Chip tone={tones[report.level]}>{t(`settings.doctorLevel.${report.level}`)}</Chip> {words.moment(report.at)}
          </p>
          <Lines lines={report.lines} />
        </>
      ) : null}
      {run.error ? <ErrorState text={words.error(run.error)} /> : null}
      <p>
        <Button busy={run.busy} onClick={() => void run.run(undefined)}>
          {t(report ? 'settings.doctorAgain' : 'settings.doctorRun')}
        </Button>
      </p>
    </Section>
  )
}

function Lines({ lines }: { readonly lines: readonly DoctorLine[] }) {
  const { t, maybe } = useWords()
  const details = (line: DoctorLine) =>
    Object.entries(line.details)
      .map(([key, value]) => `${key} ${String(value)}`)
      .join(' · ')
  return (
    <Table
      caption={t('settings.doctor')}
      rows={lines}
      rowKey={(line) => line.check}
      columns={[
        { id: 'check', title: t('settings.checkTitle'), cell: (line) => maybe(`settings.check.${line.check}`, line.check) },
        {
          id: 'level',
          title: t('settings.levelTitle'),
          cell: (line) => <Chip tone={tones[line.level]}>{t(`settings.level.${line.level}`)}</Chip>,
        },
        { id: 'details', title: t('settings.detailsTitle'), cell: details },
      ]}
    />
  )
}
