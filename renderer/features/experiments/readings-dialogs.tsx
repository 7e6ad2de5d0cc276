// What a second reading may ask: a reason, or the words that should stand. They must not know how it is written.
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { useWords } from '../../words/use-words.ts'

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

/** Enter confirms, Shift-Enter is a new line. */
const onEnter = (confirm: () => void) => (event: { key: string; shiftKey: boolean; preventDefault: () => void }) => {
  if (event.key !== 'Enter' || event.shiftKey) return
  event.preventDefault()
  confirm()
}

const titles = {
  edit: 'referent.reading.editTitle',
  reject: 'referent.reading.whyReject',
  unsure: 'referent.reading.whyUnsure',
} as const

/** One window for the three; half-written words survive a reload. */
export function ReadingDialog({ verdict, suggestion, text, needsReason, onClose, onGiven }: ReadingDialogProps) {
  const { t } = useWords()
  const [kept, keep] = useRemembered<string>(`readings.${verdict}.${suggestion}`, verdict === 'edit' ? text : '')
  const [why, setWhy] = useState('')
  const edit = verdict === 'edit'
  const missing = edit ? kept.trim() === '' || kept.trim() === text.trim() : needsReason && kept.trim() === ''
  const confirm = () => {
    if (!missing) onGiven(edit ? { reason: why, text: kept.trim() } : { reason: kept.trim(), text: '' })
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
          <Button kind="main" disabled={missing} onClick={confirm}>
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
            value={kept}
            onChange={(event) => keep(event.target.value)}
            onKeyDown={onEnter(confirm)}
          />
          <TextArea
            label={t('referent.reading.why')}
            hint={t('referent.reading.optional')}
            rows={2}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            onKeyDown={onEnter(confirm)}
          />
        </>
      ) : (
        <TextArea
          label={t('referent.reading.why')}
          hint={hint}
          value={kept}
          onChange={(event) => keep(event.target.value)}
          onKeyDown={onEnter(confirm)}
        />
      )}
    </Dialog>
  )
}
