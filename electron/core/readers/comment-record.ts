// One comment record (JSON object, CSV row) to a draft.
// It must not know pseudonyms or masking: those come after, before anything is stored.
import { commentVerdictSchema } from '../../../shared/domain/comment.ts'
import type { CommentDraft, CommentVerdict } from '../../../shared/domain/comment.ts'
import type { ColumnMap } from '../../../shared/domain/import.ts'
import { isHtmlBody } from './article-record.ts'
import { htmlToText } from './html-to-text.ts'
import { recordId, referenceId } from './record-id.ts'
import { RecordFields } from './record-fields.ts'
import type { FieldNames } from './record-fields.ts'

/** The names under which each field of a comment is found. E-mail and IP have none: they are never read. */
export const commentFields = {
  id: ['id', 'comment_id', 'identifiant'],
  article: ['article', 'article_id', 'articleId', 'post', 'post_id'],
  parent: ['parent', 'parent_id', 'parentId', 'reply_to', 'in_reply_to', 'reponse_a'],
  author: ['author', 'author_name', 'auteur', 'pseudo', 'pseudonyme', 'user', 'username'],
  body: ['body', 'text', 'texte', 'content', 'contenu', 'comment', 'commentaire', 'message'],
  lang: ['lang', 'language', 'langue'],
  date: ['date', 'published', 'publishedAt', 'published_at', 'created_at', 'createdAt', 'posted_at'],
  label: ['label'],
  decision: ['decision', 'décision', 'verdict'],
  clause: ['clause'],
} as const satisfies FieldNames

const verdicts: Readonly<Record<string, CommentVerdict>> = {
  publié: 'publish',
  published: 'publish',
  approved: 'publish',
  refusé: 'refuse',
  refused: 'refuse',
  rejected: 'refuse',
  doute: 'doubt',
}

/** The draft, or the reason why the record is refused. */
export function readCommentRecord(
  record: Readonly<Record<string, unknown>>,
  path: string,
  map?: ColumnMap,
): { draft: CommentDraft } | { reason: string } {
  const fields = new RecordFields(record, commentFields, map)
  const body = fields.text('body')
  const parent = fields.id('parent')
  const draft: CommentDraft = {
    id: recordId({ own: fields.id('id'), path }),
    article: readReference(fields, 'article'),
    // Forums write 0 for "no parent".
    parent: parent === '0' ? null : readReference(fields, 'parent'),
    author: fields.line('author'),
    body: body !== null && isHtmlBody(body) ? htmlToText(body) : (body ?? ''),
    lang: fields.line('lang'),
    date: fields.line('date'),
    label: readLabel(fields),
    decision: readDecision(fields),
    clause: fields.line('clause'),
  }
  if (fields.problem !== null) return { reason: fields.problem }
  if (body === null) return { reason: 'body is missing' }
  return draft.body.trim() === '' ? { reason: 'body is empty' } : { draft }
}

function readReference(fields: RecordFields, field: string): string | null {
  return referenceId(fields.id(field))
}

function readLabel(fields: RecordFields): 0 | 1 | null {
  const value = fields.raw('label')
  if (value === null || value === '') return null
  if (value === 1 || value === '1' || value === true) return 1
  if (value === 0 || value === '0' || value === false) return 0
  fields.refuse('label must be 0 or 1')
  return null
}

function readDecision(fields: RecordFields): CommentVerdict | null {
  const word = fields.line('decision')?.toLowerCase() ?? null
  if (word === null) return null
  const verdict =
    commentVerdictSchema.options.find((option) => option === word) ?? (Object.hasOwn(verdicts, word) ? verdicts[word] : undefined)
  if (verdict === undefined) fields.refuse('decision must be publish, refuse or doubt')
  return verdict ?? null
}
