// The left column of the thesaurus: search, tree or matches, usage counts. It must not know how a tag is edited.
import { useMemo, useState } from 'react'
import { classes } from '../../ui/classes.ts'
import { Field } from '../../ui/field.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { hrefTo } from '../../ui/router.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useWords } from '../../words/use-words.ts'
import { searchRows, treeRows, type ConceptRow, type CountedConcept } from './concept-tree.ts'
import styles from './vocabulary.module.css'

interface RowProps {
  readonly row: ConceptRow
  readonly current: boolean
  readonly folded: boolean
  readonly onFold: () => void
}

function Row({ row, current, folded, onFold }: RowProps) {
  const { t, number } = useWords()
  return (
    <div className={classes(styles['row'], current && styles['on'])} style={{ paddingInlineStart: row.depth * 16 }}>
      {row.children > 0 ? (
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={!folded}
          aria-label={t(folded ? 'vocabulary.expand' : 'vocabulary.collapse', { label: row.label })}
          onClick={onFold}
        >
          {folded ? '▸' : '▾'}
        </button>
      ) : (
        <span className={styles['fold']} />
      )}
      <a className={styles['name']} href={hrefTo('vocabulary', [row.concept.id])} aria-current={current ? 'true' : undefined}>
        <span>
          <span className={classes(!row.concept.active && styles['off'])}>{row.label}</span>
          {row.matched ? <span className={styles['quiet']}>{` · ${row.matched}`}</span> : null}
        </span>
        <span className={styles['quiet']} title={t('vocabulary.usage', { count: row.articles })}>
          {number(row.articles)}
        </span>
      </a>
    </div>
  )
}

/** The concepts of the desk. */
export function ConceptList({ concepts, chosen }: { concepts: readonly CountedConcept[]; chosen: string | undefined }) {
  const { t, lang } = useWords()
  const [query, setQuery] = useRemembered('vocabulary.query', '')
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [scroll, setScroll] = useRemembered('vocabulary.scroll', 0)
  const rows = useMemo(
    () => (query.trim() === '' ? treeRows(concepts, folded, lang) : searchRows(concepts, query, lang)),
    [concepts, folded, lang, query],
  )
  const fold = (id: string) => setFolded((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  return (
    <div className={styles['list']}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{t('vocabulary.title')}</h1>
        <p className={styles['quiet']}>{t('vocabulary.count', { count: concepts.length })}</p>
        <Field
          label={t('vocabulary.search')}
          labelHidden
          type="search"
          placeholder={t('vocabulary.searchHelp')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </header>
      {rows.length === 0 ? <p className={styles['head']}>{t('vocabulary.noMatch', { query })}</p> : null}
      <div className={styles['rows']}>
        <VirtualList
          label={t('vocabulary.title')}
          count={rows.length}
          rowHeight={37}
          scrollStart={scroll}
          onScrollEnd={setScroll}
          row={(index) => {
            const row = rows[index]
            return row ? (
              <Row row={row} current={row.concept.id === chosen} folded={folded.has(row.concept.id)} onFold={() => fold(row.concept.id)} />
            ) : null
          }}
        />
      </div>
    </div>
  )
}
