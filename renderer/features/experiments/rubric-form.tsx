// The five questions of the EBU/BBC form on one article, by keyboard or by hand.
// It must not know where the article came from, nor the other forms.
import { useEffect, useRef } from 'react'
import {
  rubricAxes,
  rubricLevels,
  type RubricAxis,
  type RubricItem,
  type RubricLevel,
  type RubricScores,
} from '../../../shared/domain/rubric.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Field, Tick } from '../../ui/field.tsx'
import { slotLabels } from '../../ui/key-map.ts'
import { useKeyboard, useKeyLabel } from '../../ui/use-keyboard.ts'
import { useActionKeys } from '../../ui/use-keys.ts'
import { useWords } from '../../words/use-words.ts'
import { useRubricDraft, type RubricDraft } from './use-rubric-draft.ts'
import styles from './blind.module.css'

export interface RubricFormProps {
  readonly experiment: string
  readonly item: RubricItem
  readonly busy: boolean
  readonly onSave: (scores: RubricScores) => Promise<boolean>
  readonly onWithdraw: () => void
}

interface QuestionProps {
  readonly axis: RubricAxis
  readonly answer: RubricDraft[RubricAxis]
  readonly looked: boolean
  readonly onLook: () => void
  readonly onAnswer: (level: RubricLevel) => void
  readonly onNote: (note: string) => void
}

function Question({ axis, answer, looked, onLook, onAnswer, onNote }: QuestionProps) {
  const { t } = useWords()
  const digits = slotLabels('rubric.slot', useKeyboard())
  return (
    <fieldset className={classes(styles['axis'], looked && styles['looked'])}>
      <legend>{t(`rubric.axis.${axis}`)}</legend>
      <p className={styles['quiet']}>{t(`rubric.question.${axis}`)}</p>
      <div className={styles['levels']}>
        {rubricLevels.map((level, place) => (
          <Tick
            key={level}
            type="radio"
            name={`rubric-${axis}`}
            label={[digits[place], t(`rubric.level.${level}`)].filter(Boolean).join('. ')}
            checked={answer?.level === level}
            onFocus={onLook}
            onChange={() => onAnswer(level)}
          />
        ))}
      </div>
      {looked || answer?.note ? (
        <Field
          data-axis={axis}
          label={t('rubric.note', { axis: t(`rubric.axis.${axis}`) })}
          labelHidden
          placeholder={t('rubric.noteHint')}
          value={answer?.note ?? ''}
          onFocus={onLook}
          onChange={(event) => onNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' && event.key !== 'Enter') return
            event.preventDefault()
            event.currentTarget.blur()
          }}
        />
      ) : null}
    </fieldset>
  )
}

/** The form. Its parent gives it a `key` by article. */
export function RubricForm({ experiment, item, busy, onSave, onWithdraw }: RubricFormProps) {
  const { t } = useWords()
  const keyOf = useKeyLabel()
  const form = useRef<HTMLFormElement>(null)
  const { draft, at, goTo, left, scores, note, answer, forget } = useRubricDraft(experiment, item)
  const axis = rubricAxes[at] ?? 'accuracy'
  useEffect(() => {
    form.current?.querySelectorAll('fieldset')[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const save = async () => {
    if (scores && !busy && (await onSave(scores))) forget()
  }
  // A key held down must not answer questions nobody has read.
  const once = (act: () => void) => (event: KeyboardEvent) => (event.repeat ? undefined : act())
  useActionKeys('rubric', {
    slot: (place, event) => {
      const level = rubricLevels[place]
      if (level && !event.repeat) answer(axis, level)
    },
    act: {
      'rubric.back': once(() => goTo(Math.max(0, at - 1))),
      'rubric.note': () => form.current?.querySelector<HTMLInputElement>(`[data-axis=${axis}]`)?.focus(),
      'rubric.save': once(() => void save()),
      // With no form to take back, the key is left to the frame: it undoes what was done last.
      ...(item.form ? { undo: once(onWithdraw) } : {}),
    },
  })
  return (
    <form
      ref={form}
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {rubricAxes.map((one, index) => (
        <Question
          key={one}
          axis={one}
          answer={draft[one]}
          looked={index === at}
          onLook={() => goTo(index)}
          onAnswer={(level) => answer(one, level)}
          onNote={(text) => note(one, text)}
        />
      ))}
      <div className={styles['actions']}>
        {left > 0 ? <span className={styles['quiet']}>{t('rubric.left', { count: left })}</span> : null}
        {item.form ? (
          <Button kind="quiet" keyHint={keyOf('undo')} busy={busy} onClick={onWithdraw}>
            {t('rubric.withdraw')}
          </Button>
        ) : null}
        <Button kind="main" type="submit" keyHint={keyOf('rubric.save')} disabled={scores === null} busy={busy}>
          {t(item.form ? 'rubric.saveAgain' : 'rubric.save')}
        </Button>
      </div>
    </form>
  )
}
