// One key point: its words, its findings, its checks; edited in place. It must not know the queue around it.
import { useEffect, useRef, type ReactNode } from 'react'
import type { Check, Suggestion } from '../../../shared/domain/suggestion.ts'
import { ChipButton } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { useKeyboard } from '../../ui/use-keyboard.ts'
import { useWords } from '../../words/use-words.ts'
import { blockingOf, checksFor, isOpen, textOf } from './claim-rules.ts'
import { ClaimEditor } from './claim-editor.tsx'
import { setDraft, toggleTick, useDraft, useTicks } from './desk-store.ts'
import { Difference, Findings, FlaggedText } from './flagged-text.tsx'
import { StateNote } from './state-note.tsx'
import type { TextCheck } from './use-text-check.ts'
import styles from './review.module.css'

export interface ClaimCardProps {
  readonly claim: Suggestion
  readonly number: number
  readonly focused: boolean
  /** Lit because its evidence is pointed at. */
  readonly lit: boolean
  readonly editing: boolean
  /** Findings on the text shown: the machine's, or the draft's when this claim is focused. */
  readonly check: TextCheck
  readonly lang: string | null | undefined
  readonly onFocus: () => void
  readonly onLook: (looking: boolean) => void
  readonly onClose: () => void
}

/** The checks as chips with their digit, while that is a key; ticked one by one, by the person only. */
export function CheckChips({ id, checks, digits }: { id: string; checks: readonly Check[]; digits: boolean }) {
  const { t } = useWords()
  const ticked = useTicks(id)
  const { single } = useKeyboard()
  return (
    <div className={styles['checks']} role="group">
      {checks.map((check, index) => (
        <ChipButton
          key={check}
          pressed={ticked.includes(check)}
          title={t(`review.checkHelp.${check}`)}
          onClick={() => toggleTick(id, check)}
        >
          {digits && single && !ticked.includes(check) ? `${index + 1} ` : ''}
          {t(`check.${check}`)}
        </ChipButton>
      ))}
    </div>
  )
}

function DecidedChecks({ claim }: { claim: Suggestion }) {
  const { t } = useWords()
  return (
    <div className={styles['checks']}>
      {claim.decision?.checks.map((check) => (
        <span key={check} className={styles['quiet']}>
          ✓ {t(`check.${check}`)}
        </span>
      ))}
    </div>
  )
}

function ClaimText({ claim, draft, check }: { claim: Suggestion; draft: string | null; check: TextCheck }) {
  const { t } = useWords()
  const machine = claim.proposed && 'text' in claim.proposed ? claim.proposed.text : null
  const text = draft ?? textOf(claim)
  const done = claim.state === 'accepted' || claim.state === 'edited'
  return (
    <>
      <p
        className={classes(styles['claim'], done && styles['validated'], claim.state === 'rejected' && styles['refused'])}
        data-unvalidated={done ? undefined : ''}
      >
        <FlaggedText text={text} flags={done ? [] : check.flags} />
      </p>
      {draft !== null ? <p className={styles['note']}>{t('review.edit.yours')}</p> : null}
      {claim.state === 'edited' && machine !== null ? <Difference before={machine} after={text} /> : null}
      {draft !== null && draft !== textOf(claim) ? <Difference before={textOf(claim)} after={draft} /> : null}
    </>
  )
}

function Notes({ claim, check }: { claim: Suggestion; check: TextCheck }): ReactNode {
  const { t } = useWords()
  return (
    <>
      {isOpen(claim) ? <Findings flags={check.flags} /> : null}
      {check.verbatim && isOpen(claim) ? <p className={styles['note']}>{t('review.verbatim')}</p> : null}
      {claim.decision?.reason ? <p className={styles['note']}>{t('review.reasonGiven', { reason: claim.decision.reason })}</p> : null}
    </>
  )
}

/** The card of a claim. */
export function ClaimCard({ claim, number, focused, lit, editing, check: given, lang, onFocus, onLook, onClose }: ClaimCardProps) {
  const { t } = useWords()
  const card = useRef<HTMLLIElement>(null)
  const draft = useDraft(claim.id)
  // The person's text is examined when the claim has the focus: until then nothing is known of it.
  const check: TextCheck = draft !== null && !focused ? { state: 'done', flags: [], verbatim: false } : given
  const open = isOpen(claim)
  useEffect(() => {
    if (focused) card.current?.scrollIntoView({ block: 'nearest' })
  }, [focused])
  const bad = open && blockingOf(check.flags).length > 0
  return (
    <li
      ref={card}
      aria-current={focused ? 'true' : undefined}
      className={classes(styles['card'], bad && styles['bad'], focused && styles['on'], lit && styles['lit'])}
      onPointerUp={onFocus}
      onPointerEnter={() => onLook(true)}
      onPointerLeave={() => onLook(false)}
    >
      <div className={styles['cardHead']}>
        <button
          type="button"
          className={styles['number']}
          aria-label={t('review.number', { number })}
          onClick={onFocus}
          title={t('common.machineProposalBy', { engine: claim.engine })}
        >
          {number}
        </button>
        <StateNote suggestion={claim} />
      </div>
      {editing ? (
        <ClaimEditor
          machine={textOf(claim)}
          text={draft ?? textOf(claim)}
          check={check}
          lang={lang}
          onText={(text) => setDraft(claim.id, text === textOf(claim) ? null : text)}
          onClose={onClose}
        />
      ) : (
        <ClaimText claim={claim} draft={draft} check={check} />
      )}
      {editing ? null : <Notes claim={claim} check={check} />}
      {open ? <CheckChips id={claim.id} checks={checksFor(check.verbatim)} digits={focused} /> : <DecidedChecks claim={claim} />}
    </li>
  )
}
