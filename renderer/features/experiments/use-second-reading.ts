// The second reader's walk through what was drawn: where one is, giving a reading, taking it back.
// It must not know the first decisions: the core does not tell them.
import { useEffect, useRef, useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import type { ReadingPaper, ReadingVerdict } from '../../../shared/domain/reading.ts'
import { go } from '../../ui/router.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Given } from './readings-dialogs.tsx'

export type ReadingWindow = 'edit' | 'reject' | 'unsure' | 'plan'

/** trust.md: a judging key within 400 ms of a new output, or held down, judges nothing. */
const brakeMilliseconds = 400

export function useReadingQueue(experiment: string) {
  return useQuery(`readings:queue:${experiment}`, () => client.readings.queue({ experiment }), {
    refreshOn: ['experiment.changed', 'suggestion.changed', 'settings.changed'],
  })
}

/** Which presses count on what is shown now. */
function useBrake(shown: string | undefined) {
  const since = useRef(0)
  useEffect(() => {
    since.current = performance.now()
  }, [shown])
  return (press: () => void) => (event: KeyboardEvent) => {
    if (!event.repeat && event.timeStamp - since.current >= brakeMilliseconds) press()
  }
}

export function useSecondReading(experiment: string, wanted: string | undefined, queue: ReturnType<typeof useReadingQueue>) {
  const { t, error } = useWords()
  const [window, setWindow] = useState<ReadingWindow | null>(null)
  const lines = queue.data?.lines ?? []
  const shown = lines.find(({ suggestion }) => suggestion === wanted) ?? lines.find(({ verdict }) => verdict === null) ?? lines[0]
  const at = shown ? lines.indexOf(shown) : -1
  const paper = useQuery<ReadingPaper>(shown ? `readings:paper:${shown.suggestion}:${shown.verdict ?? ''}` : null, () =>
    client.readings.show({ suggestion: shown?.suggestion ?? '' }),
  )
  const show = (suggestion: string) => go('experiments', [experiment, 'reading', suggestion], { replace: true })
  const problem = { onError: (thrown: Parameters<typeof error>[0]) => notify(error(thrown), { kind: 'problem' }) }
  const record = useMutation(
    ({ verdict, given }: { verdict: ReadingVerdict; given: Given }) =>
      client.readings.record({
        suggestion: shown?.suggestion ?? '',
        verdict,
        reason: given.reason,
        ...(verdict === 'edit' ? { value: { text: given.text } } : {}),
      }),
    {
      ...problem,
      onDone: () => {
        const next =
          lines.find((line, index) => index > at && line.verdict === null) ??
          lines.find((line, index) => index !== at && line.verdict === null)
        if (next) show(next.suggestion)
        refreshQueries('readings')
      },
    },
  )
  const undo = useMutation((suggestion: string) => client.readings.undo({ suggestion }), {
    ...problem,
    onDone: (_recorded, suggestion) => {
      notify(t('referent.reading.undone'))
      show(suggestion)
      refreshQueries('readings')
    },
  })
  const give = (verdict: ReadingVerdict, given: Given = { reason: '', text: '' }) => {
    setWindow(null)
    void record.run({ verdict, given })
  }
  const walk = (by: 1 | -1) => {
    const line = lines[at + by]
    if (line) show(line.suggestion)
  }
  return { lines, shown, at, paper, window, setWindow, give, undo, walk, show, busy: record.busy, brake: useBrake(shown?.suggestion) }
}
