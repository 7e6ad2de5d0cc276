// Text for the clipboard. What is not validated carries its warning with it.
import type { Task } from '../../../shared/domain/suggestion.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { findArticles } from '../store/article-rows.ts'
import { changeSuggestion, findSuggestions, listSuggestions } from '../store/suggestion-rows.ts'
import type { SuggestionState } from '../../../shared/domain/suggestion.ts'
import type { Actor, DeskContext } from './context.ts'
import { escapeHtml } from './formats/markup.ts'
import { wordsOf } from './report.ts'
import { mayLeave } from './review-states.ts'
import { suggestionOf } from './reviews.ts'

/** Stands before every copied output that nobody validated. */
export const unvalidatedPrefix = '[PROPOSITION NON VALIDÉE]'

export type Copied = { text: string; html: string | null; validated: number; unvalidated: number }

/** The item's validated outputs of one task; with `ids`, exactly those, unvalidated ones marked. */
export async function copyOutputs(desk: DeskContext, actor: Actor, wanted: { item: string; task: Task; form: 'plain' | 'html' | 'comma'; ids?: string[] | undefined }): Promise<Copied> {
  if (wanted.task === 'moderation') throw new DeskError('not-signed-off', 'opinion', 'an opinion is not an output: decide the comment')
  const rows = wanted.ids ? await findSuggestions(desk.store.read, wanted.ids) : await listSuggestions(desk.store.read, { item: wanted.item, task: wanted.task, states: ['accepted', 'edited'] })
  const suggestions = rows.filter((row) => row.item === wanted.item && row.task === wanted.task).map(suggestionOf)
  const targets = new Map(
    (
      await findArticles(
        desk.store.read,
        suggestions.flatMap((suggestion) => ('article' in suggestion.value ? [suggestion.value.article] : [])),
      )
    ).map((article) => [article.id, article.title]),
  )
  const lines = suggestions.map((suggestion) => {
    const text = 'article' in suggestion.value ? (targets.get(suggestion.value.article) ?? suggestion.value.article) : wordsOf(suggestion.value)
    return mayLeave(suggestion.state) ? text : `${unvalidatedPrefix} ${text}`
  })
  const leaving = suggestions.filter((suggestion) => mayLeave(suggestion.state as SuggestionState))
  await recordCopy(
    desk,
    actor,
    leaving.map((suggestion) => suggestion.id),
  )
  return { ...written(lines, wanted.form), validated: leaving.length, unvalidated: suggestions.length - leaving.length }
}

function written(lines: readonly string[], form: 'plain' | 'html' | 'comma'): Pick<Copied, 'text' | 'html'> {
  if (form === 'comma') return { text: lines.join(', '), html: null }
  if (form === 'plain') return { text: lines.join('\n'), html: null }
  const html = `<ul>\n${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}\n</ul>`
  return { text: html, html }
}

/** A validated output in the clipboard has left the desk: from now on it is withdrawn, not undone. */
async function recordCopy(desk: DeskContext, actor: Actor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await desk.pen.write(async (db) => {
    await desk.pen.append(db, { act: 'outputs.exported', subject: desk.ids(), actor, facts: { format: 'clipboard', count: ids.length, ids: [...ids] } })
    for (const id of ids) await changeSuggestion(db, id, { exported_at: desk.clock().toISOString() })
  })
  desk.emit({ type: 'suggestion.changed', items: [] })
}
