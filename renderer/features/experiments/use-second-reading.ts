// The second reader's walk through what was drawn: where one is, giving a reading, taking it back.
// It must not know the first decisions: the core does not tell them.
import { useEffect, useRef, useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import type { Reading, ReadingPaper, ReadingVerdict } from '../../../shared/domain/reading.ts'
import { go } from '../../ui/router.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Given } from './readings-dialogs.tsx'
import { sourceKey, sourcePath, type ReadingSource } from './reading-source.ts'
import { giveBackReading, settleReading } from './readings-drafts.ts'

export type ReadingWindow = 'edit' | 'reject' | 'unsure' | 'plan'

/** trust.md: a judging key within 400 ms of a new output, or held down, judges nothing. */
const brakeMilliseconds = 400

export function useReadingQueue(source: ReadingSource) {
  return useQuery(`readings:queue:${sourceKey(source)}`, () => client.readings.queue(source), {
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

function readAgain(): void {
  refreshQueries('readings')
  refreshQueries('packets')
}

/** The next one that is not read yet, from the top again after the last. */
function nextUnread<Line extends { verdict: ReadingVerdict | null }>(lines: readonly Line[], at: number): Line | undefined {
  const unread = (line: Line, index: number) => index !== at && line.verdict === null
  return lines.find((line, index) => index > at && unread(line, index)) ?? lines.find(unread)
}

export function useSecondReading(source: ReadingSource, wanted: string | undefined, queue: ReturnType<typeof useReadingQueue>) {
  const { t, error } = useWords()
  const [window, setWindow] = useState<ReadingWindow | null>(null)
  const lines = queue.data?.lines ?? []
  const shown = lines.find(({ suggestion }) => suggestion === wanted) ?? lines.find(({ verdict }) => verdict === null) ?? lines[0]
  const at = shown ? lines.indexOf(shown) : -1
  const from = 'packet' in source ? { packet: source.packet } : {}
  const paper = useQuery<ReadingPaper>(
    shown ? `readings:paper:${sourceKey(source)}:${shown.suggestion}:${shown.verdict ?? ''}` : null,
    () => client.readings.show({ suggestion: shown?.suggestion ?? '', ...from }),
  )
  const show = (suggestion: string) => go('experiments', sourcePath(source, suggestion), { replace: true })
  const problem = { onError: (thrown: Parameters<typeof error>[0]) => notify(error(thrown), { kind: 'problem' }) }
  const record = useMutation(
    ({ suggestion, verdict, given }: { suggestion: string; verdict: ReadingVerdict; given: Given }) =>
      client.readings.record({
        suggestion,
        ...from,
        verdict,
        reason: given.reason,
        ...(verdict === 'edit' ? { value: { text: given.text } } : {}),
      }),
    {
      ...problem,
      onDone: (_recorded, { suggestion }) => {
        settleReading(suggestion)
        const next = nextUnread(lines, at)
        if (next) show(next.suggestion)
        readAgain()
      },
    },
  )
  const undo = useMutation(
    ({ suggestion }: { suggestion: string; reading: Reading | null }) => client.readings.undo({ suggestion, ...from }),
    {
      ...problem,
      onDone: (_recorded, { suggestion, reading }) => {
        if (reading) giveBackReading(suggestion, reading)
        notify(t('referent.reading.undone'))
        show(suggestion)
        readAgain()
      },
    },
  )
  const give = (verdict: ReadingVerdict, given: Given = { reason: '', text: '' }) => {
    setWindow(null)
    if (shown) void record.run({ suggestion: shown.suggestion, verdict, given })
  }
  const takeBack = () => {
    if (!shown || undo.busy) return
    const { suggestion } = shown
    void undo.run({ suggestion, reading: paper.data?.suggestion === suggestion ? paper.data.reading : null })
  }
  const walk = (by: 1 | -1) => {
    const line = lines[at + by]
    if (line) show(line.suggestion)
  }
  return { lines, shown, at, paper, window, setWindow, give, takeBack, walk, show, busy: record.busy, brake: useBrake(shown?.suggestion) }
}
