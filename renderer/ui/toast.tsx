// Short messages that pass at the bottom of the screen. They must not know what happened.
import { useEffect } from 'react'
import { create } from 'zustand'
import { classes } from './classes.ts'
import { Button } from './button.tsx'
import { useUiWords } from './ui-words.tsx'
import styles from './toast.module.css'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly kind: 'done' | 'problem'
  readonly action: { readonly label: string; readonly run: () => void } | null
}

interface ToastState {
  readonly toasts: readonly Toast[]
  readonly add: (toast: Toast) => void
  readonly remove: (id: number) => void
}

const useToasts = create<ToastState>()((set) => ({
  toasts: [],
  add: (toast) => set((state) => ({ toasts: [...state.toasts.slice(-2), toast] })),
  remove: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
}))

let nextId = 1

/** Shows a message: `notify('Copié')`, `notify(words.error(e), { kind: 'problem' })`. */
export function notify(text: string, options: { kind?: Toast['kind']; action?: Toast['action'] } = {}): void {
  useToasts.getState().add({ id: nextId++, text, kind: options.kind ?? 'done', action: options.action ?? null })
}

function ToastLine({ toast }: { readonly toast: Toast }) {
  const remove = useToasts((state) => state.remove)
  const words = useUiWords()
  useEffect(() => {
    // A problem stays until it is closed: it may say what to do.
    if (toast.kind === 'problem') return undefined
    const timer = setTimeout(() => remove(toast.id), toast.action ? 9000 : 5000)
    return () => clearTimeout(timer)
  }, [toast, remove])
  return (
    <div className={classes(styles['toast'], styles[toast.kind])} role={toast.kind === 'problem' ? 'alert' : 'status'}>
      <span>{toast.text}</span>
      {toast.action ? (
        <Button
          size="small"
          kind="quiet"
          onClick={() => {
            toast.action?.run()
            remove(toast.id)
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <Button size="small" kind="quiet" aria-label={words.close} onClick={() => remove(toast.id)}>
        ✕
      </Button>
    </div>
  )
}

/** Where messages appear; the frame renders it once. */
export function ToastArea() {
  const toasts = useToasts((state) => state.toasts)
  return (
    <div className={styles['area']} aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  )
}
