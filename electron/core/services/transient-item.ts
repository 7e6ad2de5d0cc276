// A record handed over for one try, not stored.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import type { TaskItem } from '../engines/inference-engine.ts'
import { readArticleRecord } from '../readers/article-record.ts'
import { readCommentRecord } from '../readers/comment-record.ts'
import { maskPersonalData } from '../text/personal-data.ts'
import { detectLanguage } from '../text/language.ts'
import { articleHash, commentHash } from './content-hashes.ts'

/** @throws DeskError `bad-input` when the record is not of the form imports read. */
export function readTransientItem(task: Task, record: unknown): TaskItem {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw new DeskError('bad-input', 'record', 'is not a JSON object')
  const fields = { ...record } as Record<string, unknown>
  if (task === 'moderation') return transientComment(fields)
  const read = readArticleRecord(fields, 'record')
  if ('reason' in read) throw new DeskError('bad-input', 'record', read.reason)
  const { draft } = read
  const lang = draft.lang ?? detectLanguage(`${draft.title}\n${draft.body}`)
  const rights = draft.rights ?? 'own'
  return {
    kind: 'article',
    article: { ...draft, lang, rights, aiUse: draft.aiUse ?? rights === 'own', hash: articleHash(draft), importedAt: '' },
  }
}

function transientComment(fields: Record<string, unknown>): TaskItem {
  const read = readCommentRecord(fields, 'record')
  if ('reason' in read) throw new DeskError('bad-input', 'record', read.reason)
  const { text, masked } = maskPersonalData(read.draft.body)
  const lang = read.draft.lang ?? detectLanguage(text)
  return {
    kind: 'comment',
    comment: { ...read.draft, author: null, body: text, lang, masked, hash: commentHash({ body: text }), importedAt: '', decided: null },
    article: null,
    parents: [],
  }
}
