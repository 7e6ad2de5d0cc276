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

/** The window `R` opens; Enter refuses. */
export function RefuseCommentDialog({ id, clauses, quoted, onClose, onRefuse }: RefuseCommentDialogProps) {
  const { t } = useWords()
  const ordered = orderClauses(clauses, quoted)
  const [clause, setClause] = useState<string | null>(ordered.find((one) => quoted.includes(one.id))?.id ?? null)
  const [typed, setTyped] = useState(() => readDraft('publicReason', id))
  const [note, setNote] = useState(() => readDraft('note', id) ?? '')
  const publicReason = typed ?? clauses.find((one) => one.id === clause)?.reason ?? ''
  const ready = clause !== null || publicReason.trim() !== ''
  const confirm = () => {
    if (!ready) return
    keepDraft('publicReason', id, null)
    keepDraft('note', id, null)
    onRefuse({ ...(clause === null ? {} : { clause }), publicReason: publicReason.trim(), note: note.trim() })
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
      <div className={styles['editor']} onKeyDown={press}>
        {clauses.length === 0 ? <p className={styles['note']}>{t('review.refuseComment.noCharter')}</p> : null}
        <fieldset className={styles['clauses']}>
          <legend className={styles['legend']}>{t('review.refuseComment.clause')}</legend>
          {ordered.map((one, index) => (
            <Tick
              key={one.id}
              type="radio"
              name="clause"
              autoFocus={index === 0}
              label={quoted.includes(one.id) ? `${one.title} (${t('review.refuseComment.quoted')})` : one.title}
              checked={clause === one.id}
              onChange={() => setClause(one.id)}
            />
          ))}
        </fieldset>
        <TextArea
          label={t('review.refuseComment.publicReason')}
          value={publicReason}
          autoFocus={clauses.length === 0}
          onChange={(event) => {
            setTyped(event.target.value)
            keepDraft('publicReason', id, event.target.value)
          }}
        />
        <TextArea
          label={t('review.refuseComment.note')}
          rows={2}
          value={note}
          onChange={(event) => {
            setNote(event.target.value)
            keepDraft('note', id, event.target.value)
          }}
        />
      </div>
    </Dialog>
  )
}
