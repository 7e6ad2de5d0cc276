// The left column of the thesaurus: search, filter, tree. It must not know how a tag is edited.
import { useMemo, useRef, type KeyboardEvent } from 'react'
import { Field, Select } from '../../ui/field.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { go } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import { ConceptTreeView } from './concept-tree-view.tsx'
import { conceptFilters, searchRows, treeRows, type ConceptFilter, type TreeIndex } from './concept-tree.ts'
import styles from './vocabulary.module.css'

export interface ConceptListProps {
  readonly index: TreeIndex
  readonly chosen: string | undefined
  readonly filter: ConceptFilter
  readonly onFilter: (filter: ConceptFilter) => void
}

const nothing: readonly string[] = []

/** The rows that search, filter and folding leave; what was typed and folded is remembered. */
function useRows(index: TreeIndex, filter: ConceptFilter) {
  const [query, setQuery] = useRemembered('vocabulary.query', '')
  const [kept, keepFolded] = useRemembered('vocabulary.folded', nothing)
  const folded = useMemo(() => new Set(kept), [kept])
  const searching = query.trim() !== '' || filter !== 'all'
  const rows = useMemo(
    () => (searching ? searchRows(index, query, filter) : treeRows(index, folded)),
    [index, query, filter, folded, searching],
  )
  const hits = searching ? rows.filter((row) => row.hit) : []
  const fold = (id: string, close: boolean) => keepFolded(close ? [...kept, id] : kept.filter((one) => one !== id))
  return { query, setQuery, folded, fold, rows, hits, searching }
}

const pick = (id: string) => go('vocabulary', [id])

/** The tags of the desk. */
export function ConceptList({ index, chosen, filter, onFilter }: ConceptListProps) {
  const { t, number } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const { query, setQuery, folded, fold, rows, hits, searching } = useRows(index, filter)
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'ArrowDown') place.current?.querySelector<HTMLElement>('[role=tree]')?.focus()
    else if (event.code === 'Enter' && hits[0]) pick(hits[0].concept.id)
    else if (event.code === 'Escape' && query !== '') setQuery('')
    else return
    event.preventDefault()
  }
  return (
    <div className={styles['list']} ref={place}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{t('vocabulary.title')}</h1>
        <Field
          label={t('vocabulary.search')}
          labelHidden
          type="search"
          placeholder={t('vocabulary.searchHelp')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={press}
        />
        <Select
          label={t('vocabulary.filter.label')}
          labelHidden
          value={filter}
          options={conceptFilters.map((value) => ({ value, label: t(`vocabulary.filter.${value}`) }))}
          onChange={onFilter}
        />
        <p className={styles['quiet']} role="status">
          {searching
            ? t('vocabulary.found', { count: hits.length, of: number(index.byId.size) })
            : t('vocabulary.count', { count: index.byId.size })}
        </p>
      </header>
      {rows.length === 0 ? (
        <p className={styles['head']}>{query.trim() === '' ? t('vocabulary.noneSuch') : t('vocabulary.noMatch', { query })}</p>
      ) : (
        <ConceptTreeView
          label={t('vocabulary.title')}
          rows={rows}
          query={query}
          chosen={chosen}
          folded={folded}
          folds={!searching}
          onPick={pick}
          onFold={fold}
        />
      )}
    </div>
  )
}
