// Articles: listing, reading, health, links barred, pasted text.
import { z } from 'zod'
import {
  articleFacetsSchema,
  articleSchema,
  articleSummarySchema,
  corpusHealthSchema,
  doNotLinkSchema,
  rightsSchema,
} from '../domain/article.ts'
import { commentSchema } from '../domain/comment.ts'
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
})
export type ArticleFilter = z.infer<typeof articleFilterSchema>

export const articles = {
  list: procedure
    .input(articleFilterSchema.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }))
    .output(z.object({ total: z.int(), items: z.array(articleSummarySchema) })),
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

export const comments = {
  list: procedure
    .input(
      z.object({
        query: z.string().optional(),
        article: z.string().optional(),
        decided: z.boolean().optional(),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.int(), items: z.array(commentSchema) })),
  show: procedure.input(z.object({ id: z.string() })).output(
    z.object({
      comment: commentSchema,
      article: articleSchema.nullable(),
      parents: z.array(commentSchema),
      opinion: suggestionSchema.nullable(),
    }),
  ),
}
