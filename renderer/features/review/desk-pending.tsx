// What stands in the middle while an item is read, or when it could not be. It must not know the item's kind.
import type { DeskError } from '../../../shared/domain/error.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'

export interface DeskPendingProps {
  readonly failed: DeskError | undefined
  readonly onRetry: () => void
  readonly loading: string
}

/** `Lecture…`, or what went wrong and a way to try again. */
export function DeskPending({ failed, onRetry, loading }: DeskPendingProps) {
  const { t, error } = useWords()
  return failed ? <ErrorState text={`${t('review.itemFailed')} ${error(failed)}`} onRetry={onRetry} /> : <Loading text={loading} />
}
