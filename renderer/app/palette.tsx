// Ctrl-K: finds an action, a screen or an article by a few letters. It must not act by itself: entries carry what to run.
import { useId, useState, type KeyboardEvent } from 'react'
import { client } from '../client.ts'
import { useQuery } from '../client-query.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useActions } from '../ui/palette-actions.ts'
import { go, screens } from '../ui/router.ts'
import { useLater } from '../ui/use-later.ts'
import { useWords } from '../words/use-words.ts'
import { fold } from './fold.ts'
import styles from './palette.module.css'

interface Entry {
  readonly id: string
  readonly group: string
  readonly label: string
  readonly note?: string | undefined
  readonly run: () => void
}

function useEntries(query: string): readonly Entry[] {
  const { t, date } = useWords()
  const groups = useActions((state) => state.groups)
  const later = useLater(query.trim(), 120)
  const found = useQuery(later.length < 2 ? null : `palette:${later}`, () => client.articles.list({ query: later, limit: 8 }))
  const wanted = fold(query)
  const named = (label: string) => wanted === '' || fold(label).includes(wanted)
  const actions = [...groups].flatMap(([owner, list]) =>
    list.map((action) => ({
      id: `${owner}-${action.id}`,
      group: t('frame.paletteActions'),
      label: action.label,
      note: action.keyHint,
      run: action.run,
    })),
  )
  const places = screens.map((screen) => ({
    id: `screen-${screen}`,
    group: t('frame.paletteScreens'),
    label: t(screen === 'ledger' ? 'frame.ledgerLong' : `frame.${screen}`),
    run: () => go(screen),
  }))
  const articles = (found.data?.items ?? []).map((article) => ({
    id: `article-${article.id}`,
    group: t('frame.paletteArticles'),
    label: article.title || t('common.untitled'),
    note: article.date ? date(article.date) : undefined,
    run: () => go('articles', [article.id]),
  }))
  return [...actions.filter((one) => named(one.label)), ...places.filter((one) => named(one.label)), ...articles]
}

/** The palette, open. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const id = useId()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const entries = useEntries(query)
  const at = Math.min(chosen, Math.max(entries.length - 1, 0))
  const run = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && entries.length > 0) {
      event.preventDefault()
      const next = (at + step + entries.length) % entries.length
      setChosen(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run(entries[at])
    }
  }
  return (
    <Dialog open onClose={onClose} title={t('frame.searchShort')}>
      <input
        className={styles['input']}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${at}` : undefined}
        aria-label={t('frame.search')}
        placeholder={t('frame.search')}
        autoComplete="off"
        spellCheck={false}
        translate="no"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <Entries id={id} entries={entries} at={at} onPoint={setChosen} onRun={run} />
      {entries.length === 0 ? <p className={styles['nothing']}>{t('frame.paletteNothing')}</p> : null}
    </Dialog>
  )
}

interface EntriesProps {
  readonly id: string
  readonly entries: readonly Entry[]
  readonly at: number
  readonly onPoint: (index: number) => void
  readonly onRun: (entry: Entry) => void
}

function Entries({ id, entries, at, onPoint, onRun }: EntriesProps) {
  const { t } = useWords()
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t('frame.searchShort')} className={styles['list']}>
      {entries.map((entry, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are heard by the field, as a combobox wants
        <div
          key={entry.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={styles['entry']}
          onPointerMove={() => onPoint(index)}
          onClick={() => onRun(entry)}
        >
          <span className={styles['group']}>{entry.group === entries[index - 1]?.group ? '' : entry.group}</span>
          <span className={styles['label']}>{entry.label}</span>
          {entry.note ? <span className={styles['note']}>{entry.note}</span> : null}
        </div>
      ))}
    </div>
  )
}
