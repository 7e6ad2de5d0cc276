// Poursuivre, Modifier or Arrêter, and why. The reason survives a reload. It must not know the figures.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import { offerUndo } from '../../client-undo.ts'
import { verdictSchema, type Experiment, type Verdict } from '../../../shared/domain/experiment.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea, Tick } from '../../ui/field.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './experiments.module.css'

function VerdictChoice({ verdict, onVerdict }: { verdict: Verdict | null; onVerdict: (verdict: Verdict) => void }) {
  const { t } = useWords()
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{t('experiments.conclude.verdict')}</legend>
      {verdictSchema.options.map((one) => (
        <Tick
          key={one}
          type="radio"
          name="verdict"
          label={t(`experiments.verdict.${one}`)}
          checked={verdict === one}
          onChange={() => onVerdict(one)}
        />
      ))}
    </fieldset>
  )
}

/** The window that closes an experiment. */
export function ConcludeDialog({ experiment, onClose }: { experiment: Experiment; onClose: () => void }) {
  const { t, error } = useWords()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [reason, setReason] = useRemembered(`experiments.reason.${experiment.id}`, '')
  const conclude = useMutation(
    (chosen: Verdict) => client.experiments.conclude({ id: experiment.id, verdict: chosen, reason: reason.trim() }),
    {
      onDone: () => {
        setReason('')
        offerUndo({
          said: t('experiments.said.concluded'),
          undo: () => client.undo.conclusion({ id: experiment.id }),
          undone: t('undo.done.conclusion'),
        })
        refreshQueries('experiment')
        onClose()
      },
    },
  )
  const ready = verdict !== null && reason.trim() !== ''
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('experiments.conclude.title')}
      description={t('experiments.conclude.intro')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('experiments.conclude.cancel')}
          </Button>
          <Button
            kind="main"
            disabled={!ready}
            busy={conclude.busy}
            onClick={() => (verdict === null ? undefined : void conclude.run(verdict))}
          >
            {t('experiments.conclude.confirm')}
          </Button>
        </>
      }
    >
      <VerdictChoice verdict={verdict} onVerdict={setVerdict} />
      <TextArea
        label={t('experiments.conclude.reason')}
        hint={t('experiments.conclude.reasonHelp')}
        problem={conclude.error ? error(conclude.error) : undefined}
        rows={4}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {ready ? null : <p className={styles['quiet']}>{t('experiments.conclude.needed')}</p>}
    </Dialog>
  )
}
