// Short messages that pass at the bottom of the screen, without ever taking the focus. They must not know what happened.
import { useEffect, useState, type KeyboardEvent } from 'react'
import { create } from 'zustand'
import { classes } from './classes.ts'
import { Button } from './button.tsx'
import { stay, withToast, type Toast } from './toast-rules.ts'
import { useUiWords } from './ui-words.tsx'
import styles from './toast.module.css'

interface ToastState {
  readonly toasts: readonly Toast[]
  readonly add: (toast: Toast) => void
  readonly remove: (id: number) => void
}

const useToasts = create<ToastState>()((set) => ({
  toasts: [],
  add: (toast) => set((state) => ({ toasts: withToast(state.toasts, toast) })),
  remove: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
}))

let nextId = 1

/** Shows a message: `notify('Copié')`, `notify(words.error(e), { kind: 'problem' })`. `action` is mostly undoing. */
export function notify(text: string, options: { kind?: Toast['kind']; action?: Toast['action'] } = {}): void {
  useToasts.getState().add({ id: nextId++, text, kind: options.kind ?? 'done', action: options.action ?? null })
}

/** Where the focus was before a key brought it to a message. */
let cameFrom: HTMLElement | null = null
const areaId = 'messages'

function goBack(): void {
  if (cameFrom?.isConnected) cameFrom.focus()
  else document.querySelector<HTMLElement>('main')?.focus()
  cameFrom = null
}

/** Brings the keyboard to the last message, or back from it. */
export function focusLastToast(): void {
  const area = document.getElementById(areaId)
  if (!area) return
  if (area.contains(document.activeElement)) return goBack()
  const last = [...area.querySelectorAll<HTMLElement>('[data-toast]')].at(-1)?.querySelector<HTMLElement>('button')
  if (!last) return
  cameFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null
  last.focus()
}

/** Takes back what the newest message that can be undone says. */
export function undoLastToast(): void {
  const { toasts, remove } = useToasts.getState()
  const last = toasts.findLast((one) => one.action !== null && one.action.undoes !== false)
  if (!last) return
  remove(last.id)
  last.action?.run()
}

function ToastLine({ toast, paused }: { readonly toast: Toast; readonly paused: boolean }) {
  const remove = useToasts((state) => state.remove)
  const words = useUiWords()
  useEffect(() => {
    // A problem stays until it is closed: it may say what to do.
    if (toast.kind === 'problem' || paused) return undefined
    const timer = setTimeout(() => remove(toast.id), stay(toast))
    return () => clearTimeout(timer)
  }, [toast, remove, paused])
  const leave = (run?: () => void) => {
    const area = document.getElementById(areaId)
    if (area?.contains(document.activeElement)) goBack()
    remove(toast.id)
    run?.()
  }
  return (
    <div data-toast className={classes(styles['toast'], styles[toast.kind])} role={toast.kind === 'problem' ? 'alert' : 'status'}>
      <span>{toast.text}</span>
      {toast.action ? (
        <Button size="small" kind="quiet" onClick={() => leave(toast.action?.run)}>
          {toast.action.label}
        </Button>
      ) : null}
      <Button size="small" kind="quiet" aria-label={words.close} onClick={() => leave()}>
        ✕
      </Button>
    </div>
  )
}

/** Where messages appear; the frame renders it once. They wait while the pointer or the keyboard is on them. */
export function ToastArea() {
  const toasts = useToasts((state) => state.toasts)
  const words = useUiWords()
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') goBack()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only hears that somebody is there, and Escape to leave
    <div
      id={areaId}
      className={styles['area']}
      role="region"
      aria-label={words.messages}
      aria-live="polite"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onKeyDown={onKeyDown}
    >
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} paused={pointed || focused} />
      ))}
    </div>
  )
}
