// A button, with the key that does the same. It must not know what the action is.
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classes } from './classes.ts'
import styles from './button.module.css'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  /** `main` is the one pencil-blue button of a place; `quiet` has no frame; `danger` is red. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'normal' | 'small'
  /** The key that does the same, as printed on the button (`V`, `Entrée`). */
  readonly keyHint?: string | undefined
  readonly busy?: boolean
  readonly type?: 'button' | 'submit'
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button; `busy` makes it deaf and says so to a screen reader. It keeps the keyboard meanwhile: `disabled` would drop it. */
export function Button({ kind = 'plain', size = 'normal', keyHint, busy = false, type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={rest.disabled === true}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
      aria-keyshortcuts={keyHint}
      className={classes(styles['button'], styles[kind], styles[size], rest.className)}
    >
      {children}
      {keyHint ? <kbd aria-hidden="true">{keyHint}</kbd> : null}
    </button>
  )
}

export interface LinkButtonProps {
  readonly href: string
  readonly kind?: ButtonProps['kind']
  readonly size?: ButtonProps['size']
  /** Beside going there: closing the dialog that holds the link. */
  readonly onClick?: () => void
  readonly children: ReactNode
}

/** A link that looks like a button: it goes somewhere, it does not act. */
export function LinkButton({ href, kind = 'plain', size = 'normal', onClick, children }: LinkButtonProps) {
  return (
    <a href={href} onClick={onClick} className={classes(styles['button'], styles['link'], styles[kind], styles[size])}>
      {children}
    </a>
  )
}
