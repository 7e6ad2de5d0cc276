// Why a comment is refused: the clause (the quoted one first), the reason to its author, a note for the desk.
// It must not know how the decision is written.
import { useState, type KeyboardEvent } from 'react'
import type { CharterClause } from '../../../shared/domain/comment.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea, Tick } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { orderClauses } from './comment-rules.ts'
import { keepDraft, readDraft } from './drafts.ts'
import { useKeptText } from './use-kept-text.ts'
import styles from './review.module.css'

export type Refusal = { clause?: string; publicReason: string; note: string }

export interface RefuseCommentDialogProps {
  readonly id: string
  readonly clauses: readonly CharterClause[]
  /** Clauses the machine quotes, when its opinion may be seen. */
  readonly quoted: readonly string[]
  readonly onClose: () => void
  readonly onRefuse: (refusal: Refusal) => void
}

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
    <fieldset className={styles['clauses']}>
      <legend className={styles['legend']}>{t('review.refuseComment.clause')}</legend>
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

/** The window `R` opens; Enter refuses. */
export function RefuseCommentDialog({ id, clauses, quoted, onClose, onRefuse }: RefuseCommentDialogProps) {
  const { t } = useWords()
  const [clause, setClause] = useState<string | null>(orderClauses(clauses, quoted).find((one) => quoted.includes(one.id))?.id ?? null)
  const [typed, setTyped] = useState(() => readDraft('publicReason', id))
  const note = useKeptText('note', id)
  const publicReason = typed ?? clauses.find((one) => one.id === clause)?.reason ?? ''
  const ready = clause !== null || publicReason.trim() !== ''
  const confirm = () => {
    if (!ready) return
    keepDraft('publicReason', id, null)
    note.clear()
    onRefuse({ ...(clause === null ? {} : { clause }), publicReason: publicReason.trim(), note: note.text.trim() })
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
      title={t('review.refuseComment.title')}
      description={t('review.comment.toolNote')}
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
      <div className={styles['editor']}>
        {clauses.length === 0 ? <p className={styles['note']}>{t('review.refuseComment.noCharter')}</p> : null}
        <ClauseChoice clauses={clauses} quoted={quoted} clause={clause} onClause={setClause} onKeyDown={press} />
        <TextArea
          label={t('review.refuseComment.publicReason')}
          value={publicReason}
          onKeyDown={press}
          onChange={(event) => {
            setTyped(event.target.value)
            keepDraft('publicReason', id, event.target.value)
          }}
        />
        <TextArea
          label={t('review.refuseComment.note')}
          rows={2}
          value={note.text}
          onKeyDown={press}
          onChange={(event) => note.change(event.target.value)}
        />
      </div>
    </Dialog>
  )
}
