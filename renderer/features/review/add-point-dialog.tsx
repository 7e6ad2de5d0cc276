// What the machine missed: a point a person writes, under the same checks and the same fact-lock.
// It must not know the queue.
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { CheckChips } from './claim-card.tsx'
import { findingsOf } from './claim-rules.ts'
import { Findings } from './flagged-text.tsx'
import { useAddPoint } from './use-add-point.ts'
import type { TextCheck } from './use-text-check.ts'
import styles from './review.module.css'

function PointCheck({ check, empty }: { check: TextCheck; empty: boolean }) {
  const { t } = useWords()
  return (
    <div role="status">
      {check.state === 'checking' ? <p className={styles['note']}>{t('review.edit.checking')}</p> : null}
      {!empty && check.state === 'done' && findingsOf(check.flags).length === 0 ? (
        <p className={styles['note']}>{t('review.edit.clean')}</p>
      ) : null}
      <Findings flags={check.flags} />
    </div>
  )
}

/** The window `+` opens. */
export function AddPointDialog({ item, experiment, onClose }: { item: string; experiment: string | undefined; onClose: () => void }) {
  const { t, error } = useWords()
  const {
    kept,
    why,
    empty,
    check,
    needed,
    ticksKey,
    blocking,
    ready,
    busy,
    error: failed,
    confirm,
  } = useAddPoint(item, experiment, onClose)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('review.add.title')}
      description={t('review.add.intro')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('review.refuse.cancel')}
          </Button>
          <Button kind="main" disabled={!ready} busy={busy} onClick={() => void confirm()}>
            {t('review.add.confirm')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('review.add.label')}
        serif
        value={kept.text}
        problem={failed ? error(failed) : undefined}
        onChange={(event) => kept.change(event.target.value)}
      />
      <PointCheck check={check} empty={empty} />
      {empty ? null : <CheckChips id={ticksKey} checks={needed} digits={false} />}
      {blocking ? (
        <TextArea label={t('review.override.label')} rows={2} value={why.text} onChange={(event) => why.change(event.target.value)} />
      ) : null}
    </Dialog>
  )
}
