// The half-written words of a second reading: forgotten once it is recorded, given back when it is undone.
// It must not know the windows they are written in.
import type { Reading } from '../../../shared/domain/reading.ts'
import { keepDraft } from '../../ui/drafts.ts'

/** Where each verdict's half-written text is kept. */
export const readingDrafts = { edit: 'readingEdit', reject: 'readingReject', unsure: 'readingUnsure' } as const

/** The reading is recorded: nothing of it is half-written any more. */
export function settleReading(suggestion: string): void {
  for (const kind of [...Object.values(readingDrafts), 'readingEditWhy'] as const) keepDraft(kind, suggestion, null)
}

/** The reading was taken back: what was written is there again when its window opens. */
export function giveBackReading(suggestion: string, { verdict, reason, value }: Reading): void {
  if (verdict === 'accept') return
  const edited = verdict === 'edit'
  keepDraft(readingDrafts[verdict], suggestion, edited ? (value && 'text' in value ? value.text : null) : reason)
  if (edited) keepDraft('readingEditWhy', suggestion, reason)
}
