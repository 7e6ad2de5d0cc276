// A row of tabs and the panel of the chosen one. It must not know what the panels show.
import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import styles from './tabs.module.css'

export interface TabsProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly tabs: readonly { readonly id: T; readonly label: string; readonly count?: string | undefined }[]
  readonly onChange: (id: T) => void
  /** The panel of the chosen tab. */
  readonly children: ReactNode
}

/** Tabs; arrows move between them. */
export function Tabs<T extends string>({ label, value, tabs, onChange, children }: TabsProps<T>) {
  const choose = (next: unknown) => {
    const chosen = tabs.find((tab) => tab.id === next)
    if (chosen) onChange(chosen.id)
  }
  return (
    <Base.Root value={value} onValueChange={choose} className={styles['tabs']}>
      <Base.List className={styles['list']} aria-label={label} activateOnFocus>
        {tabs.map((tab) => (
          <Base.Tab key={tab.id} value={tab.id} className={styles['tab']}>
            {tab.label}
            {tab.count ? <span className={styles['count']}>{tab.count}</span> : null}
          </Base.Tab>
        ))}
      </Base.List>
      <Base.Panel value={value} className={styles['panel']}>
        {children}
      </Base.Panel>
    </Base.Root>
  )
}
