// A point somebody writes while it is written: its text, its findings, its checks, whether it may be added.
// It must not know how the window looks.
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { blockingOf, checksFor, overrideLength } from './claim-rules.ts'
import { remember, useTicks } from './desk-store.ts'
import { useKeptText } from '../../ui/use-kept-text.ts'
import { useTextCheck } from './use-text-check.ts'

/** The state of the window `+` opens. Ticks belong to the exact text: another wording asks for them anew. */
export function useAddPoint(item: string, experiment: string | undefined, onClose: () => void) {
  const { t } = useWords()
  const kept = useKeptText('add', item)
  const why = useKeptText('override', `add-${item}`)
  const empty = kept.text.trim() === ''
  const check = useTextCheck(item, empty ? null : kept.text, [])
  const needed = checksFor(check.verbatim)
  const ticksKey = `add:${item}:${kept.text}`
  const ticked = useTicks(ticksKey)
  const blocking = blockingOf(check.flags).length > 0
  const overridden = !blocking || why.text.trim().length >= overrideLength
  const ready = !empty && check.state !== 'checking' && needed.every((one) => ticked.includes(one)) && overridden
  const add = useMutation(client.reviews.add, {
    onDone: ({ id }) => {
      kept.clear()
      why.clear()
      remember({ kind: 'suggestions', item, ids: [id] })
      notify(t('review.said.added'))
      onClose()
    },
  })
  const confirm = () =>
    add.run({
      item,
      task: 'key-points',
      value: { text: kept.text.trim() },
      checks: [...needed],
      ...(blocking ? { override: why.text.trim() } : {}),
      ...(experiment === undefined ? {} : { experiment }),
    })
  return { kept, why, empty, check, needed, ticksKey, blocking, ready, busy: add.busy, error: add.error, confirm }
}
