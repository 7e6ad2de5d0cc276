// How many messages are shown, and for how long. Pure; it must not know how they look.

export interface Toast {
  readonly id: number
  readonly text: string
  readonly kind: 'done' | 'problem'
  /** `undoes` false: the button leads on instead of taking back, and Z leaves it alone. */
  readonly action: { readonly label: string; readonly run: () => void; readonly undoes?: false } | null
}

const most = 3

/** No more than three; a problem leaves last, and only for another problem. */
export function withToast(toasts: readonly Toast[], toast: Toast): readonly Toast[] {
  const all = [...toasts, toast]
  if (all.length <= most) return all
  const gone = all.find((one) => one.kind === 'done' && one !== toast) ?? all[0]
  return all.filter((one) => one !== gone)
}

/** How long a message stays, in ms: time to read it, and to reach its button. */
export function stay({ text, action }: Pick<Toast, 'text' | 'action'>): number {
  return Math.max(action ? 12_000 : 6000, 2000 + text.length * 70)
}
