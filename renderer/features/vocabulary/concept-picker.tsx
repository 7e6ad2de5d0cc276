// Another tag, found by typing: the broader one, the replacement, the one to merge into.
// It must not know what it is chosen for.
import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { foldText, searchRows, type ConceptRow, type TreeIndex } from './concept-tree.ts'
import styles from './picker.module.css'

export interface ConceptPickerProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly index: TreeIndex
  /** The id chosen; empty for none. */
  readonly value: string
  readonly onChange: (id: string) => void
  /** Tags that cannot be chosen, and why in a word. */
  readonly barred: ReadonlyMap<string, string>
}

const most = 8

/** What begins with the words comes first, then what holds them. */
function ranked(index: TreeIndex, query: string) {
  const word = foldText(query)
  const hits = searchRows(index, query).filter((row) => row.hit && row.concept.active)
  const rank = (label: string) => (foldText(label) === word ? 0 : foldText(label).startsWith(word) ? 1 : 2)
  return hits.toSorted((a, b) => rank(a.label) - rank(b.label) || b.articles - a.articles).slice(0, most)
}

interface ResultsProps {
  readonly id: string
  readonly label: string
  readonly results: readonly ConceptRow[]
  readonly at: number
  readonly barred: ReadonlyMap<string, string>
  readonly onPoint: (place: number) => void
  readonly onTake: (id: string) => void
}

function Results({ id, label, results, at, barred, onPoint, onTake }: ResultsProps) {
  const { number } = useWords()
  return (
    <div id={id} role="listbox" aria-label={label} className={styles['results']} hidden={results.length === 0}>
      {results.map((row, place) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the line holds the focus and the keys
        <div
          key={row.concept.id}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === at}
          aria-disabled={barred.has(row.concept.id)}
          className={styles['result']}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => onPoint(place)}
          onClick={() => onTake(row.concept.id)}
        >
          <span>
            {row.label}
            {row.matched ? <span className={styles['quiet']}>{` · ${row.matched}`}</span> : null}
          </span>
          <span className={styles['quiet']}>{barred.get(row.concept.id) ?? number(row.articles)}</span>
        </div>
      ))}
    </div>
  )
}

/** A line with its results below; the tag chosen stands in it. */
export function ConceptPicker({ label, hint, problem, index, value, onChange, barred }: ConceptPickerProps) {
  const { t } = useWords()
  const list = useId()
  const [query, setQuery] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const results = useMemo(() => (query === null || query.trim() === '' ? [] : ranked(index, query)), [index, query])
  const chosen = index.byId.get(value)?.label ?? value
  const take = (id: string | undefined) => {
    if (id === undefined || barred.has(id)) return
    onChange(id)
    setQuery(null)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || query === null) return
    if (event.code === 'ArrowDown') setAt(Math.min(results.length - 1, at + 1))
    else if (event.code === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') take(results[at]?.concept.id)
    else if (event.code === 'Escape') {
      event.stopPropagation()
      setQuery(null)
    } else return
    event.preventDefault()
  }
  return (
    <div className={styles['picker']}>
      <div className={styles['line']}>
        <Field
          label={label}
          hint={hint}
          problem={problem}
          role="combobox"
          aria-expanded={results.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={results[at] ? `${list}-${at}` : undefined}
          placeholder={t('vocabulary.picker.type')}
          value={query ?? chosen}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onBlur={() => setQuery(null)}
          onKeyDown={press}
        />
        {value === '' ? null : (
          <Button size="small" kind="quiet" aria-label={t('vocabulary.picker.clear', { label: chosen })} onClick={() => onChange('')}>
            ✕
          </Button>
        )}
      </div>
      <Results id={list} label={label} results={results} at={at} barred={barred} onPoint={setAt} onTake={take} />
      {query !== null && query.trim() !== '' && results.length === 0 ? (
        <p className={styles['quiet']} role="status">
          {t('vocabulary.noMatch', { query })}
        </p>
      ) : null}
    </div>
  )
}
