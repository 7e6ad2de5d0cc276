// An article, an experiment or a tag found by typing its name. It must not know what it is chosen for.
import { useId, useState, type KeyboardEvent } from 'react'
import type { LedgerSubject } from '../../../shared/contract/desk.ts'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Field } from '../../ui/field.tsx'
import { useLater } from '../../ui/use-later.ts'
import { useWords } from '../../words/use-words.ts'
import { nameSubject } from './name-subject.ts'
import styles from './picker.module.css'

interface SubjectPickerProps {
  readonly onTake: (subject: LedgerSubject) => void
}

interface ResultsProps {
  readonly id: string
  readonly results: readonly LedgerSubject[]
  readonly at: number
  readonly onPoint: (place: number) => void
  readonly onTake: (subject: LedgerSubject) => void
}

function Results({ id, results, at, onPoint, onTake }: ResultsProps) {
  const words = useWords()
  return (
    <div id={id} role="listbox" aria-label={words.t('ledger.filter.found')} className={styles['results']} hidden={results.length === 0}>
      {results.map((subject, place) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the line holds the focus and the keys
        <div
          key={`${subject.kind} ${subject.id}`}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === at}
          className={styles['result']}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => onPoint(place)}
          onClick={() => onTake(subject)}
        >
          {nameSubject(subject, words)}
        </div>
      ))}
    </div>
  )
}

/** What the words typed find; nothing before a letter, nothing once the line is left. */
function useFound(query: string): readonly LedgerSubject[] | undefined {
  const asked = useLater(query.trim(), 150)
  const { data } = useQuery(`ledger-subjects:${asked}`, () =>
    asked === '' ? Promise.resolve([]) : client.ledger.subjects({ query: asked }),
  )
  return query.trim() === '' ? [] : data
}

/** A line with what it finds below. */
export function SubjectPicker({ onTake }: SubjectPickerProps) {
  const { t } = useWords()
  const list = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = useFound(query)
  const results = found ?? []
  const take = (subject: LedgerSubject | undefined) => {
    if (subject === undefined) return
    setQuery('')
    onTake(subject)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || query === '') return
    if (event.code === 'ArrowDown') setAt(Math.min(results.length - 1, at + 1))
    else if (event.code === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') take(results[at])
    else if (event.code === 'Escape') setQuery('')
    else return
    event.preventDefault()
  }
  return (
    <div className={styles['picker']}>
      <Field
        label={t('ledger.filter.about')}
        role="combobox"
        aria-expanded={results.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={results[at] ? `${list}-${at}` : undefined}
        placeholder={t('ledger.filter.aboutHint')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onBlur={() => setQuery('')}
        onKeyDown={press}
      />
      <Results id={list} results={results} at={at} onPoint={setAt} onTake={take} />
      {query.trim() !== '' && found?.length === 0 ? (
        <p className={styles['none']} role="status">
          {t('ledger.filter.noneFound')}
        </p>
      ) : null}
    </div>
  )
}
