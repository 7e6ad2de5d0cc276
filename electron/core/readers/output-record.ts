// One output of another tool (`import --kind outputs`) to a draft that will be reviewed like our own.
// It must not know whether the article exists: the store does.
import { taskSchema, valueSchemas } from '../../../shared/domain/suggestion.ts'
import type { SuggestionValue, Task } from '../../../shared/domain/suggestion.ts'
import type { ColumnMap } from '../../../shared/domain/import.ts'
import { normalise } from '../text/normalise.ts'
import { isUnreadable, RecordFields } from './record-fields.ts'
import type { FieldNames } from './record-fields.ts'
import { recordId, referenceId } from './record-id.ts'

/** What another tool produced: `article` is an article id (a comment id for moderation), `value` has its task's shape. */
export type OutputDraft = { id: string; article: string; task: Task; value: SuggestionValue; engine: string }

export const outputFields = {
  id: ['id'],
  article: ['article', 'item', 'comment'],
  task: ['task'],
  value: ['value'],
  engine: ['engine'],
} as const satisfies FieldNames

/** The draft, or the reason why the record is refused. Key points may be a bare text. */
export function readOutputRecord(
  record: Readonly<Record<string, unknown>>,
  path: string,
  map?: ColumnMap,
): { draft: OutputDraft } | { reason: string } {
  const fields = new RecordFields(record, outputFields, map)
  const task = fields.choice('task', taskSchema.options)
  const article = referenceId(fields.id('article'))
  const engine = fields.line('engine')
  const id = recordId({ own: fields.id('id'), path })
  const given = fields.raw('value')
  if (fields.problem !== null) return { reason: fields.problem }
  if (task === null || article === null || engine === null || given === null)
    return { reason: 'article, task, value and engine are needed' }
  const parsed = valueSchemas[task].safeParse(task === 'key-points' && typeof given === 'string' ? { text: given } : given)
  if (!parsed.success) return { reason: `value has not the shape of ${task}` }
  if (holdsUnreadable(parsed.data)) return { reason: 'value holds an unreadable character' }
  const value = 'text' in parsed.data ? { text: normalise(parsed.data.text) } : parsed.data
  return { draft: { id, article, task, value, engine } }
}

function holdsUnreadable(value: unknown): boolean {
  if (typeof value === 'string') return isUnreadable(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsUnreadable)
}
