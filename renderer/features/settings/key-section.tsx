// The keyboard: every action with its key, changed by pressing another; single letters on or off.
// It must not know what the actions do.
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/field.tsx'
import { keyActions, keyGroups, type KeyGroup, type KeyId } from '../../ui/key-defaults.ts'
import { Section } from '../../ui/page.tsx'
import { notify } from '../../ui/toast.tsx'
import { allowSingleKeys, keyboardNow, resetKeys, restoreKeys, useKeyboard } from '../../ui/use-keyboard.ts'
import { useWords } from '../../words/use-words.ts'
import { KeyRow } from './key-row.tsx'
import styles from './key-section.module.css'

interface GroupProps {
  readonly group: KeyGroup
  readonly asking: KeyId | null
  readonly onAsk: (id: KeyId | null) => void
}

function Group({ group, asking, onAsk }: GroupProps) {
  const { t } = useWords()
  return (
    <>
      <h3 className={styles['group']}>{t(`keys.group.${group}`)}</h3>
      <ul className={styles['rows']} aria-label={t(`keys.group.${group}`)}>
        {keyActions
          .filter((one) => one.group === group)
          .map((one) => (
            <KeyRow key={one.id} id={one.id} fixed={'fixed' in one} asking={asking === one.id} onAsk={(on) => onAsk(on ? one.id : null)} />
          ))}
      </ul>
    </>
  )
}

/** The section Clavier. */
export function KeySection() {
  const { t } = useWords()
  const { own, single } = useKeyboard()
  const [asking, setAsking] = useState<KeyId | null>(null)
  const resetAll = () => {
    const before = keyboardNow().own
    resetKeys()
    notify(t('keys.section.restored'), { action: { label: t('frame.undo'), run: () => restoreKeys(before) } })
  }
  return (
    <Section title={t('keys.section.title')}>
      <p className={styles['quiet']}>{t('keys.section.text')}</p>
      <Tick
        label={t('keys.section.single')}
        hint={t('keys.section.singleHint')}
        checked={single}
        onChange={(event) => allowSingleKeys(event.target.checked)}
      />
      {keyGroups.map((group) => (
        <Group key={group} group={group} asking={asking} onAsk={setAsking} />
      ))}
      <p>
        <Button disabled={Object.keys(own).length === 0} onClick={resetAll}>
          {t('keys.section.resetAll')}
        </Button>
      </p>
    </Section>
  )
}
