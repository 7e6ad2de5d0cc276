// Stores comments, pseudonymised and masked before anything is written.
import type { CommentDraft } from '../../../shared/domain/comment.ts'
import type { ImportResult } from '../../../shared/domain/import.ts'
import { insertComments, knownComments, updateComment, type StoredComment } from '../store/comment-rows.ts'
import { detectLanguage } from '../text/language.ts'
import { maskPersonalData } from '../text/personal-data.ts'
import { batchSize, type Located } from './import-articles.ts'
import { commentHash } from './content-hashes.ts'
import { expireDecision } from './comment-decisions.ts'
import type { DeskContext } from './context.ts'
import { openPseudonyms } from './pseudonyms.ts'
import { followText } from './stale-outputs.ts'

export async function importComments(desk: DeskContext, records: AsyncIterable<Located<CommentDraft>>): Promise<ImportResult> {
  const pseudonymOf = await openPseudonyms(desk.store.folder, desk.clock)
  const result: ImportResult = { imported: 0, updated: 0, unchanged: 0, rejected: [] }
  let batch: { file: string; at: string; comment: StoredComment }[] = []
  for await (const { file, read } of records) {
    if (!read.ok) {
      result.rejected.push(read.rejection)
      continue
    }
    batch.push({ file, at: read.at, comment: storedForm(desk, read.draft, file, pseudonymOf) })
    if (batch.length >= batchSize) {
      await storeBatch(desk, batch, result)
      batch = []
    }
  }
  await storeBatch(desk, batch, result)
  return result
}

function storedForm(desk: DeskContext, draft: CommentDraft, file: string, pseudonymOf: (author: string) => string): StoredComment {
  const { text, masked } = maskPersonalData(draft.body)
  return {
    ...draft,
    author: draft.author === null ? null : pseudonymOf(draft.author),
    body: text,
    masked,
    lang: draft.lang ?? detectLanguage(text),
    source: file,
    hash: commentHash({ body: text }),
    importedAt: desk.clock().toISOString(),
  }
}

async function storeBatch(
  desk: DeskContext,
  batch: readonly { file: string; at: string; comment: StoredComment }[],
  result: ImportResult,
): Promise<void> {
  if (batch.length === 0) return
  const changed: string[] = []
  await desk.pen.write(async (db) => {
    const known = await knownComments(
      db,
      batch.map((record) => record.comment.id),
    )
    const fresh = new Map<string, StoredComment>()
    for (const { file, at, comment } of batch) {
      const stored = known.get(comment.id)
      if (fresh.has(comment.id)) result.rejected.push({ file, at, reason: 'id-conflict: the same id came twice in this file' })
      else if (!stored) fresh.set(comment.id, comment)
      else if (stored.source !== comment.source)
        result.rejected.push({ file, at, reason: 'id-conflict: the same id was imported from another source' })
      else if (stored.hash === comment.hash) result.unchanged += 1
      else {
        await updateComment(db, comment)
        await followText(desk, db, comment.id, comment.hash)
        await expireDecision(desk, db, comment.id)
        result.updated += 1
        changed.push(comment.id)
      }
    }
    await insertComments(db, [...fresh.values()])
    result.imported += fresh.size
    changed.push(...fresh.keys())
  })
  if (changed.length > 0) desk.emit({ type: 'comment.changed', ids: changed })
}
