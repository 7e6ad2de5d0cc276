// The other names of a tag in one language: a chip each, and a line that adds. It must not know the rest of the form.
import { useRef, type KeyboardEvent } from 'react'
import { Button } from '../../ui/button.tsx'
import { ChipButton } from '../../ui/chip.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { typedAlternate, withAlternate, withoutAlternate, wholeAlternates } from './concept-draft.ts'
import styles from './vocabulary.module.css'

export interface AlternateChipsProps {
  readonly label: string
  readonly lang: string | undefined
  readonly hint?: string | undefined
  /** One name a line; what follows the last line end is still being typed. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Names already there are added once. */
export function AlternateChips({ label, lang, hint, value, onChange }: AlternateChipsProps) {
  const { t } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const names = wholeAlternates(value)
  const typed = typedAlternate(value)
  const add = () => onChange(withAlternate(value))
  const remove = (name: string) => {
    onChange(withoutAlternate(value, name))
    place.current?.querySelector('input')?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = names.at(-1)
    if ((event.code === 'Enter' || event.code === 'NumpadEnter') && typed.trim() !== '') add()
    else if (event.code === 'Backspace' && typed === '' && last !== undefined) onChange(withoutAlternate(value, last))
    else return
    event.preventDefault()
  }
  return (
    <div ref={place} className={styles['alternates']}>
      <div className={styles['addLine']}>
        <Field
          label={label}
          lang={lang}
          hint={hint}
          value={typed}
          onChange={(event) => onChange([...names, event.target.value].join('\n'))}
          onKeyDown={press}
        />
        {typed.trim() === '' ? null : (
          <Button size="small" onClick={add}>
            {t('vocabulary.edit.addAlternate')}
          </Button>
        )}
      </div>
      {names.length === 0 ? null : (
        <ul className={styles['names']}>
          {names.map((name) => (
            <li key={name}>
              <ChipButton lang={lang} aria-label={t('vocabulary.edit.removeAlternate', { name })} onClick={() => remove(name)}>
                {name} <span aria-hidden="true">✕</span>
              </ChipButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
