// Labelled inputs: one line, many lines, a choice, a tick. They must not know what is asked.
import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'

interface FieldFrame {
  readonly label: string
  /** One quiet sentence under the input. */
  readonly hint?: string | undefined
  /** What is wrong with the value; marks the input invalid. */
  readonly problem?: string | undefined
  /** Hides the label from sight, not from a screen reader. */
  readonly labelHidden?: boolean
}

interface FrameProps extends FieldFrame {
  readonly id: string
  readonly children: ReactNode
}

function Frame({ id, label, hint, problem, labelHidden = false, children }: FrameProps) {
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={labelHidden ? 'unseen' : styles['label']}>
        {label}
      </label>
      {children}
      {problem ? (
        <p id={`${id}-note`} className={styles['problem']} role="alert">
          {problem}
        </p>
      ) : hint ? (
        <p id={`${id}-note`} className={styles['hint']}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

const quiet = { autoComplete: 'off', spellCheck: false, translate: 'no' } as const

function described(id: string, frame: FieldFrame) {
  return { 'aria-describedby': frame.problem || frame.hint ? `${id}-note` : undefined, 'aria-invalid': frame.problem ? true : undefined }
}

export interface FieldProps extends FieldFrame, Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  readonly ref?: Ref<HTMLInputElement>
}

/** One line of text (or a date, a number: `type`). */
export function Field({ label, hint, problem, labelHidden = false, className, ...rest }: FieldProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} problem={problem} labelHidden={labelHidden}>
      <input {...quiet} {...rest} {...described(id, { label, hint, problem })} id={id} className={classes(styles['input'], className)} />
    </Frame>
  )
}

export interface TextAreaProps extends FieldFrame, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> {
  readonly ref?: Ref<HTMLTextAreaElement>
  /** Set like an article rather than like a form. */
  readonly serif?: boolean
}

/** Many lines of text. */
export function TextArea({ label, hint, problem, labelHidden = false, serif = false, className, ...rest }: TextAreaProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} problem={problem} labelHidden={labelHidden}>
      <textarea
        rows={3}
        {...quiet}
        {...rest}
        {...described(id, { label, hint, problem })}
        id={id}
        className={classes(styles['input'], styles['area'], serif && styles['serif'], className)}
      />
    </Frame>
  )
}

export interface SelectProps<T extends string>
  extends FieldFrame, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'onChange' | 'value'> {
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

/** One of a few values, as the platform's own list. */
export function Select<T extends string>({
  label,
  hint,
  problem,
  labelHidden = false,
  options,
  onChange,
  value,
  className,
  ...rest
}: SelectProps<T>) {
  const id = useId()
  const choose = (text: string) => {
    const chosen = options.find((option) => option.value === text)
    if (chosen) onChange(chosen.value)
  }
  return (
    <Frame id={id} label={label} hint={hint} problem={problem} labelHidden={labelHidden}>
      <select
        {...rest}
        {...described(id, { label, hint, problem })}
        id={id}
        value={value}
        onChange={(event) => choose(event.target.value)}
        className={classes(styles['input'], styles['select'], className)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

export interface TickProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'> {
  readonly label: ReactNode
  readonly hint?: string | undefined
  /** `radio` when only one of a group of the same `name` may be set. */
  readonly type?: 'checkbox' | 'radio'
}

/** A tick box or a radio with its sentence. */
export function Tick({ label, hint, type = 'checkbox', className, ...rest }: TickProps) {
  const id = useId()
  return (
    <div className={classes(styles['tick'], className)}>
      <input {...rest} type={type} id={id} aria-describedby={hint ? `${id}-note` : undefined} />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-note`} className={styles['hint']}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
