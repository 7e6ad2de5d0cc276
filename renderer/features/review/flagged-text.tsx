// A claim's words with the fact-lock's findings beside them, and the difference a person made.
// It must not know how a claim is decided.
import { Fragment } from 'react'
import type { Flag } from '../../../shared/domain/suggestion.ts'
import { TextDifference } from '../../ui/text-difference.tsx'
import { insideMarks } from '../../words/quotation.ts'
import { useWords } from '../../words/use-words.ts'
import { findingsOf } from './claim-rules.ts'
import styles from './review.module.css'

function cutAt(text: string, flags: readonly Flag[]): { text: string; flagged: boolean }[] {
  const edges = new Set([0, text.length])
  const inside = flags.filter((flag) => flag.start >= 0 && flag.end <= text.length && flag.end > flag.start)
  for (const flag of inside) edges.add(flag.start).add(flag.end)
  const sorted = [...edges].toSorted((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? text.length
    return { text: text.slice(from, to), flagged: inside.some((flag) => flag.start <= from && flag.end >= to) }
  })
}

/** The words, with those the article does not support underlined in red. */
export function FlaggedText({ text, flags }: { text: string; flags: readonly Flag[] }) {
  return cutAt(text, findingsOf(flags)).map((piece, index) =>
    piece.flagged ? (
      <span key={index} className={styles['flagged']}>
        {piece.text}
      </span>
    ) : (
      <Fragment key={index}>{piece.text}</Fragment>
    ),
  )
}

/** What is unsupported, in a journalist's words, with the article's wording. */
export function Findings({ flags }: { flags: readonly Flag[] }) {
  const { t, lang } = useWords()
  const findings = findingsOf(flags)
  if (findings.length === 0) return null
  return (
    <ul className={styles['findings']}>
      {findings.map((flag, index) => (
        <li key={index}>
          <strong>{t(`flag.${flag.code}`)}.</strong>{' '}
          {flag.expected
            ? t('review.articleWrites', { wording: insideMarks(flag.expected, lang) })
            : flag.code === 'out-of-context'
              ? t('review.outOfContextHelp')
              : null}
        </li>
      ))}
    </ul>
  )
}

/** The machine's text against the person's. */
export function Difference({ before, after }: { before: string; after: string }) {
  return <TextDifference before={before} after={after} className={styles['difference']} />
}
