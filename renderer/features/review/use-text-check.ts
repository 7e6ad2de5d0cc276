// The fact-lock on a text being typed, asked a moment after the last keystroke.
// It must not know how findings are shown.
import { useEffect, useState } from 'react'
import { client } from '../../client.ts'
import type { Flag } from '../../../shared/domain/suggestion.ts'
import { isVerbatim } from './claim-rules.ts'

/** Milliseconds without a keystroke before the core is asked. */
const pause = 250

export type TextCheck = { state: 'checking' | 'done' | 'failed'; flags: readonly Flag[]; verbatim: boolean }

type Answer = { item: string; text: string; check: TextCheck }

/**
 * Findings on `text` against the article `item`. With `text` null nothing is asked and `known` is what the machine's
 * own text was found to be.
 */
export function useTextCheck(item: string, text: string | null, known: readonly Flag[]): TextCheck {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const asked = text !== null && text.trim() !== ''
  useEffect(() => {
    if (text === null || text.trim() === '') return undefined
    let current = true
    const keep = (check: TextCheck) => {
      if (current) setAnswer({ item, text, check })
    }
    const timer = setTimeout(() => {
      client.reviews.check({ item, text }).then(
        ({ flags, verbatim }) => keep({ state: 'done', flags, verbatim }),
        () => keep({ state: 'failed', flags: [], verbatim: false }),
      )
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [item, text])
  if (!asked) return { state: 'done', flags: text === null ? known : [], verbatim: text === null && isVerbatim(known) }
  if (answer?.item === item && answer.text === text) return answer.check
  return { state: 'checking', flags: [], verbatim: false }
}
