// An article as the desk stores it. Plain data: no storage, no engine.
import { z } from 'zod'

export const rightsSchema = z.enum(['own', 'agency', 'third-party', 'unknown'])
export type Rights = z.infer<typeof rightsSchema>

/** Why no link may ever point at this article; no engine can cross it. */
export const doNotLinkSchema = z.object({
  reason: z.enum(['acquittal', 'erasure', 'correction', 'embargo']),
  note: z.string().optional(),
})
export type DoNotLink = z.infer<typeof doNotLinkSchema>

/**
 * What a reader makes of one record, before it is stored.
 *
 * `body` and `title` are NFC with LF line ends, otherwise as imported; paragraphs are separated
 * by a blank line. `date` keeps its original string; comparisons use its day in its own zone.
 */
export const articleDraftSchema = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  lang: z.string().nullable(),
  date: z.string().nullable(),
  section: z.string().nullable(),
  authors: z.array(z.string()),
  url: z.string().nullable(),
  tags: z.array(z.string()),
  kind: z.string().nullable(),
  deck: z.string().nullable(),
  embargo: z.string().nullable(),
  /** Overrides the import's choice when the record itself says so. */
  rights: rightsSchema.nullable(),
  aiUse: z.boolean().nullable(),
  doNotLink: doNotLinkSchema.nullable(),
})
export type ArticleDraft = z.infer<typeof articleDraftSchema>

export const articleSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  lang: z.string().nullable(),
  date: z.string().nullable(),
  section: z.string().nullable(),
  tags: z.array(z.string()),
  rights: rightsSchema,
  aiUse: z.boolean(),
  characters: z.int(),
  pending: z.int(),
  /** Found by its meaning, none of the words asked for brought it; absent otherwise. */
  byMeaning: z.boolean().optional(),
})
export type ArticleSummary = z.infer<typeof articleSummarySchema>

export const articleSchema = articleDraftSchema.extend({
  rights: rightsSchema,
  aiUse: z.boolean(),
  hash: z.string(),
  importedAt: z.string(),
})
export type Article = z.infer<typeof articleSchema>

/** What an article may lack: the health sheet counts it, the list can be kept to it. */
export const missingFieldSchema = z.enum(['title', 'date', 'section', 'authors', 'tags', 'lang'])
export type MissingField = z.infer<typeof missingFieldSchema>

/** How often each value occurs, for filters and the health sheet. */
export const facetSchema = z.object({ value: z.string().nullable(), count: z.int() })
export const corpusHealthSchema = z.object({
  articles: z.int(),
  comments: z.int(),
  /** Articles AI may not work on. */
  closed: z.int(),
  languages: z.array(facetSchema),
  sections: z.array(facetSchema),
  years: z.array(facetSchema),
  /** `YYYY-MM`, oldest first; the 200 fullest where there are more. */
  months: z.array(facetSchema),
  rights: z.array(facetSchema),
  lengths: z.array(z.object({ upTo: z.int().nullable(), count: z.int() })),
  missing: z.record(missingFieldSchema, z.int()),
})
export type CorpusHealth = z.infer<typeof corpusHealthSchema>

/** What the filters of the list offer. */
export const articleFacetsSchema = z.object({
  languages: z.array(facetSchema),
  sections: z.array(facetSchema),
  rights: z.array(facetSchema),
  tags: z.array(z.object({ value: z.string(), count: z.int() })),
})
export type ArticleFacets = z.infer<typeof articleFacetsSchema>
