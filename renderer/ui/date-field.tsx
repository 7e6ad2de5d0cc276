// A date typed as text, day/month/year in every browser. It must not know what the date is for; its words are handed in.
import { useState } from 'react'
import { Field } from './field.tsx'
import { parseDates, showDay, type Span } from './parse-dates.ts'

export interface DateFieldProps {
  readonly label: string
  /** `YYYY-MM-DD`, or a stored date that begins so; empty for none. */
  readonly value: string
  /** A day, or empty. `span` is what was typed when that was a month or a year. */
  readonly onChange: (day: string, span: Span | null) => void
  /** Which day a month or a year means: its first, its last, or none: only a whole day is taken. */
  readonly edge: 'first' | 'last' | 'day'
  readonly placeholder: string
  /** What is said of a text that is no date (`Écrivez 05/03/2024, mars 2024 ou 2024.`). */
  readonly notADate: string
  readonly hint?: string | undefined
}

/** What a typed text gives: the day, `''` for an emptied field, null when it cannot be taken. */
export function readTyped(text: string, edge: DateFieldProps['edge']): { readonly day: string; readonly span: Span | null } | null {
  if (text.trim() === '') return { day: '', span: null }
  const span = parseDates(text)
  if (span === null) return null
  if (span.from === span.to) return { day: span.from, span: null }
  return edge === 'day' ? null : { day: edge === 'first' ? span.from : span.to, span }
}

/** One date. Taken when the field is left or on Enter; a text that is no date stays, with what is wrong. */
export function DateField({ label, value, onChange, edge, placeholder, notADate, hint }: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  // The value was changed from elsewhere (a filter removed, another article): what was typed before no longer counts.
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setTyped(null)
    setWrong(false)
  }
  const take = () => {
    if (typed === null) return
    const read = readTyped(typed, edge)
    setWrong(read === null)
    if (read === null) return
    setTyped(null)
    // The stored text may hold an hour and a zone that this field does not show: untouched, it stays.
    if (showDay(read.day) !== showDay(value)) onChange(read.day, read.span)
  }
  return (
    <Field
      label={label}
      inputMode="text"
      placeholder={placeholder}
      hint={hint}
      problem={wrong ? notADate : undefined}
      value={typed ?? showDay(value)}
      onChange={(event) => {
        setTyped(event.target.value)
        setWrong(false)
        if (event.target.value === '' && value !== '') onChange('', null)
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}
