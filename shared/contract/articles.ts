// Articles: listing, reading, health, links barred, pasted text.
import { z } from 'zod'
import {
  articleFacetsSchema,
  articleSchema,
  articleSummarySchema,
  corpusHealthSchema,
  doNotLinkSchema,
  missingFieldSchema,
  rightsSchema,
} from '../domain/article.ts'
import { commentSchema, commentStateSchema, commentVerdictSchema } from '../domain/comment.ts'
import { suggestionSchema } from '../domain/suggestion.ts'
import { doneSchema, procedure } from './procedure.ts'

export const articleFilterSchema = z.object({
  query: z.string().optional(),
  section: z.string().optional(),
  lang: z.string().optional(),
  tag: z.string().optional(),
  rights: rightsSchema.optional(),
  /** Days, inclusive, `YYYY-MM-DD`. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** Whether AI may work on it. */
  aiUse: z.boolean().optional(),
  /** A field the article lacks. */
  missing: missingFieldSchema.optional(),
  /** Characters of the text: at least. */
  lengthFrom: z.int().min(0).optional(),
  /** … and fewer than. */
  lengthTo: z.int().min(0).optional(),
})
export type ArticleFilter = z.infer<typeof articleFilterSchema>

export const articles = {
  list: procedure
    .input(
      articleFilterSchema.extend({
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(100),
        /** The page at once; how many there are is asked apart, of `articles.count`. */
        uncounted: z.boolean().optional(),
      }),
    )
    // Where `counted` is false there are at least `total`.
    .output(z.object({ total: z.int(), counted: z.boolean(), items: z.array(articleSummarySchema) })),
  /** How many articles a filter finds by words. */
  count: procedure.input(articleFilterSchema).output(z.object({ total: z.int() })),
  show: procedure.input(z.object({ id: z.string() })).output(articleSchema),
  /** The article with everything that hangs on it. */
  open: procedure
    .input(z.object({ id: z.string() }))
    .output(z.object({ article: articleSchema, suggestions: z.array(suggestionSchema), comments: z.array(commentSchema) })),
  /** What a pasted text would become; stores nothing. */
  readPasted: procedure.input(z.object({ html: z.string().max(5_000_000).optional(), text: z.string().max(2_000_000) })).output(
    z.object({
      title: z.string(),
      body: z.string(),
      date: z.string().nullable(),
      section: z.string().nullable(),
      lang: z.string().nullable(),
    }),
  ),
  /** Stores one article a person pasted or corrected. With an existing `id` it changes that article (its outputs become stale). */
  save: procedure
    .input(
      z.object({
        id: z.string().optional(),
        title: z.string(),
        body: z.string().min(1),
        date: z.string().nullable(),
        section: z.string().nullable(),
        rights: rightsSchema,
        aiUse: z.boolean(),
      }),
    )
    .output(articleSchema),
  barLinks: procedure.input(z.object({ id: z.string(), doNotLink: doNotLinkSchema.nullable() })).output(doneSchema),
  health: procedure.input(z.object({})).output(corpusHealthSchema),
  facets: procedure.input(z.object({})).output(articleFacetsSchema),
}

export const commentFilterSchema = z.object({
  query: z.string().optional(),
  article: z.string().optional(),
  /** Decided on this desk or not. */
  decided: z.boolean().optional(),
  state: commentStateSchema.optional(),
  /** What was decided, here or else before the import. */
  verdict: commentVerdictSchema.optional(),
})
export type CommentFilter = z.infer<typeof commentFilterSchema>

export const comments = {
  list: procedure
    .input(
      commentFilterSchema.extend({
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(100),
        /** The page at once; how many there are is asked apart, of `comments.count`. */
        uncounted: z.boolean().optional(),
      }),
    )
    // Where `counted` is false there are at least `total`.
    .output(z.object({ total: z.int(), counted: z.boolean(), items: z.array(commentSchema) })),
  count: procedure.input(commentFilterSchema).output(z.object({ total: z.int() })),
  show: procedure.input(z.object({ id: z.string() })).output(
    z.object({
      comment: commentSchema,
      article: articleSchema.nullable(),
      parents: z.array(commentSchema),
      opinion: suggestionSchema.nullable(),
    }),
  ),
}
