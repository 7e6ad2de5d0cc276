// Why a comment is refused: the clause (the quoted one first), the letter to its author, a note for the desk.
// It must not know how the decision is written.
import type { KeyboardEvent } from 'react'
import type { CharterClause } from '../../../shared/domain/comment.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select, TextArea, Tick } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { orderClauses, quotedClauses } from './comment-rules.ts'
import { useRefusal, type Refusal, type RefusalAbout } from './use-refusal.ts'
import styles from './refuse-comment-dialog.module.css'
import shared from './review.module.css'

export interface RefuseCommentDialogProps extends RefusalAbout {
  /** The comment is still blurred, and so is the letter that quotes it. */
  readonly blurred: boolean
  readonly onReveal: () => void
  readonly onClose: () => void
  readonly onRefuse: (refusal: Refusal) => void
}

type RefusalState = ReturnType<typeof useRefusal>

interface ClauseChoiceProps {
  readonly clauses: readonly CharterClause[]
  readonly quoted: readonly string[]
  readonly clause: string | null
  readonly onClause: (clause: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The charter, its quoted clauses first; the first has the focus, so that Enter alone refuses. */
function ClauseChoice({ clauses, quoted, clause, onClause, onKeyDown }: ClauseChoiceProps) {
  const { t } = useWords()
  return (
    <fieldset className={shared['clauses']}>
      <legend className={shared['legend']}>{t('review.refuseComment.clause')}</legend>
      {orderClauses(clauses, quoted).map((one, index) => (
        <Tick
          key={one.id}
          type="radio"
          name="clause"
          data-first={index === 0 || undefined}
          label={quoted.includes(one.id) ? `${one.title} (${t('review.refuseComment.quoted')})` : one.title}
          checked={clause === one.id}
          onChange={() => onClause(one.id)}
          onKeyDown={onKeyDown}
        />
      ))}
    </fieldset>
  )
}

/** Notice or own initiative, and the law when it is invoked. */
function Grounds({ choices, choose, usualLaw }: Pick<RefusalState, 'choices' | 'choose' | 'usualLaw'>) {
  const { t } = useWords()
  return (
    <div className={styles['grounds']}>
      <Tick
        label={t('statement.window.notice')}
        checked={choices.noticed === 'notice'}
        onChange={(event) => choose({ noticed: event.target.checked ? 'notice' : 'own' })}
      />
      {usualLaw === null && choices.law === '' ? null : (
        <Tick
          label={t('statement.window.invokeLaw')}
          checked={choices.law !== ''}
          onChange={(event) => choose({ law: event.target.checked && usualLaw !== null ? t(usualLaw) : '' })}
        />
      )}
      {choices.law === '' ? null : (
        <Field
          label={t('statement.window.law')}
          hint={t('statement.window.lawHint')}
          value={choices.law}
          onChange={(event) => choose({ law: event.target.value })}
        />
      )}
    </div>
  )
}

interface LetterProps {
  readonly refusal: RefusalState
  readonly blurred: boolean
  readonly onReveal: () => void
  readonly onConfirm: () => void
}

/** The letter, following the choices until somebody types in it. */
function Letter({ refusal, blurred, onReveal, onConfirm }: LetterProps) {
  const { t } = useWords()
  const { letter, own, choices, choose, type, clause } = refusal
  const quotes = blurred && letter !== ''
  const hint = letter === '' && clause === null ? t('statement.window.chooseFirst') : t('statement.window.keys')
  return (
    <div className={styles['letter']}>
      <TextArea
        label={t('review.refuseComment.publicReason')}
        hint={own ? t('statement.window.yours') : hint}
        serif
        className={quotes ? styles['blurred'] : styles['paper']}
        value={letter}
        readOnly={quotes}
        aria-hidden={quotes || undefined}
        tabIndex={quotes ? -1 : undefined}
        onKeyDown={(event) => {
          if (event.code !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
          event.preventDefault()
          onConfirm()
        }}
        onChange={(event) => type(event.target.value)}
      />
      <div className={styles['tools']}>
        {quotes ? (
          <>
            <span className={shared['quiet']}>{t('statement.window.blurred')}</span>
            <Button size="small" onClick={onReveal}>
              {t('statement.window.reveal')}
            </Button>
          </>
        ) : null}
        {own ? (
          <Button size="small" kind="quiet" onClick={() => type(null)}>
            {t('statement.window.again')}
          </Button>
        ) : null}
        <Select
          label={t('statement.window.language')}
          labelHidden
          value={choices.lang}
          options={[
            { value: 'fr', label: t('statement.window.fr') },
            { value: 'en', label: t('statement.window.en') },
          ]}
          onChange={(lang) => choose({ lang })}
        />
      </div>
    </div>
  )
}

/** The window `R` opens; Enter refuses. */
export function RefuseCommentDialog(props: RefuseCommentDialogProps) {
  const { charter, seen, blurred, onReveal, onClose, onRefuse } = props
  const { t } = useWords()
  const refusal = useRefusal(props)
  const { choices, choose, note, ready } = refusal
  const clauses = charter?.clauses ?? []
  const confirm = () => {
    if (ready) onRefuse(refusal.refusal())
  }
  const press = (event: KeyboardEvent) => {
    if (event.code !== 'Enter' || event.shiftKey || event.repeat || event.nativeEvent.isComposing) return
    event.preventDefault()
    confirm()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={t('review.refuseComment.title')}
      description={t('statement.window.hint')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('review.refuse.cancel')}
          </Button>
          <Button kind="danger" disabled={!ready} keyHint="↵" onClick={confirm}>
            {t('review.refuseComment.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['why']}>
          {clauses.length === 0 ? <p className={shared['note']}>{t('review.refuseComment.noCharter')}</p> : null}
          <ClauseChoice
            clauses={clauses}
            quoted={quotedClauses(seen)}
            clause={choices.clause}
            onClause={(clause) => choose({ clause, law: '' })}
            onKeyDown={press}
          />
          <Grounds {...refusal} />
          <TextArea
            label={t('review.refuseComment.note')}
            rows={2}
            value={note.text}
            onKeyDown={press}
            onChange={(event) => note.change(event.target.value)}
          />
        </div>
        <Letter refusal={refusal} blurred={blurred} onReveal={onReveal} onConfirm={confirm} />
      </div>
    </Dialog>
  )
}
