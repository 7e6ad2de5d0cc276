// The three questions a decision on text may ask: why refuse, why override, why withdraw.
// They must not know how the decision is written; half-written answers are kept until it is.
import { useState, type KeyboardEvent } from 'react'
import type { Flag } from '../../../shared/domain/suggestion.ts'
import { Button } from '../../ui/button.tsx'
import { ChipButton } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { findingsOf, overrideLength } from './claim-rules.ts'
import { keepDraft, readDraft, type DraftKind } from './drafts.ts'
import { Findings } from './flagged-text.tsx'
import styles from './review.module.css'

/** A text kept under a suggestion's id until `clear`. */
export function useKeptText(kind: DraftKind, id: string) {
  const [text, setText] = useState(() => readDraft(kind, id) ?? '')
  const change = (next: string) => {
    setText(next)
    keepDraft(kind, id, next)
  }
  return { text, change, clear: () => keepDraft(kind, id, null) }
}

export interface ReasonDialogProps {
  readonly id: string
  readonly onClose: () => void
  readonly onReason: (reason: string) => void
}

const chipNames = ['wrong', 'unsupported', 'secondary', 'repeated', 'vague', 'style'] as const

/** Chips first (digits choose them), then free words; Enter refuses. */
export function RefuseDialog({ id, flags, onClose, onReason }: ReasonDialogProps & { readonly flags: readonly Flag[] }) {
  const { t } = useWords()
  const kept = useKeptText('refuse', id)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const chips = [
    ...new Set([...findingsOf(flags).map((flag) => t(`flag.${flag.code}`)), ...chipNames.map((name) => t(`review.refuse.chips.${name}`))]),
  ]
  const reason = [...chosen, kept.text.trim()].filter(Boolean).join(' · ')
  const toggle = (chip: string) => setChosen((before) => (before.includes(chip) ? before.filter((one) => one !== chip) : [...before, chip]))
  const confirm = () => {
    if (reason === '') return
    kept.clear()
    onReason(reason)
  }
  const press = (event: KeyboardEvent) => {
    if (event.code === 'Enter' && !event.shiftKey && !event.repeat && reason !== '') {
      event.preventDefault()
      confirm()
      return
    }
    const typing = event.target instanceof HTMLTextAreaElement
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    const chip = digit === undefined || typing || event.repeat ? undefined : chips[Number(digit) - 1]
    if (chip === undefined) return
    event.preventDefault()
    toggle(chip)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('review.refuse.title')}
      description={t('review.refuse.why')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('review.refuse.cancel')}
          </Button>
          <Button kind="danger" disabled={reason === ''} keyHint="↵" onClick={confirm}>
            {t('review.refuse.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles['editor']} onKeyDown={press}>
        <div className={styles['checks']} role="group" aria-label={t('review.refuse.why')}>
          {chips.map((chip, index) => (
            <ChipButton key={chip} autoFocus={index === 0} pressed={chosen.includes(chip)} onClick={() => toggle(chip)}>
              {chosen.includes(chip) ? '' : `${index + 1} `}
              {chip}
            </ChipButton>
          ))}
        </div>
        <TextArea label={t('review.refuse.free')} rows={2} value={kept.text} onChange={(event) => kept.change(event.target.value)} />
        {reason === '' ? <p className={styles['note']}>{t('review.refuse.needed')}</p> : null}
      </div>
    </Dialog>
  )
}

/** Why a text with findings is right all the same: at least 15 characters. */
export function OverrideDialog({ id, flags, onClose, onReason }: ReasonDialogProps & { readonly flags: readonly Flag[] }) {
  const { t } = useWords()
  const kept = useKeptText('override', id)
  const left = overrideLength - kept.text.trim().length
  const confirm = () => {
    const reason = kept.text.trim()
    kept.clear()
    onReason(reason)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('review.override.title')}
      description={t('review.override.intro')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('review.refuse.cancel')}
          </Button>
          <Button kind="main" disabled={left > 0} onClick={confirm}>
            {t('review.override.confirm')}
          </Button>
        </>
      }
    >
      <Findings flags={flags} />
      <TextArea
        label={t('review.override.label')}
        hint={left > 0 ? t('review.override.left', { count: left }) : t('review.override.note')}
        autoFocus
        value={kept.text}
        onChange={(event) => kept.change(event.target.value)}
      />
    </Dialog>
  )
}

/** Why an output that has left is withdrawn. */
export function WithdrawDialog({ id, onClose, onReason }: ReasonDialogProps) {
  const { t } = useWords()
  const kept = useKeptText('withdraw', id)
  const confirm = () => {
    const reason = kept.text.trim()
    kept.clear()
    onReason(reason)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('review.withdraw.title')}
      description={t('review.withdraw.intro')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('review.refuse.cancel')}
          </Button>
          <Button kind="danger" disabled={kept.text.trim() === ''} onClick={confirm}>
            {t('review.withdraw.confirm')}
          </Button>
        </>
      }
    >
      <TextArea label={t('review.withdraw.label')} autoFocus value={kept.text} onChange={(event) => kept.change(event.target.value)} />
    </Dialog>
  )
}
