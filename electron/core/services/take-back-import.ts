// Takes back the last import of articles, or one that was pasted, while nobody worked with what came: it leaves the desk again.
// It must not touch articles the import changed: their former text is not kept anywhere.
import { z } from 'zod'
import type { ImportResult } from '../../../shared/domain/import.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { knownArticles, lastArticleNumber } from '../store/article-rows.ts'
import type { Writable } from '../store/database.ts'
import { readSetting, writeSetting } from '../store/desk-rows.ts'
import { broughtArticles, removeArticles, workedArticles } from '../store/unbring-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { noWayBack } from './no-way-back.ts'

const key = 'last-import'
const noteSchema = z
  .object({
    ticket: z.string(),
    after: z.int(),
    upTo: z.int(),
    sources: z.array(z.string()),
    from: z.string(),
    until: z.string(),
    imported: z.int(),
  })
  .nullable()
type ImportNote = NonNullable<z.infer<typeof noteSchema>>

/** What `saveArticle` notes as the source of a new article. */
const pastedSource = 'pasted'
/** Keeps each transaction short. */
const batchSize = 200

/** After a purge of everything not even the names of its files are kept. */
export async function forgetLastImport(db: Writable): Promise<void> {
  await writeSetting(db, key, null)
}

/** What an import begins with: where the archive ended. */
export async function beginImport(desk: Pick<DeskContext, 'store' | 'clock'>): Promise<{ after: number; from: string }> {
  return { after: await lastArticleNumber(desk.store.read), from: desk.clock().toISOString() }
}

/** Remembers what the import brought, so that it can be taken back. */
export async function rememberImport(
  desk: Pick<DeskContext, 'store' | 'clock'>,
  begun: { ticket: string; after: number; from: string; sources: readonly string[] },
  { imported }: ImportResult,
): Promise<void> {
  const note = {
    ...begun,
    sources: [...new Set(begun.sources)],
    upTo: await lastArticleNumber(desk.store.read),
    until: desk.clock().toISOString(),
    imported,
  } satisfies ImportNote
  await desk.store.write((db) => writeSetting(db, key, note))
}

/**
 * Removes the articles the import brought, one entry a transaction. Killed in between, the same call goes on.
 * @throws DeskError `bad-transition` when it is not the last import, or something was corrected, decided, run or written on them since.
 */
export async function takeBackImport(desk: DeskContext, actor: Actor, ticket: string): Promise<{ removed: number }> {
  const note = noteSchema.catch(null).parse(await readSetting(desk.store.read, key))
  if (note === null || note.ticket !== ticket) throw noWayBack('import', 'nothing')
  const ids = await broughtArticles(desk.store.read, note)
  if (ids.length !== note.imported) throw noWayBack('import', 'leant')
  for (let start = 0; start < ids.length; start += batchSize) {
    if ((await workedArticles(desk.store.read, ids.slice(start, start + batchSize))).length > 0) throw noWayBack('import', 'leant')
  }
  for (let start = 0; start < ids.length; start += batchSize) {
    const part = ids.slice(start, start + batchSize)
    const left = ids.length - start - part.length
    await desk.pen.write((db) => removePart(desk, db, actor, { part, note: { ...note, imported: left } }))
    desk.emit({ type: 'article.changed', ids: part })
  }
  desk.emit({ type: 'suggestion.changed', items: [] })
  return { removed: ids.length }
}

type Part = { readonly part: readonly string[]; readonly note: ImportNote }

async function removePart(desk: DeskContext, db: Writable, actor: Actor, { part, note }: Part): Promise<void> {
  // Somebody may have corrected one of them, or begun to work with it, while the others went.
  const untouched = new Set(await broughtArticles(db, note))
  if (part.some((id) => !untouched.has(id)) || (await workedArticles(db, part)).length > 0) throw noWayBack('import', 'leant')
  const articles = await removeArticles(db, part)
  await desk.pen.append(db, { act: 'import.undone', subject: note.ticket, actor, facts: { articles } })
  await writeSetting(db, key, note.imported === 0 ? null : note)
}

/**
 * Removes a pasted article that still reads as it was pasted (`hash`).
 * @throws DeskError `not-found`; `bad-transition` when it came otherwise, was corrected, or somebody worked with it since.
 */
export async function takeBackPasted(desk: DeskContext, actor: Actor, { id, hash }: { id: string; hash: string }): Promise<void> {
  await desk.pen.write(async (db) => {
    const article = (await knownArticles(db, [id])).get(id)
    if (!article) throw new DeskError('not-found', `article ${id}`, 'is not on this desk', { id })
    if (article.source !== pastedSource || article.hash !== hash) throw noWayBack(`article ${id}`, 'changed')
    if ((await workedArticles(db, [id])).length > 0) throw noWayBack(`article ${id}`, 'worked')
    const articles = await removeArticles(db, [id])
    await desk.pen.append(db, { act: 'import.undone', subject: id, actor, facts: { articles } })
  })
  desk.emit({ type: 'article.changed', ids: [id] })
  desk.emit({ type: 'suggestion.changed', items: [id] })
}
