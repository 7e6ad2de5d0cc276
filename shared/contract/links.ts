// Links: copies of one text in the archive.
import { z } from 'zod'
import { procedure } from './procedure.ts'

/**
 * Why two pieces are almost the same: an agency's text carried again, one story brought up to date within days, or a piece
 * published again.
 */
export const copyKindSchema = z.enum(['agency-copy', 'update', 'republication'])
export const copyGroupSchema = z.object({
  kind: copyKindSchema,
  /** Share of common three-word runs between the first piece and the least like it, 0–1. */
  similarity: z.number(),
  /** Earliest first. */
  articles: z.array(z.object({ id: z.string(), title: z.string(), date: z.string().nullable() })).min(2),
})
export type CopyGroup = z.infer<typeof copyGroupSchema>

export const links = {
  /** Groups of almost the same text, the largest first; `unread` articles were not looked at yet. With `article`, its group alone. */
  nearDuplicates: procedure
    .input(z.object({ limit: z.int().min(1).max(500).default(100), article: z.string().optional() }))
    .output(z.object({ groups: z.array(copyGroupSchema), unread: z.int() })),
}
