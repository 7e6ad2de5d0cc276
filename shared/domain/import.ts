// What an import reads, keeps and refuses.
import { z } from 'zod'
import { articleDraftSchema, rightsSchema } from './article.ts'
import { commentDraftSchema } from './comment.ts'

export const importKindSchema = z.enum(['articles', 'comments', 'outputs'])
export type ImportKind = z.infer<typeof importKindSchema>

/** One refused record. `at` is a place in the file (`line 12`, `record 3`, `item 2 (byte 4096)`). */
export const rejectionSchema = z.object({ file: z.string(), at: z.string(), reason: z.string() })
export type Rejection = z.infer<typeof rejectionSchema>

export const importResultSchema = z.object({
  imported: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.array(rejectionSchema),
  /** A person stopped it: what was read before is kept, the rest was not read. Absent otherwise. */
  stopped: z.boolean().optional(),
  /** Names an import of articles that can be taken back. Absent when it brought none, or nobody gave it a ticket. */
  ticket: z.string().optional(),
})
export type ImportResult = z.infer<typeof importResultSchema>

/** CSV: which column feeds which field; JSON Lines: which key. Keys are fields of the draft; `''` is no column at all, not even a guessed one. */
export const columnMapSchema = z.record(z.string(), z.string())
export type ColumnMap = z.infer<typeof columnMapSchema>

export const importPreviewSchema = z.object({
  kind: importKindSchema,
  files: z.array(z.object({ name: z.string(), format: z.string(), bytes: z.int() })),
  columns: z.array(z.string()),
  map: columnMapSchema,
  /** `map` is what a person chose for the last file of these columns. */
  remembered: z.boolean(),
  /** Files whose columns are not the first file's: the map may not suit them. */
  otherColumns: z.array(z.string()),
  articles: z.array(articleDraftSchema),
  comments: z.array(commentDraftSchema),
  rejected: z.array(rejectionSchema),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

export const importOptionsSchema = z.object({
  kind: importKindSchema.default('articles'),
  rights: rightsSchema.default('own'),
  /** Null: allowed for own articles only. */
  aiUse: z.boolean().nullable().default(null),
  map: columnMapSchema.optional(),
  /** Outputs: the approved experiment whose engines made them; left out, they belong to the free trial. */
  experiment: z.string().optional(),
})
export type ImportOptions = z.infer<typeof importOptionsSchema>
