// Ctrl-K: finds an action, a screen, an article, a tag by a few letters. It must not act by itself: entries carry what to run.
import { useId, useState, type KeyboardEvent } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { useWords } from '../words/use-words.ts'
import { stepTo } from './palette-steps.ts'
import { usePaletteRecent, withRecent } from './palette-recent.ts'
import { usePaletteEntries, type Entry } from './use-palette-entries.ts'
import styles from './palette.module.css'

/** The palette, open. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const id = useId()
  const [query, setQuery] = useState('')
  // By id: what arrives late must not move the choice to another entry.
  const [chosen, setChosen] = useState<string | null>(null)
  const { entries, searching } = usePaletteEntries(query)
  const [recent, setRecent] = usePaletteRecent()
  const at = Math.max(
    entries.findIndex((entry) => entry.id === chosen),
    0,
  )
  const run = (entry: Entry | undefined) => {
    if (!entry) return
    setRecent(withRecent(recent, entry))
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    // With Ctrl, Home and End move in the list whatever was typed.
    const next = stepTo(event.key, at, entries.length, query === '' || event.ctrlKey)
    if (next !== null) {
      event.preventDefault()
      setChosen(entries[next]?.id ?? null)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.repeat) {
      event.preventDefault()
      run(entries[at])
    }
  }
  const nothing = entries.length === 0 && !searching
  return (
    <Dialog open onClose={onClose} title={t('frame.searchShort')}>
      <input
        className={styles['input']}
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={entries.length > 0 ? `${id}-${at}` : undefined}
        aria-label={t('frame.search')}
        placeholder={t('frame.search')}
        autoComplete="off"
        spellCheck={false}
        translate="no"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setChosen(null)
        }}
        onKeyDown={onKeyDown}
      />
      <Entries id={id} entries={entries} at={at} onPoint={(index) => setChosen(entries[index]?.id ?? null)} onRun={run} />
      <p role="status" className={nothing ? styles['nothing'] : 'unseen'}>
        {nothing ? t('frame.paletteNothing') : query === '' || searching ? '' : t('frame.paletteCount', { count: entries.length })}
      </p>
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
  const groups = [...Map.groupBy(entries, (entry) => entry.group)]
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t('frame.searchShort')} className={styles['list']}>
      {groups.map(([group, list], number) => (
        <div key={group} role="group" aria-labelledby={`${id}-group-${number}`} className={styles['section']}>
          <span id={`${id}-group-${number}`} className={styles['group']}>
            {group}
          </span>
          <div>
            {list.map((entry) => {
              const index = entries.indexOf(entry)
              return (
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
                  <span className={styles['label']}>{entry.label}</span>
                  {entry.note ? entry.isKey ? <kbd>{entry.note}</kbd> : <span className={styles['note']}>{entry.note}</span> : null}
                </div>
              )
            })}
          </div>
        </div>
      ))}
    </div>
  )
}
