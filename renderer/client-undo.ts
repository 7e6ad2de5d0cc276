// Says what was done, with a way to take it back: a message whose button, or Z, undoes it. It outlives the screen that did it.
// It must not know what is undone.
import { toDeskError } from './client.ts'
import { notify } from './ui/toast.tsx'
import { wordsNow } from './words/use-words.ts'

/** Why it was not taken back: what rests on it by now, in words of its own. */
export function whyNot(thrown: unknown): string {
  const { error, maybe } = wordsNow()
  const known = toDeskError(thrown)
  return maybe(`undo.since.${String(known.details['since'])}`, error(known))
}

interface Undoable {
  /** What was done, as the person reads it. */
  readonly said: string
  readonly undo: () => Promise<unknown>
  /** What is said once it is undone. */
  readonly undone: string
}

export function offerUndo({ said, undo, undone }: Undoable): void {
  const takeBack = async () => {
    try {
      await undo()
      notify(undone)
    } catch (thrown) {
      notify(whyNot(thrown), { kind: 'problem' })
    }
  }
  notify(said, { action: { label: wordsNow().t('frame.undo'), run: () => void takeBack() } })
}
