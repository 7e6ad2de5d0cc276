// A window over the screen, closed by Escape, focus kept inside. It must not know what it asks.
import { Dialog as Base } from '@base-ui/react/dialog'
import { useRef, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { useUiWords } from './ui-words.tsx'
import styles from './dialog.module.css'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: string | undefined
  readonly size?: 'small' | 'normal' | 'wide'
  /** Buttons, main one last. */
  readonly footer?: ReactNode
  readonly children?: ReactNode
}

/** A modal dialog. */
export function Dialog({ open, onClose, title, description, size = 'normal', footer, children }: DialogProps) {
  const words = useUiWords()
  const popup = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  // The first field rather than the closing cross: the person came to type. `data-first` names another place.
  const firstField = () => {
    before.current = document.activeElement
    return (
      popup.current?.querySelector<HTMLElement>('[data-first]') ??
      popup.current?.querySelector<HTMLElement>('input:not([hidden]), textarea, select') ??
      popup.current
    )
  }
  // Back where the keyboard was; to the screen where it was nowhere, rather than to whatever button was used long before.
  const whereItWas = () => {
    const was = before.current
    return was instanceof HTMLElement && was !== document.body && was.isConnected ? was : (document.querySelector('main') ?? true)
  }
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles['veil']} />
        <Base.Popup ref={popup} initialFocus={firstField} finalFocus={whereItWas} className={classes(styles['popup'], styles[size])}>
          <header className={styles['head']}>
            <div>
              <Base.Title className={styles['title']}>{title}</Base.Title>
              {description ? <Base.Description className={styles['description']}>{description}</Base.Description> : null}
            </div>
            <Base.Close className={styles['close']} aria-label={words.close}>
              ✕
            </Base.Close>
          </header>
          {children ? <div className={styles['body']}>{children}</div> : null}
          {footer ? <footer className={styles['foot']}>{footer}</footer> : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
