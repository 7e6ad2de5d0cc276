// A search line with its results below: arrows choose, Enter takes. It must not know what is searched.
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Field } from '../../ui/field.tsx'
import styles from './search-box.module.css'
import shared from './review.module.css'

export interface SearchResult {
  readonly id: string
  readonly label: string
  readonly note?: string | undefined
  readonly disabled?: boolean
}

export interface SearchBoxProps {
  readonly label: string
  readonly placeholder: string
  readonly query: string
  readonly results: readonly SearchResult[]
  readonly onQuery: (query: string) => void
  readonly onPick: (id: string) => void
  /** Enter on a query without results. */
  readonly onNone?: () => void
  /** Shown when a query has no result. */
  readonly children?: ReactNode
}

/** The box. Only `results` given are shown: the caller limits and ranks them. */
export function SearchBox({ label, placeholder, query, results, onQuery, onPick, onNone, children }: SearchBoxProps) {
  const list = useId()
  const [at, setAt] = useState(0)
  const chosen = Math.min(at, Math.max(0, results.length - 1))
  const take = (result: SearchResult | undefined) => {
    if (result && !result.disabled) onPick(result.id)
    else if (!result && query.trim() !== '') onNone?.()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
      event.preventDefault()
      setAt(Math.max(0, Math.min(results.length - 1, chosen + (event.code === 'ArrowDown' ? 1 : -1))))
    } else if ((event.code === 'Enter' || event.code === 'NumpadEnter') && !event.repeat) {
      event.preventDefault()
      take(results[chosen])
    }
  }
  return (
    <>
      <Field
        label={label}
        placeholder={placeholder}
        role="combobox"
        aria-expanded={results.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={results[chosen] ? `${list}-${chosen}` : undefined}
        value={query}
        onChange={(event) => {
          setAt(0)
          onQuery(event.target.value)
        }}
        onKeyDown={press}
      />
      <div id={list} role="listbox" aria-label={label} className={styles['results']}>
        {results.map((result, index) => (
          <button
            key={result.id}
            type="button"
            tabIndex={-1}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            aria-disabled={result.disabled === true}
            className={styles['result']}
            onPointerMove={() => setAt(index)}
            onClick={() => take(result)}
          >
            <span>{result.label}</span>
            {result.note ? <span className={shared['quiet']}>{result.note}</span> : null}
          </button>
        ))}
      </div>
      {results.length === 0 && query.trim() !== '' ? children : null}
    </>
  )
}
