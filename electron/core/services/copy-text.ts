// Text for the clipboard. What is not validated carries its warning with it.
import { unvalidatedPrefix, type SuggestionState, type Task } from '../../../shared/domain/suggestion.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { findArticles } from '../store/article-rows.ts'
import type { Writable } from '../store/database.ts'
import { changeSuggestion, findSuggestions, listSuggestions, type SuggestionRow } from '../store/suggestion-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { collectExportable } from './exportable.ts'
import { escapeHtml } from './formats/markup.ts'
import { wordsOf } from './report-quotes.ts'
import { mayLeave } from './review-states.ts'
import { suggestionOf } from './reviews.ts'

export type Copied = { text: string; html: string | null; validated: number; unvalidated: number }

/** The item's validated outputs of one task; with `ids`, exactly those, unvalidated ones marked. */
export async function copyOutputs(
  desk: DeskContext,
  actor: Actor,
  wanted: { item: string; task: Task; form: 'plain' | 'html' | 'comma'; ids?: string[] | undefined },
): Promise<Copied> {
  if (wanted.task === 'moderation') throw new DeskError('not-signed-off', 'opinion', 'an opinion is not an output: decide the comment')
  const copied = await desk.pen.write(async (db) => {
    const suggestions = (await chosen(db, wanted, desk.clock())).map(suggestionOf)
    const targets = new Map(
      (
        await findArticles(
          db,
          suggestions.flatMap(({ value }) => ('article' in value ? [value.article] : [])),
        )
      ).map((article) => [article.id, article.title]),
    )
    const lines = suggestions.map(({ state, value }) => {
      const text = 'article' in value ? (targets.get(value.article) ?? value.article) : wordsOf(value)
      return mayLeave(state) ? text : `${unvalidatedPrefix} ${text}`
    })
    const leaving = suggestions.flatMap(({ id, state }) => (mayLeave(state) ? [id] : []))
    await recordCopy(desk, db, actor, leaving)
    return { ...written(lines, wanted.form), validated: leaving.length, unvalidated: suggestions.length - leaving.length }
  })
  if (copied.validated > 0) desk.emit({ type: 'suggestion.changed', items: [wanted.item] })
  return copied
}

/** Validated ones pass the gate of every export; the others are told by their prefix. */
async function chosen(db: Writable, wanted: { item: string; task: Task; ids?: string[] | undefined }, now: Date): Promise<SuggestionRow[]> {
  const rows = wanted.ids
    ? await findSuggestions(db, [...new Set(wanted.ids)])
    : await listSuggestions(db, { item: wanted.item, task: wanted.task, states: ['accepted', 'edited'] })
  const asked = rows.filter((row) => row.item === wanted.item && row.task === wanted.task)
  const validated = asked.filter((row) => mayLeave(row.state as SuggestionState)).map((row) => row.id)
  const gate = wanted.ids ? { ids: validated } : { item: wanted.item, task: wanted.task }
  const cleared = new Set((await collectExportable(db, gate, now)).outputs.map((output) => output.id))
  return asked.filter((row) => !mayLeave(row.state as SuggestionState) || cleared.has(row.id))
}

function written(lines: readonly string[], form: 'plain' | 'html' | 'comma'): Pick<Copied, 'text' | 'html'> {
  if (form === 'comma') return { text: lines.join(', '), html: null }
  if (form === 'plain') return { text: lines.join('\n'), html: null }
  const html = `<ul>\n${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}\n</ul>`
  return { text: html, html }
}

/** A validated output in the clipboard has left the desk: from now on it is withdrawn, not undone. */
async function recordCopy(desk: DeskContext, db: Writable, actor: Actor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await desk.pen.append(db, {
    act: 'outputs.exported',
    subject: desk.ids(),
    actor,
    facts: { format: 'clipboard', count: ids.length, ids: [...ids] },
  })
  for (const id of ids) await changeSuggestion(db, id, { exported_at: desk.clock().toISOString() })
}
