// One output in words, whatever its task. It must not know decisions.
import type { ReadingVerdict, ReadState } from '../../../shared/domain/reading.ts'
import type { Flag, SuggestionValue, Task } from '../../../shared/domain/suggestion.ts'
import { Chip } from '../../ui/chip.tsx'
import { insideMarks } from '../../words/quotation.ts'
import { useWords, type Words } from '../../words/use-words.ts'
import styles from './referent.module.css'

const silent = new Set<Flag['code']>(['verbatim', 'without-protocol'])

/** A point's text, a tag's label, a link's anchor and target. */
export function wordsOfValue(value: SuggestionValue, target: string | null, { t, lang }: Words): string {
  if ('text' in value) return value.text
  if ('label' in value) return value.label
  if (!('article' in value)) return ''
  const to = t('referent.reading.linkTo', { title: target ?? value.article })
  return value.anchor ? `« ${insideMarks(value.anchor.quote, lang)} » · ${to}` : to
}

/** What a second reader would do: of a comment one publishes or refuses, of an output one validates. */
export function sayVerdict(task: Task, verdict: ReadingVerdict, { t }: Words): string {
  return task === 'moderation' ? t(`packetReadings.verdict.${verdict}`) : t(`referent.reading.verdict.${verdict}`)
}

/** What was decided first, in the same words. */
export function sayFirst(task: Task, state: ReadState, { t }: Words): string {
  return task === 'moderation' ? t(`packetReadings.state.${state}`) : t(`referent.settle.state_${state}`)
}

/** The findings of the fact-lock, as chips. */
export function FindingChips({ flags }: { flags: readonly Flag[] }) {
  const { t } = useWords()
  const codes = [...new Set(flags.map((flag) => flag.code))].filter((code) => !silent.has(code))
  if (codes.length === 0) return null
  return (
    <div className={styles['attention']}>
      {codes.map((code) => (
        <Chip key={code} tone="red">
          {t(`flag.${code}`)}
        </Chip>
      ))}
    </div>
  )
}
