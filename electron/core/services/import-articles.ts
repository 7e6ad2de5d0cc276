// Stores what the readers read, in short transactions: new, changed, unchanged, refused.
import type { ArticleDraft } from '../../../shared/domain/article.ts'
import type { ImportOptions, ImportResult } from '../../../shared/domain/import.ts'
import type { Read } from '../readers/source.ts'
import { findArticle, insertArticles, knownArticles, updateArticle, type StoredArticle } from '../store/article-rows.ts'
import type { Writable } from '../store/database.ts'
import { detectLanguage } from '../text/language.ts'
import { articleHash } from './content-hashes.ts'
import type { DeskContext } from './context.ts'
import { followText } from './stale-outputs.ts'

/** Records per transaction: keeps each under 50 ms on a laptop. */
export const batchSize = 200

/** One read record with the file it came from. */
export type Located<T> = { file: string; read: Read<T> }

export async function importArticles(
  desk: DeskContext,
  records: AsyncIterable<Located<ArticleDraft>>,
  options: ImportOptions,
): Promise<ImportResult> {
  const result: ImportResult = { imported: 0, updated: 0, unchanged: 0, rejected: [] }
  let batch: { file: string; at: string; article: StoredArticle }[] = []
  const seen = new Map<string, string>()
  for await (const { file, read } of records) {
    if (!read.ok) {
      result.rejected.push(read.rejection)
      continue
    }
    const article = storedForm(desk, read.draft, file, options)
    const earlier = seen.get(article.id)
    if (earlier !== undefined && earlier !== file) {
      result.rejected.push({ file, at: read.at, reason: `id-conflict: the same id stands in another file of this import` })
      continue
    }
    seen.set(article.id, file)
    batch.push({ file, at: read.at, article })
    if (batch.length >= batchSize) {
      await storeBatch(desk, batch, result)
      batch = []
    }
  }
  await storeBatch(desk, batch, result)
  return result
}

function storedForm(desk: DeskContext, draft: ArticleDraft, file: string, options: ImportOptions): StoredArticle {
  const rights = draft.rights ?? options.rights
  return {
    ...draft,
    source: file,
    lang: draft.lang ?? detectLanguage(`${draft.title}\n${draft.body}`),
    rights,
    aiUse: draft.aiUse ?? options.aiUse ?? rights === 'own',
    hash: articleHash(draft),
    importedAt: desk.clock().toISOString(),
  }
}

/** The text is the same, but its file now bars it, embargoes it or takes AI rights away: that holds at once. Nothing is ever loosened here. */
async function tighten(db: Writable, article: StoredArticle): Promise<boolean> {
  const present = await findArticle(db, article.id)
  if (!present) return false
  const loses = present.aiUse && !article.aiUse
  const barred = present.doNotLink === null && article.doNotLink !== null
  const held = article.embargo !== null && article.embargo !== present.embargo
  if (!loses && !barred && !held) return false
  await updateArticle(db, {
    ...present,
    source: article.source,
    rights: loses ? article.rights : present.rights,
    aiUse: present.aiUse && article.aiUse,
    doNotLink: present.doNotLink ?? article.doNotLink,
    embargo: held ? article.embargo : present.embargo,
  })
  return true
}

async function storeBatch(
  desk: DeskContext,
  batch: readonly { file: string; at: string; article: StoredArticle }[],
  result: ImportResult,
): Promise<void> {
  if (batch.length === 0) return
  const changed: string[] = []
  await desk.pen.write(async (db) => {
    const known = await knownArticles(
      db,
      batch.map((record) => record.article.id),
    )
    const fresh = new Map<string, StoredArticle>()
    for (const { file, at, article } of batch) {
      const stored = known.get(article.id)
      if (fresh.has(article.id)) {
        result.rejected.push({ file, at, reason: 'id-conflict: the same id came twice in this file' })
      } else if (!stored) {
        fresh.set(article.id, article)
      } else if (stored.source !== article.source) {
        result.rejected.push({ file, at, reason: 'id-conflict: the same id was imported from another source' })
      } else if (stored.hash === article.hash) {
        result.unchanged += 1
        if (await tighten(db, article)) changed.push(article.id)
      } else {
        // A bar that a person set (an acquittal, an erasure) does not fall because the file knows nothing of it.
        const barred = article.doNotLink ?? (await findArticle(db, article.id))?.doNotLink ?? null
        await updateArticle(db, { ...article, doNotLink: barred })
        await followText(desk, db, article.id, article.hash)
        result.updated += 1
        changed.push(article.id)
      }
    }
    await insertArticles(db, [...fresh.values()])
    result.imported += fresh.size
    changed.push(...fresh.keys())
  })
  if (changed.length > 0) desk.emit({ type: 'article.changed', ids: changed })
}
