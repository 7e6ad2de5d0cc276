// Reads an entry's facts and contents for the screen. Pure; it must not know React or words.
import type { LedgerView } from '../../../shared/contract/desk.ts'
import { checkSchema, taskSchema, type Check, type Task } from '../../../shared/domain/suggestion.ts'
import { commentVerdictSchema, type CommentVerdict } from '../../../shared/domain/comment.ts'

/** The task an entry is about, or null. */
export function taskOf(entry: LedgerView): Task | null {
  const read = taskSchema.safeParse(entry.body.facts['task'])
  return read.success ? read.data : null
}

/** The checks a person recorded. */
export function checksOf(entry: LedgerView): Check[] {
  const { checks } = entry.body.facts
  return Array.isArray(checks) ? checks.flatMap((one) => checkSchema.safeParse(one).data ?? []) : []
}

export function verdictOf(entry: LedgerView): CommentVerdict | null {
  return commentVerdictSchema.safeParse(entry.body.facts['decision']).data ?? null
}

/** A fact as a text, empty when there is none. */
export function factOf(entry: LedgerView, name: string): string {
  const value = entry.body.facts[name]
  return typeof value === 'string' ? value : ''
}

/** What a person would read in a stored content: the words of a value rather than its JSON. */
export function readableContent(content: string): string {
  try {
    const value: unknown = JSON.parse(content)
    if (typeof value === 'string') return value
    if (typeof value === 'object' && value !== null) {
      if ('text' in value && typeof value.text === 'string') return value.text
      if ('label' in value && typeof value.label === 'string') return value.label
      if ('article' in value && typeof value.article === 'string') return value.article
      if ('title' in value && typeof value.title === 'string') return value.title
    }
    return content
  } catch {
    return content
  }
}
