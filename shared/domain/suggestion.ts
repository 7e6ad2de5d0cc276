// What an engine, another tool or a person proposes for one item, and its evidence.
import { z } from 'zod'
import { textSpanSchema } from './text-span.ts'

export const taskSchema = z.enum(['tags', 'key-points', 'moderation', 'links'])
export type Task = z.infer<typeof taskSchema>
export const tasks = taskSchema.options

export const suggestionStates = ['proposed', 'accepted', 'edited', 'rejected', 'unsure', 'withdrawn', 'stale'] as const
export const suggestionStateSchema = z.enum(suggestionStates)
export type SuggestionState = z.infer<typeof suggestionStateSchema>

/** Stands before every copied output that nobody validated. */
export const unvalidatedPrefix = '[PROPOSITION NON VALIDÉE]'

export const originSchema = z.enum(['machine', 'human', 'imported'])
export type Origin = z.infer<typeof originSchema>

export const tagValueSchema = z.object({ concept: z.string(), label: z.string() })
export const keyPointValueSchema = z.object({ text: z.string().min(1) })
export const moderationValueSchema = z.object({
  hold: z.boolean().nullable(),
  probability: z.number().min(0).max(1).nullable(),
  clauses: z.array(z.string()),
})
export const linkTypeSchema = z.enum(['context', 'chronology', 'explainer', 'contradiction', 'source'])
export const linkValueSchema = z.object({ article: z.string(), anchor: textSpanSchema.nullable(), type: linkTypeSchema })
export type TagValue = z.infer<typeof tagValueSchema>
export type KeyPointValue = z.infer<typeof keyPointValueSchema>
export type ModerationValue = z.infer<typeof moderationValueSchema>
export type LinkValue = z.infer<typeof linkValueSchema>

export const valueSchemas = {
  tags: tagValueSchema,
  'key-points': keyPointValueSchema,
  moderation: moderationValueSchema,
  links: linkValueSchema,
} satisfies Record<Task, z.ZodType>
export type ValueOf = { tags: TagValue; 'key-points': KeyPointValue; moderation: ModerationValue; links: LinkValue }
export const suggestionValueSchema = z.union([tagValueSchema, keyPointValueSchema, moderationValueSchema, linkValueSchema])
export type SuggestionValue = z.infer<typeof suggestionValueSchema>

export const evidenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    item: z.string(),
    field: z.enum(['title', 'body', 'parent']),
    start: z.int(),
    end: z.int(),
    quote: z.string(),
  }),
  z.object({ kind: z.literal('neighbour'), article: z.string(), weight: z.number() }),
  z.object({ kind: z.literal('clause'), id: z.string(), quote: z.string() }),
  /** The house's one-line rule that called for the tag; the words that made it fire come after it as `text`. */
  z.object({ kind: z.literal('rule'), rule: z.string(), line: z.string() }),
])
export type Evidence = z.infer<typeof evidenceSchema>

/** The fact-lock's and the guards' findings. Codes only: the words are in renderer/words. */
export const flagCodes = [
  'number-absent',
  'date-absent',
  'unit-changed',
  'money-changed',
  'name-absent',
  'quotation-altered',
  'negation-changed',
  'attribution-lost',
  'conditional-lost',
  'forecast-as-fact',
  'out-of-context',
  'verbatim',
  'language-mismatch',
  'without-protocol',
  'do-not-link',
] as const
export type FlagCode = (typeof flagCodes)[number]
/** Findings of the fact-lock that a person must override with a reason to validate. */
export const blockingFlags: readonly FlagCode[] = [
  'number-absent',
  'date-absent',
  'unit-changed',
  'money-changed',
  'name-absent',
  'quotation-altered',
  'negation-changed',
  'attribution-lost',
  'conditional-lost',
  'forecast-as-fact',
  'language-mismatch',
]
/** `start`/`end` are UTF-16 offsets in the suggestion's own text; `expected` is the article's wording. */
export const flagSchema = z.object({ code: z.enum(flagCodes), start: z.int(), end: z.int(), expected: z.string().optional() })
export type Flag = z.infer<typeof flagSchema>

/** What a task returns for one item, before it is stored. */
export const proposalSchema = z.object({
  value: suggestionValueSchema,
  score: z.number(),
  evidence: z.array(evidenceSchema),
  flags: z.array(flagSchema),
})
export type Proposal = z.infer<typeof proposalSchema>

export const checkSchema = z.enum(['accuracy', 'plausibility', 'sources', 'stands-alone'])
export type Check = z.infer<typeof checkSchema>

export const suggestionSchema = z.object({
  id: z.string(),
  task: taskSchema,
  item: z.string(),
  value: suggestionValueSchema,
  score: z.number(),
  evidence: z.array(evidenceSchema),
  flags: z.array(flagSchema),
  state: suggestionStateSchema,
  /** Additions to cli.md's shape. */
  origin: originSchema,
  engine: z.string(),
  experiment: z.string(),
  run: z.string().nullable(),
  createdAt: z.string(),
  /** The machine's own value when a person edited it. */
  proposed: suggestionValueSchema.nullable(),
  decision: z
    .object({
      by: z.string(),
      at: z.string(),
      entry: z.string(),
      reason: z.string().nullable(),
      checks: z.array(checkSchema),
      override: z.string().nullable(),
    })
    .nullable(),
  exported: z.boolean(),
  /** The person who asks has a second reading of it to give: what was decided is kept from them until then, `state` says nothing. */
  inReading: z.literal(true).optional(),
})
export type Suggestion = z.infer<typeof suggestionSchema>
