// Takes a conclusion back, with a reason when it has already left. It must not know the report.
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import { whyNot } from '../../client-undo.ts'
import type { Experiment } from '../../../shared/domain/experiment.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'

/** The window; the reason survives a reload. */
export function ReopenDialog({ experiment, onClose }: { readonly experiment: Experiment; readonly onClose: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useRemembered(`experiments.reopen.${experiment.id}`, '')
  const reopen = useMutation(() => client.undo.conclusion({ id: experiment.id, reason: reason.trim() }), {
    onDone: () => {
      setReason('')
      refreshQueries('experiment')
      notify(t('undo.done.conclusion'))
      onClose()
    },
  })
  const { error } = reopen
  const problem = error ? (error.code === 'bad-input' ? t('undo.reopenNeedsReason') : whyNot(error)) : undefined
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('undo.reopenTitle')}
      description={t('undo.reopenText')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('undo.leaveConcluded')}
          </Button>
          <Button kind="main" busy={reopen.busy} onClick={() => void reopen.run(undefined)}>
            {t('undo.reopen')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('undo.reopenReason')}
        hint={t('undo.reopenHint')}
        problem={problem}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
