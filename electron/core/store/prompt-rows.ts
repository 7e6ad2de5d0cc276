// The house's own prompts. The only SQL over `prompts`.
import type { Selectable } from 'kysely'
import type { PromptLang, PromptState } from '../../../shared/domain/prompt.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import type { Readable, Writable } from './database.ts'
import type { Schema } from './schema.ts'

export type StoredPrompt = {
  hash: string
  task: Task
  lang: PromptLang
  version: number
  text: string
  state: Exclude<PromptState, 'shipped'>
  added: { by: string; at: string }
  approval: { by: string; at: string; entry: string } | null
  /** True when the ledger holds the approval: a state written past it is worth nothing. */
  ledgered: boolean
}

type Row = Selectable<Schema['prompts']> & { ledgered: string | null }

/** Every prompt with the entry that approved it, when there is one of that act about that prompt. */
function select(db: Readable) {
  return db
    .selectFrom('prompts')
    .leftJoin('ledger', (join) =>
      join.onRef('ledger.id', '=', 'prompts.entry').onRef('ledger.subject', '=', 'prompts.hash').on('ledger.act', '=', 'prompt.approved'),
    )
    .selectAll('prompts')
    .select('ledger.id as ledgered')
}

function promptOfRow(row: Row): StoredPrompt {
  return {
    hash: row.hash,
    task: row.task as Task,
    lang: row.lang as PromptLang,
    version: row.version,
    text: row.text,
    state: row.state as StoredPrompt['state'],
    added: { by: row.added_by, at: row.added_at },
    approval:
      row.approved_by === null || row.approved_at === null || row.entry === null
        ? null
        : { by: row.approved_by, at: row.approved_at, entry: row.entry },
    ledgered: row.ledgered !== null,
  }
}

/** Newest first. */
export async function listPrompts(db: Readable): Promise<StoredPrompt[]> {
  return (await select(db).orderBy('added_at', 'desc').orderBy('hash').execute()).map(promptOfRow)
}

export async function findPrompt(db: Readable, hash: string): Promise<StoredPrompt | null> {
  const row = await select(db).where('prompts.hash', '=', hash).executeTakeFirst()
  return row ? promptOfRow(row) : null
}

/** The one approved for a task and language; there is never more than one. */
export async function findApproved(db: Readable, task: Task, lang: PromptLang): Promise<StoredPrompt | null> {
  const row = await select(db)
    .where('prompts.task', '=', task)
    .where('prompts.lang', '=', lang)
    .where('prompts.state', '=', 'approved')
    .executeTakeFirst()
  return row ? promptOfRow(row) : null
}

export async function insertPrompt(
  db: Writable,
  prompt: Pick<StoredPrompt, 'hash' | 'task' | 'lang' | 'version' | 'text' | 'added'>,
): Promise<void> {
  const { added, ...row } = prompt
  await db
    .insertInto('prompts')
    .values({ ...row, state: 'added', added_by: added.by, added_at: added.at, approved_by: null, approved_at: null, entry: null })
    .execute()
}

export async function changePrompt(
  db: Writable,
  hash: string,
  change: { state: 'approved'; approval: NonNullable<StoredPrompt['approval']> } | { state: 'retired' },
): Promise<void> {
  const row =
    change.state === 'retired'
      ? { state: 'retired' }
      : { state: 'approved', approved_by: change.approval.by, approved_at: change.approval.at, entry: change.approval.entry }
  await db.updateTable('prompts').set(row).where('hash', '=', hash).execute()
}
