// A tree of tags by keyboard (WAI-ARIA tree): arrows, Home, End, first letters, Enter. Only the rows in sight exist.
// It must not know how rows are chosen.
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { classes } from '../../ui/classes.ts'
import { useWords } from '../../words/use-words.ts'
import { foldText, matchIn, type ConceptRow } from './concept-tree.ts'
import styles from './tree.module.css'

const rowHeight = 34
const around = 10
/** Letters typed within this many milliseconds are one word. */
const oneWord = 800

function Highlighted({ text, query }: { readonly text: string; readonly query: string }) {
  const found = matchIn(text, query)
  if (!found) return text
  return (
    <>
      {text.slice(0, found.start)}
      <mark className={styles['mark']}>{text.slice(found.start, found.end)}</mark>
      {text.slice(found.end)}
    </>
  )
}

interface RowProps {
  readonly row: ConceptRow
  readonly id: string
  readonly query: string
  readonly open: boolean | null
  readonly chosen: boolean
  readonly active: boolean
  readonly top: number
  readonly onPick: () => void
  readonly onFold: () => void
}

function Row({ row, id, query, open, chosen, active, top, onPick, onFold }: RowProps) {
  const { t, number } = useWords()
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the tree holds the focus and the keys
    <div
      role="treeitem"
      id={id}
      aria-level={row.depth + 1}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-selected={chosen}
      aria-expanded={open ?? undefined}
      className={classes(styles['row'], chosen && styles['on'], active && styles['active'], !row.hit && styles['ancestor'])}
      style={{ height: rowHeight, transform: `translateY(${top}px)`, paddingInlineStart: 6 + row.depth * 16 }}
      onClick={onPick}
    >
      <span
        className={styles['fold']}
        aria-hidden="true"
        onClick={(event) => {
          if (open === null) return
          event.stopPropagation()
          onFold()
        }}
      >
        {open === null ? '' : open ? '▾' : '▸'}
      </span>
      <span className={classes(styles['name'], !row.concept.active && styles['off'])} title={row.label}>
        <Highlighted text={row.label} query={query} />
        {row.matched ? (
          <span className={styles['matched']}>
            {' · '}
            <Highlighted text={row.matched} query={query} />
          </span>
        ) : null}
      </span>
      <span className={styles['count']}>
        <span aria-hidden="true">{number(row.articles)}</span>
        <span className="unseen">
          {`, ${t('vocabulary.usage', { count: row.articles })}${row.concept.active ? '' : `, ${t('vocabulary.inactive')}`}`}
        </span>
      </span>
    </div>
  )
}

export interface ConceptTreeViewProps {
  readonly label: string
  readonly rows: readonly ConceptRow[]
  readonly query: string
  readonly chosen: string | undefined
  readonly folded: ReadonlySet<string>
  /** False while a search shows every match: nothing folds. */
  readonly folds: boolean
  readonly onPick: (id: string) => void
  readonly onFold: (id: string, fold: boolean) => void
}

/** The next row that begins with what is typed, after the one the focus is on. */
function typedAhead(rows: readonly ConceptRow[], from: number, typed: string): number {
  const word = foldText(typed)
  // Another letter goes on to the next match; a longer word may stay where it is.
  const first = word.length > 1 ? from : from + 1
  for (let step = 0; step < rows.length; step += 1) {
    const at = (first + step) % rows.length
    if (foldText(rows[at]?.label ?? '').startsWith(word)) return at
  }
  return from
}

/** Where a key of the tree pattern leads; null for a key that moves nothing. */
function stepOf(code: string, at: number, rows: readonly ConceptRow[], page: number): number | null {
  const last = rows.length - 1
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: last,
    PageDown: at + page,
    PageUp: at - page,
  }
  const next = steps[code]
  return next === undefined ? null : Math.max(0, Math.min(last, next))
}

function useWindow(count: number) {
  const frame = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ top: 0, height: 600 })
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const measure = () => setPlace({ top: element.scrollTop, height: element.clientHeight })
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  const first = Math.max(0, Math.floor(place.top / rowHeight) - around)
  const last = Math.min(count - 1, Math.ceil((place.top + place.height) / rowHeight) + around)
  const onScroll = () => {
    const element = frame.current
    if (element) setPlace({ top: element.scrollTop, height: element.clientHeight })
  }
  const show = (index: number) => {
    const element = frame.current
    if (!element) return
    const top = index * rowHeight
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = top + rowHeight - element.clientHeight
    onScroll()
  }
  return { frame, first, last, page: Math.max(1, Math.floor(place.height / rowHeight) - 1), onScroll, show }
}

/** The row the keys are on: the last one reached, else the chosen one, else the first. */
function useActiveRow(rows: readonly ConceptRow[], chosen: string | undefined, show: (index: number) => void) {
  const [activeId, setActiveId] = useState<string | undefined>(chosen)
  const indexOf = (concept: string | undefined) => rows.findIndex((row) => row.concept.id === concept)
  const found = indexOf(activeId)
  const chosenAt = indexOf(chosen)
  const at = found >= 0 ? found : Math.max(0, chosenAt)
  const move = (to: number) => {
    const row = rows[to]
    if (!row) return
    setActiveId(row.concept.id)
    show(to)
  }
  // A tag opened from elsewhere (a link, a merge) comes into sight.
  useEffect(() => {
    if (chosenAt < 0) return
    setActiveId(chosen)
    show(chosenAt)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when another tag is opened, not at each scroll
  }, [chosen])
  return { at, move, moveTo: (concept: string) => move(indexOf(concept)), setActiveId }
}

interface KeysOf {
  readonly rows: readonly ConceptRow[]
  readonly at: number
  readonly page: number
  /** Null: nothing hangs on it. A row that cannot fold is open. */
  readonly openOf: (row: ConceptRow) => boolean | null
  readonly move: (to: number) => void
  readonly moveTo: (concept: string) => void
  readonly onPick: (id: string) => void
  /** Absent while nothing folds. */
  readonly onFold: ((id: string, fold: boolean) => void) | undefined
}

/** What the keys do, by the tree pattern of WAI-ARIA. */
function useTreeKeys({ rows, at, page, openOf, move, moveTo, onPick, onFold }: KeysOf) {
  const typed = useRef({ word: '', at: 0 })
  const sideways = (row: ConceptRow, code: string) => {
    const open = openOf(row)
    if (code === 'ArrowRight') {
      if (open === false) onFold?.(row.concept.id, false)
      else if (open && (rows[at + 1]?.depth ?? 0) > row.depth) move(at + 1)
    } else if (open && onFold) onFold(row.concept.id, true)
    else if (row.above !== null) moveTo(row.above)
  }
  const typeAhead = (event: KeyboardEvent, letter: string) => {
    const word = event.timeStamp - typed.current.at < oneWord ? typed.current.word + letter : letter
    typed.current = { word, at: event.timeStamp }
    move(typedAhead(rows, at, word))
  }
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const row = rows[at]
    if (!row) return
    const step = stepOf(event.code, at, rows, page)
    if (step !== null) move(step)
    else if (event.code === 'ArrowRight' || event.code === 'ArrowLeft') sideways(row, event.code)
    else if (event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Space') onPick(row.concept.id)
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) typeAhead(event, event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** The tree. The focus stays on it and names the row it is on. */
export function ConceptTreeView({ label, rows, query, chosen, folded, folds, onPick, onFold }: ConceptTreeViewProps) {
  const id = useId()
  const { frame, first, last, page, onScroll, show } = useWindow(rows.length)
  const { at, move, moveTo, setActiveId } = useActiveRow(rows, chosen, show)
  const openOf = (row: ConceptRow) => (row.children === 0 ? null : folds ? !folded.has(row.concept.id) : true)
  const press = useTreeKeys({ rows, at, page, openOf, move, moveTo, onPick, onFold: folds ? onFold : undefined })
  const rowId = (index: number) => `${id}-${index}`
  return (
    <div
      ref={frame}
      role="tree"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={rows[at] ? rowId(at) : undefined}
      className={styles['tree']}
      onScroll={onScroll}
      onKeyDown={press}
    >
      <div role="none" className={styles['inner']} style={{ height: rows.length * rowHeight }}>
        {rows.slice(first, last + 1).map((row, offset) => {
          const index = first + offset
          return (
            <Row
              key={row.concept.id}
              id={rowId(index)}
              row={row}
              query={query}
              open={openOf(row)}
              chosen={row.concept.id === chosen}
              active={index === at}
              top={index * rowHeight}
              onPick={() => {
                setActiveId(row.concept.id)
                onPick(row.concept.id)
              }}
              onFold={() => {
                if (folds) onFold(row.concept.id, !folded.has(row.concept.id))
              }}
            />
          )
        })}
      </div>
    </div>
  )
}
