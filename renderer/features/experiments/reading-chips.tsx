// Both readings of one output as chips. They must not know who read.
import type { Disagreement } from '../../../shared/domain/reading.ts'
import { Chip } from '../../ui/chip.tsx'
import { useWords } from '../../words/use-words.ts'
import { sayFirst, sayVerdict } from './readings-value.tsx'
import styles from './referent.module.css'

const tones = {
  accepted: 'green',
  edited: 'pencil',
  rejected: 'red',
  accept: 'green',
  edit: 'pencil',
  reject: 'red',
  unsure: 'amber',
} as const

/** The first decision, in the words of its task. */
export function First({ of: { first, task } }: { of: Disagreement }) {
  return <Chip tone={tones[first.state]}>{sayFirst(task, first.state, useWords())}</Chip>
}

/** The second reading, and whether it came from another laptop. */
export function Second({ of: { second, task, source, signer } }: { of: Disagreement }) {
  const words = useWords()
  const { t } = words
  return (
    <span className={styles['attention']}>
      <Chip tone={tones[second.verdict]}>{sayVerdict(task, second.verdict, words)}</Chip>
      {source === null ? null : <Chip>{t('packetReadings.fromElsewhere')}</Chip>}
      {signer === 'unverified' ? <Chip tone="amber">{t('packetReadings.unverified')}</Chip> : null}
    </span>
  )
}
