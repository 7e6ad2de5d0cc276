// The fields of one article, for pasting it and for correcting it. It must not know where articles live nor save them;
// its words and the choice of rights are handed in.
import { useEffect, useId, useRef } from 'react'
import { DateField } from './date-field.tsx'
import { Field, Select, TextArea, Tick } from './field.tsx'
import styles from './article-form.module.css'

/** An article while a person writes in it. `Rights`: whose it is, as the caller names it. */
export interface ArticleDraft<Rights extends string> {
  readonly title: string
  readonly body: string
  /** `YYYY-MM-DD`, a stored date that begins so, or empty. */
  readonly date: string
  readonly section: string
  readonly rights: Rights
  readonly aiUse: boolean
}

export interface ArticleFormWords {
  readonly title: string
  readonly date: string
  readonly datePlaceholder: string
  readonly notADay: string
  readonly section: string
  readonly body: string
  readonly bodyHint: string
  readonly rights: string
  readonly ai: string
  readonly aiYes: string
  readonly aiNo: string
  /** Said where the article is not the newsroom's own. */
  readonly aiHint: string
}

export interface ArticleFormProps<Rights extends string> {
  readonly draft: ArticleDraft<Rights>
  readonly onChange: (draft: ArticleDraft<Rights>) => void
  readonly rights: readonly { readonly value: Rights; readonly label: string }[]
  /** The rights under which AI may work unless somebody says otherwise. */
  readonly own: Rights
  readonly words: ArticleFormWords
  /** Lines of the text's field. */
  readonly rows?: number
}

/** Title, date, section, text, rights, use of AI. Other people's texts may not be worked on unless somebody says so. */
export function ArticleForm<Rights extends string>({ draft, onChange, rights, own, words, rows = 9 }: ArticleFormProps<Rights>) {
  const title = useRef<HTMLInputElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <>
      <Field ref={title} label={words.title} value={draft.title} onChange={(event) => onChange({ ...draft, title: event.target.value })} />
      <div className={styles['pair']}>
        <DateField
          label={words.date}
          edge="day"
          placeholder={words.datePlaceholder}
          notADate={words.notADay}
          value={draft.date}
          onChange={(date) => onChange({ ...draft, date })}
        />
        <Field label={words.section} value={draft.section} onChange={(event) => onChange({ ...draft, section: event.target.value })} />
      </div>
      <TextArea
        label={words.body}
        hint={words.bodyHint}
        rows={rows}
        serif
        value={draft.body}
        onChange={(event) => onChange({ ...draft, body: event.target.value })}
      />
      <div className={styles['pair']}>
        <Select
          label={words.rights}
          value={draft.rights}
          options={rights}
          onChange={(value) => onChange({ ...draft, rights: value, aiUse: value === own })}
        />
        <AiUse
          aiUse={draft.aiUse}
          hint={draft.rights === own ? undefined : words.aiHint}
          words={words}
          onChange={(aiUse) => onChange({ ...draft, aiUse })}
        />
      </div>
    </>
  )
}

interface AiUseProps {
  readonly aiUse: boolean
  readonly hint: string | undefined
  readonly words: ArticleFormWords
  readonly onChange: (aiUse: boolean) => void
}

function AiUse({ aiUse, hint, words, onChange }: AiUseProps) {
  const name = useId()
  return (
    <fieldset className={styles['choice']}>
      <legend>{words.ai}</legend>
      <Tick type="radio" name={name} label={words.aiYes} checked={aiUse} onChange={() => onChange(true)} />
      <Tick type="radio" name={name} label={words.aiNo} hint={hint} checked={!aiUse} onChange={() => onChange(false)} />
    </fieldset>
  )
}
