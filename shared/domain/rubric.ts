// The News Integrity rubric of the EBU and the BBC: five questions on one article's outputs.
// It must not know who fills it in, nor on which screen.
import { z } from 'zod'

/** Accuracy, sourcing, opinion told from fact, editorialisation, context (EBU/BBC, News Integrity in AI Assistants, 2025). */
export const rubricAxes = ['accuracy', 'sourcing', 'opinion', 'editorialisation', 'context'] as const
export type RubricAxis = (typeof rubricAxes)[number]

export const rubricLevels = ['none', 'some', 'significant', 'unknown'] as const
export const rubricLevelSchema = z.enum(rubricLevels)
export type RubricLevel = z.infer<typeof rubricLevelSchema>

export const rubricScoreSchema = z.object({ level: rubricLevelSchema, note: z.string().max(4_000).default('') })
export const rubricScoresSchema = z.object({
  accuracy: rubricScoreSchema,
  sourcing: rubricScoreSchema,
  opinion: rubricScoreSchema,
  editorialisation: rubricScoreSchema,
  context: rubricScoreSchema,
})
export type RubricScores = z.infer<typeof rubricScoresSchema>

/** `outdated`: the outputs it speaks of are no longer those that stand. */
export const rubricFormSchema = z.object({ scores: rubricScoresSchema, at: z.string(), outdated: z.boolean() })

/** One article with validated outputs, and the form of the person who asks. */
export const rubricItemSchema = z.object({
  item: z.string(),
  title: z.string(),
  outputs: z.array(z.string()),
  form: rubricFormSchema.nullable(),
})
export type RubricItem = z.infer<typeof rubricItemSchema>

const shareSchema = z.object({ share: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() })

/** Counts of forms, never by person. Shares have their exact 95 % interval and leave "don't know" out; null over nothing. */
export const rubricTotalsSchema = z.object({
  experiment: z.string(),
  /** Articles with validated outputs, and those somebody filled in the form for. */
  articles: z.int(),
  read: z.int(),
  forms: z.int(),
  /** Forms with at least one significant issue, over the forms that answer at least one question. */
  significant: z.object({ count: z.int(), of: z.int(), ...shareSchema.shape }),
  axes: z.array(
    z.object({
      axis: z.enum(rubricAxes),
      none: z.int(),
      some: z.int(),
      significant: z.int(),
      unknown: z.int(),
      ...shareSchema.shape,
    }),
  ),
})
export type RubricTotals = z.infer<typeof rubricTotalsSchema>
