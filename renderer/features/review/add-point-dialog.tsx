// What the machine missed: a point a person writes, under the same checks and the same fact-lock.
// It must not know the queue.
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useMutation } from '../../client-query.ts'
import { client } from '../../client.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { CheckChips } from './claim-card.tsx'
import { blockingOf, checksFor, findingsOf, overrideLength } from './claim-rules.ts'
import { remember, useTicks } from './desk-store.ts'
import { Findings } from './flagged-text.tsx'
import { useKeptText } from './reason-dialogs.tsx'
import { useTextCheck } from './use-text-check.ts'
import styles from './review.module.css'

/** The window `+` opens. */
export function AddPointDialog({ item, experiment, onClose }: { item: string; experiment: string | undefined; onClose: () => void }) {
  const { t, error } = useWords()
  const kept = useKeptText('add', item)
  const why = useKeptText('override', `add-${item}`)
  const check = useTextCheck(item, kept.text.trim() === '' ? null : kept.text, [])
  const needed = checksFor(check.verbatim)
  const ticksKey = `add:${item}:${kept.text}`
  const ticked = useTicks(ticksKey)
  const blocking = blockingOf(check.flags)
  const overridden = blocking.length === 0 || why.text.trim().length >= overrideLength
  const ready = kept.text.trim() !== '' && check.state !== 'checking' && needed.every((one) => ticked.includes(one)) && overridden
  const add = useMutation(client.reviews.add, {
    onDone: ({ id }) => {
      kept.clear()
      why.clear()
      remember({ kind: 'suggestions', item, ids: [id] })
      notify(t('review.said.added'))
      onClose()
    },
  })
  const confirm = () =>
    add.run({
      item,
      task: 'key-points',
      value: { text: kept.text.trim() },
      checks: [...needed],
      ...(blocking.length > 0 ? { override: why.text.trim() } : {}),
      ...(experiment === undefined ? {} : { experiment }),
    })
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
          <Button kind="main" disabled={!ready} busy={add.busy} onClick={() => void confirm()}>
            {t('review.add.confirm')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('review.add.label')}
        serif
        autoFocus
        value={kept.text}
        problem={add.error ? error(add.error) : undefined}
        onChange={(event) => kept.change(event.target.value)}
      />
      <div role="status">
        {check.state === 'checking' ? <p className={styles['note']}>{t('review.edit.checking')}</p> : null}
        {kept.text.trim() !== '' && check.state === 'done' && findingsOf(check.flags).length === 0 ? (
          <p className={styles['note']}>{t('review.edit.clean')}</p>
        ) : null}
        <Findings flags={check.flags} />
      </div>
      {kept.text.trim() === '' ? null : <CheckChips id={ticksKey} checks={needed} digits={false} />}
      {blocking.length === 0 ? null : (
        <TextArea label={t('review.override.label')} rows={2} value={why.text} onChange={(event) => why.change(event.target.value)} />
      )}
    </Dialog>
  )
}
