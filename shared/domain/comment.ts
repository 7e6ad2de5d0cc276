// A reader's comment, pseudonymised and masked at import.
import { z } from 'zod'

export const commentVerdictSchema = z.enum(['publish', 'refuse', 'doubt'])
export type CommentVerdict = z.infer<typeof commentVerdictSchema>

/** Nobody decided yet; somebody did on this desk; somebody had before the import. */
export const commentStateSchema = z.enum(['waiting', 'here', 'before'])
export type CommentState = z.infer<typeof commentStateSchema>

/** What a reader makes of one comment record. `author` is a civil or screen name: it never passes the import. */
export const commentDraftSchema = z.object({
  id: z.string(),
  article: z.string().nullable(),
  parent: z.string().nullable(),
  author: z.string().nullable(),
  body: z.string(),
  lang: z.string().nullable(),
  date: z.string().nullable(),
  /** A past decision of the newsroom, used to learn from: 1 = held, 0 = published. */
  label: z.union([z.literal(0), z.literal(1)]).nullable(),
  decision: commentVerdictSchema.nullable(),
  clause: z.string().nullable(),
})
export type CommentDraft = z.infer<typeof commentDraftSchema>

/** A stored comment: `author` is a stable local pseudonym, personal data in `body` is masked. */
export const commentSchema = commentDraftSchema.extend({
  hash: z.string(),
  masked: z.int(),
  importedAt: z.string(),
  /** The person's decision on this desk, when there is one. */
  decided: z
    .object({
      decision: commentVerdictSchema,
      clause: z.string().nullable(),
      publicReason: z.string(),
      note: z.string(),
      by: z.string(),
      at: z.string(),
      entry: z.string(),
    })
    .nullable(),
})
export type Comment = z.infer<typeof commentSchema>

/** One clause of the house charter. */
export const charterClauseSchema = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  category: z.enum(['insult', 'hate', 'threat', 'privacy', 'spam', 'off-topic', 'defamation', 'legal', 'impersonation', 'caps']),
  /** A sentence ready to be sent to the author. */
  reason: z.string(),
})
export type CharterClause = z.infer<typeof charterClauseSchema>
export const charterSchema = z.object({
  title: z.string(),
  lang: z.string(),
  clauses: z.array(charterClauseSchema),
  /** What errors cost this newsroom, against one another: sets how wide "I don't know" is (core/tasks/moderation/decide-hold.ts). */
  costs: z.object({ wrongHold: z.number().positive(), wrongPublish: z.number().positive(), look: z.number().positive() }).optional(),
  /** How an author can contest a refusal, in the charter's language: ends the statement of reasons. Absent or empty: the sentence Marbre proposes. */
  redress: z.string().max(2000).optional(),
})
export type Charter = z.infer<typeof charterSchema>
