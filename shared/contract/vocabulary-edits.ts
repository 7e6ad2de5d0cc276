// The thesaurus kept in order: tags merged, retired and brought back, how well each one does, what a file would change, the file out.
import { z } from 'zod'
import { importResultSchema } from '../domain/import.ts'
import { conceptSchema } from '../domain/vocabulary.ts'
import { importSourceSchema } from './imports.ts'
import { procedure } from './procedure.ts'

const as = z.string().optional()

/** What happens when a tag leaves, into another one or for good. */
export const leavingSchema = z.object({
  concept: z.string(),
  into: z.string().nullable(),
  /** Articles that carry it; they keep what they carry. */
  articles: z.int(),
  /** Labels the other tag would take as alternates, and tags that would move under it (merge only). */
  labels: z.array(z.string()),
  children: z.array(z.string()),
  /** Proposals that wait: those that become the other tag's, and those taken away (nothing replaces it, or the article has the other tag). */
  moved: z.int(),
  dropped: z.int(),
  /** Decisions taken; they keep saying what they said. */
  decisions: z.int(),
  /** One-line rules that call for it. */
  rules: z.int(),
  /** What decisions taught about it, that the other tag takes over. */
  learned: z.object({ accepted: z.int(), rejected: z.int(), added: z.int() }),
})
export type Leaving = z.infer<typeof leavingSchema>

/** A share with its 95 % interval (Wilson 1927), and what it was counted from; null under five decisions. */
export const shareSchema = z.object({ value: z.number(), low: z.number(), high: z.number(), of: z.int() }).nullable()
export type Share = z.infer<typeof shareSchema>

export const tagQualitySchema = z.object({
  concept: z.string(),
  label: z.string(),
  active: z.boolean(),
  accepted: z.int(),
  rejected: z.int(),
  /** Added by hand where it had not been proposed. */
  added: z.int(),
  /** Kept among what was proposed. */
  precision: shareSchema,
  /** Proposed among what was kept or added: what people added is all that is known to have been missed. */
  recall: shareSchema,
  /** Articles that carry it: in all, and in the twelve months before the newest article. */
  articles: z.int(),
  recent: z.int(),
  /** Days, `YYYY-MM-DD`, of the first and last of them. */
  first: z.string().nullable(),
  last: z.string().nullable(),
  /** `asleep`: carried before, not in those twelve months; `new`: not carried before them. */
  drift: z.enum(['asleep', 'new', 'steady', 'unused']),
})
export type TagQuality = z.infer<typeof tagQualitySchema>

export const vocabularyChangeSchema = z.object({ id: z.string(), label: z.string() })

export const vocabularyEdits = {
  /** What a merge (`into`) or a retirement would do; changes nothing. */
  previewLeave: procedure.input(z.object({ concept: z.string(), into: z.string().nullable() })).output(leavingSchema),
  /** The tag's labels and children go to `into`; it retires, replaced by it. One transaction; `restore` undoes it. */
  merge: procedure.input(z.object({ concept: z.string(), into: z.string(), as })).output(leavingSchema),
  /** The tag is proposed no more; what waits becomes the replacement's, or is taken away. */
  retire: procedure.input(z.object({ concept: z.string(), replacedBy: z.string().nullable(), as })).output(leavingSchema),
  /** Brings a retired tag back as it was, undoing its merge or retirement; what was edited since on the other tag stays. */
  restore: procedure.input(z.object({ concept: z.string(), as })).output(conceptSchema),
  /** Precision and recall of each tag from decisions, never by person; most decided first. */
  quality: procedure.input(z.object({})).output(z.array(tagQualitySchema)),
  /** The latest articles that carry a tag. */
  latest: procedure
    .input(z.object({ concept: z.string(), limit: z.int().min(1).max(50).default(8) }))
    .output(z.array(z.object({ id: z.string(), title: z.string(), day: z.string().nullable() }))),
  /** What a file would change; keeps nothing, and leaves the upload for `import`. */
  previewImport: procedure.input(z.object({ source: importSourceSchema })).output(
    z.object({
      read: z.int(),
      added: z.object({ count: z.int(), some: z.array(vocabularyChangeSchema) }),
      changed: z.object({ count: z.int(), some: z.array(vocabularyChangeSchema) }),
      /** Of the desk and not in the file; an import leaves them. */
      missing: z.object({ count: z.int(), some: z.array(vocabularyChangeSchema) }),
      rejected: importResultSchema.shape.rejected,
    }),
  ),
  /** The thesaurus as a file: SKOS Turtle (all of it) or a table for a spreadsheet. Either can be imported again. */
  export: procedure
    .input(z.object({ format: z.enum(['turtle', 'csv']) }))
    .output(z.object({ name: z.string(), mime: z.string(), content: z.string(), concepts: z.int() })),
}
