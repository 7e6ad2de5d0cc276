// The state of a blind comparison while somebody votes: which pair, what is chosen, what is written. It must not draw anything.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import type { Choice, Comparison, ComparisonPair } from '../../../shared/domain/comparison.ts'
import { notify } from '../../ui/toast.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { useWords } from '../../words/use-words.ts'

/** The comparison of an experiment, as this person may see it. */
export function useComparison(experiment: string) {
  return useQuery(`comparison:${experiment}`, () => client.comparisons.show({ experiment }), {
    refreshOn: ['experiment.changed', 'suggestion.changed', 'comment.changed', 'article.changed', 'settings.changed'],
  })
}

/** The totals, null figures while votes are out. */
export function useBlindTotals(experiment: string) {
  return useQuery(`comparison-totals:${experiment}`, () => client.comparisons.totals({ experiment }), {
    refreshOn: ['experiment.changed', 'settings.changed'],
  })
}

const tellAll = () => refreshQueries('comparison')

/** Drawing and closing, of the whole comparison. */
export function useComparisonActs(experiment: string) {
  const { t, error } = useWords()
  const onError = (thrown: Parameters<typeof error>[0]) => notify(error(thrown), { kind: 'problem' })
  const draw = useMutation(() => client.comparisons.draw({ experiment }), { onDone: tellAll, onError })
  const end = useMutation(() => client.comparisons.end({ experiment }), {
    onDone: () => {
      notify(t('blind.end.done'))
      tellAll()
    },
    onError,
  })
  return { draw, end }
}

export interface Voting {
  readonly pair: ComparisonPair | undefined
  readonly failed: boolean
  /** Its place among all pairs, from 1. */
  readonly at: number
  readonly chosen: Choice | null
  readonly choose: (choice: Choice) => void
  readonly note: string
  readonly write: (note: string) => void
  readonly vote: () => void
  readonly takeBack: () => void
  readonly step: (by: 1 | -1) => void
  readonly busy: boolean
  /** Nothing is left to vote on, and the person looks at no pair. */
  readonly finished: boolean
  readonly lookAgain: () => void
}

const after = (comparison: Comparison, from: number): string | null => {
  const { pairs } = comparison
  const order = [...pairs.slice(from + 1), ...pairs.slice(0, Math.max(0, from))]
  return order.find((pair) => !pair.voted)?.id ?? null
}

/** Voting, pair after pair. A pair stays on screen once voted, until the person goes on. */
export function useVoting(comparison: Comparison): Voting {
  const { t, error } = useWords()
  const { experiment, pairs } = comparison
  const [looked, look] = useRemembered<string | null>(`blind.at:${experiment}`, null)
  const known = pairs.some((pair) => pair.id === looked)
  const open = comparison.closed ? null : after(comparison, -1)
  const id = known ? looked : open
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [note, write] = useRemembered(`blind.note:${id ?? ''}`, '')
  const answer = useQuery(id === null ? null : `comparison-pair:${id}`, () => client.comparisons.pair({ id: id ?? '' }), {
    refreshOn: ['suggestion.changed', 'comment.changed', 'settings.changed'],
  })
  const pair = answer.data
  const onError = (thrown: Parameters<typeof error>[0]) => notify(error(thrown), { kind: 'problem' })
  const done = () => tellAll()
  const vote = useMutation((given: { id: string; choice: Choice; note: string }) => client.comparisons.vote(given), {
    onDone: (_answer, given) => {
      look(given.id)
      write('')
      done()
    },
    onError,
  })
  const back = useMutation((voted: string) => client.comparisons.withdraw({ id: voted }), {
    onDone: (answered) => {
      look(answered.id)
      setChoices(({ [answered.id]: _gone, ...others }) => others)
      notify(t('blind.withdrawn'))
      done()
    },
    onError,
  })
  const at = pairs.findIndex((one) => one.id === id)
  const chosen = pair?.vote?.choice ?? (id === null ? null : (choices[id] ?? null))
  return {
    pair,
    failed: answer.error !== undefined,
    at: at + 1,
    chosen,
    choose: (choice) => {
      if (id !== null && !pair?.vote && !comparison.closed) setChoices((all) => ({ ...all, [id]: choice }))
    },
    note: pair?.vote?.note ?? note,
    write,
    vote: () => {
      if (pair && !pair.vote && chosen && !vote.busy) void vote.run({ id: pair.id, choice: chosen, note })
    },
    takeBack: () => {
      if (pair?.vote && !comparison.closed && !back.busy) void back.run(pair.id)
    },
    step: (by) => {
      // After a vote: the next text without one. None is the end, even before the core's new count is here.
      look(by === 1 && pair?.vote ? after(comparison, at) : (pairs[at + by]?.id ?? id))
    },
    busy: vote.busy || back.busy,
    finished: id === null,
    lookAgain: () => look(pairs[0]?.id ?? null),
  }
}
