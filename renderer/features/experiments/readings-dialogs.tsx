// What a second reading may ask: a reason, or the words that should stand. They must not know how it is written.
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { confirmOnEnter } from '../../ui/key-confirm.ts'
import { useKeptText } from '../../ui/use-kept-text.ts'
import { useWords } from '../../words/use-words.ts'
import { readingDrafts } from './readings-drafts.ts'

export interface Given {
  readonly reason: string
  readonly text: string
}

interface ReadingDialogProps {
  readonly verdict: 'edit' | 'reject' | 'unsure'
  readonly suggestion: string
  /** The machine's text, to start an edit from. */
  readonly text: string
  /** A refusal of text needs its reason. */
  readonly needsReason: boolean
  readonly onClose: () => void
  readonly onGiven: (given: Given) => void
}

const titles = {
  edit: 'referent.reading.editTitle',
  reject: 'referent.reading.whyReject',
  unsure: 'referent.reading.whyUnsure',
} as const

/** One window for the three; half-written words survive a reload. */
export function ReadingDialog({ verdict, suggestion, text, needsReason, onClose, onGiven }: ReadingDialogProps) {
  const { t } = useWords()
  const edit = verdict === 'edit'
  const kept = useKeptText(readingDrafts[verdict], suggestion, edit ? text : '')
  const why = useKeptText('readingEditWhy', suggestion)
  const written = kept.text.trim()
  const missing = edit ? written === '' || written === text.trim() : needsReason && written === ''
  const confirm = () => {
    if (!missing) onGiven(edit ? { reason: why.text.trim(), text: written } : { reason: written, text: '' })
  }
  const hint = t(needsReason && !edit ? 'referent.reading.needed' : 'referent.reading.optional')
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(titles[verdict])}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind="main" disabled={missing} keyHint="↵" onClick={confirm}>
            {t('referent.reading.confirm')}
          </Button>
        </>
      }
    >
      {edit ? (
        <>
          <TextArea
            serif
            label={t('referent.reading.editText')}
            value={kept.text}
            onChange={(event) => kept.change(event.target.value)}
            onKeyDown={confirmOnEnter(confirm)}
          />
          <TextArea
            label={t('referent.reading.why')}
            hint={t('referent.reading.optional')}
            rows={2}
            value={why.text}
            onChange={(event) => why.change(event.target.value)}
            onKeyDown={confirmOnEnter(confirm)}
          />
        </>
      ) : (
        <TextArea
          label={t('referent.reading.why')}
          hint={hint}
          value={kept.text}
          onChange={(event) => kept.change(event.target.value)}
          onKeyDown={confirmOnEnter(confirm)}
        />
      )}
    </Dialog>
  )
}
