// One line of the glance: a count said in words, and where to see it. It must not know what is counted.
import { Button } from '../../ui/button.tsx'
import styles from './vocabulary.module.css'

export interface ButtonRowProps {
  readonly text: string
  readonly action: string
  readonly onAct: () => void
}

export function ButtonRow({ text, action, onAct }: ButtonRowProps) {
  return (
    <li className={styles['term']}>
      <span>{text}</span>
      <Button size="small" kind="quiet" aria-label={`${action} (${text})`} onClick={onAct}>
        {action}
      </Button>
    </li>
  )
}
