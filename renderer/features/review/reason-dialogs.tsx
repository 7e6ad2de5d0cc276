// The three questions a decision on text may ask: why refuse, why override, why withdraw.
// They must not know how the decision is written; half-written answers are kept until it is.
import type { KeyboardEvent, ReactNode } from 'react'
import type { Flag } from '../../../shared/domain/suggestion.ts'
import { Button } from '../../ui/button.tsx'
import { ChipButton } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { confirmOnEnter } from '../../ui/key-confirm.ts'
import { useKeptText } from '../../ui/use-kept-text.ts'
import { useWords } from '../../words/use-words.ts'
import { findingsOf, overrideLength } from './claim-rules.ts'
import { Findings } from './flagged-text.tsx'
import styles from './review.module.css'

export interface ReasonDialogProps {
  readonly id: string
  readonly onClose: () => void
  readonly onReason: (reason: string) => void
}

const chipNames = ['wrong', 'unsupported', 'secondary', 'repeated', 'vague', 'style'] as const

interface RefusalChipsProps {
  readonly chips: readonly string[]
  readonly chosen: readonly string[]
  readonly onToggle: (chip: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The usual reasons, with their digit until chosen. */
function RefusalChips({ chips, chosen, onToggle, onKeyDown }: RefusalChipsProps) {
  const { t } = useWords()
  return (
    <div className={styles['checks']} role="group" aria-label={t('review.refuse.why')}>
      {chips.map((chip, index) => (
        <ChipButton
          key={chip}
          data-first={index === 0 || undefined}
          pressed={chosen.includes(chip)}
          onClick={() => onToggle(chip)}
          onKeyDown={onKeyDown}
        >
          {chosen.includes(chip) ? '' : `${index + 1} `}
          {chip}
        </ChipButton>
      ))}
    </div>
  )
}

/** The reasons offered: the fact-lock's own findings, then the usual ones. */
function useRefusals(flags: readonly Flag[]): string[] {
  const { t } = useWords()
  return [
    ...new Set([...findingsOf(flags).map((flag) => t(`flag.${flag.code}`)), ...chipNames.map((name) => t(`review.refuse.chips.${name}`))]),
  ]
}

/** Chips first (digits choose them), then free words; Enter refuses. */
export function RefuseDialog({ id, flags, onClose, onReason }: ReasonDialogProps & { readonly flags: readonly Flag[] }) {
  const { t } = useWords()
  const kept = useKeptText('refuse', id)
  const keptChips = useKeptText('refuseChips', id)
  const chips = useRefusals(flags)
  const before = keptChips.text.split('\n')
  const chosen = chips.filter((chip) => before.includes(chip))
  const reason = [...chosen, kept.text.trim()].filter(Boolean).join(' · ')
  const toggle = (chip: string) => {
    const next = chosen.includes(chip) ? chosen.filter((one) => one !== chip) : [...chosen, chip]
    keptChips.change(next.join('\n'))
  }
  const confirm = () => {
    if (reason === '') return
    kept.clear()
    keptChips.clear()
    onReason(reason)
  }
  const press = (event: KeyboardEvent) => {
    // With nothing said yet, Enter chooses the chip it stands on.
    if (reason !== '') confirmOnEnter(confirm)(event)
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
      <div className={styles['editor']}>
        <RefusalChips chips={chips} chosen={chosen} onToggle={toggle} onKeyDown={press} />
        <TextArea
          label={t('review.refuse.free')}
          rows={2}
          value={kept.text}
          onKeyDown={press}
          onChange={(event) => kept.change(event.target.value)}
        />
        {reason === '' ? <p className={styles['note']}>{t('review.refuse.needed')}</p> : null}
      </div>
    </Dialog>
  )
}

type ReasonWindowProps = {
  readonly about: 'override' | 'withdraw'
  readonly kept: ReturnType<typeof useKeptText>
  readonly missing: boolean
  readonly onClose: () => void
  readonly onReason: (reason: string) => void
  readonly label: string
  readonly hint?: string | undefined
  /** Above the question. */
  readonly children?: ReactNode
}

/** One window that asks a reason; what was typed is kept until it is given. Enter gives it. */
function ReasonWindow({ about, kept, missing, onClose, onReason, label, hint, children }: ReasonWindowProps) {
  const { t } = useWords()
  const confirm = () => {
    if (missing) return
    kept.clear()
    onReason(kept.text.trim())
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`review.${about}.title`)}
      description={t(`review.${about}.intro`)}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('review.refuse.cancel')}
          </Button>
          <Button kind={about === 'withdraw' ? 'danger' : 'main'} disabled={missing} keyHint="↵" onClick={confirm}>
            {t(`review.${about}.confirm`)}
          </Button>
        </>
      }
    >
      {children}
      <TextArea
        label={label}
        hint={hint}
        value={kept.text}
        onKeyDown={confirmOnEnter(confirm)}
        onChange={(event) => kept.change(event.target.value)}
      />
    </Dialog>
  )
}

/** Why a text with findings is right all the same: at least 15 characters. */
export function OverrideDialog({ id, flags, onClose, onReason }: ReasonDialogProps & { readonly flags: readonly Flag[] }) {
  const { t } = useWords()
  const kept = useKeptText('override', id)
  const left = overrideLength - kept.text.trim().length
  return (
    <ReasonWindow
      about="override"
      kept={kept}
      missing={left > 0}
      onClose={onClose}
      onReason={onReason}
      label={t('review.override.label')}
      hint={left > 0 ? t('review.override.left', { count: left }) : t('review.override.note')}
    >
      <Findings flags={flags} />
    </ReasonWindow>
  )
}

/** Why an output that has left is withdrawn. */
export function WithdrawDialog({ id, onClose, onReason }: ReasonDialogProps) {
  const { t } = useWords()
  const kept = useKeptText('withdraw', id)
  return (
    <ReasonWindow
      about="withdraw"
      kept={kept}
      missing={kept.text.trim() === ''}
      onClose={onClose}
      onReason={onReason}
      label={t('review.withdraw.label')}
    />
  )
}
