// Suggestions and what people decide about them.
import { z } from 'zod'
import { articleSchema } from '../domain/article.ts'
import { charterSchema, commentVerdictSchema } from '../domain/comment.ts'
import { checkSchema, suggestionSchema, suggestionStateSchema, suggestionValueSchema, taskSchema, tasks } from '../domain/suggestion.ts'
import { doneSchema, procedure } from './procedure.ts'

/** What `accept`, `edit`… answer. `entry` is the ledger entry's id. */
export const decidedSchema = z.object({ id: z.string(), state: suggestionStateSchema, entry: z.string() })
export const commentDecidedSchema = z.object({ comment: z.string(), decision: commentVerdictSchema, entry: z.string() })

const id = z.string()
/** Who decides. The page may leave it out: the core then takes the person of the session. */
const as = z.string().optional()
const checks = z.array(checkSchema).default([])
const override = z.string().optional()

export const queueItemSchema = z.object({
  item: z.string(),
  title: z.string(),
  /** A comment's first words; null for articles, whose title says enough. */
  excerpt: z.string().nullable(),
  /** A comment whose words stay blurred until asked for; false for articles. */
  harsh: z.boolean(),
  section: z.string().nullable(),
  date: z.string().nullable(),
  waiting: z.int(),
  decided: z.int(),
  toCheck: z.int(),
  decidedAt: z.string().nullable(),
})
export type QueueItem = z.infer<typeof queueItemSchema>

export const suggestions = {
  /** One task on one stored item, under *Essai libre*. */
  suggest: procedure.input(z.object({ task: taskSchema, item: z.string(), engine: z.string().default('builtin') })).output(
    z.object({
      task: taskSchema,
      engine: z.string(),
      item: z.string(),
      suggestions: z.array(suggestionSchema),
      abstained: z.string().optional(),
    }),
  ),
  /** The same for a record that is not stored: nothing is kept, ids begin `tmp-`. */
  suggestTransient: procedure.input(z.object({ task: taskSchema, record: z.unknown(), engine: z.string().default('builtin') })).output(
    z.object({
      task: taskSchema,
      engine: z.string(),
      item: z.string(),
      suggestions: z.array(suggestionSchema),
      abstained: z.string().optional(),
    }),
  ),
  ofItem: procedure.input(z.object({ item: z.string(), task: taskSchema.optional() })).output(z.array(suggestionSchema)),
}

export const reviews = {
  /** Counts of what waits, by task: items, not suggestions. */
  counts: procedure.input(z.object({})).output(z.record(z.enum(tasks), z.int())),
  /** One queue: items that wait, then those decided today. */
  queue: procedure
    .input(
      z.object({
        task: taskSchema,
        experiment: z.string().optional(),
        /** Only these items, wherever they are in the queue: what an event says changed. */
        items: z.array(z.string()).max(500).optional(),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ total: z.int(), items: z.array(queueItemSchema) })),
  list: procedure
    .input(z.object({ task: taskSchema.optional(), experiment: z.string().optional(), limit: z.int().min(1).max(100_000).default(10_000) }))
    .output(z.array(suggestionSchema)),
  accept: procedure.input(z.object({ id, as, checks, override })).output(decidedSchema),
  edit: procedure.input(z.object({ id, as, value: suggestionValueSchema, checks, override })).output(decidedSchema),
  reject: procedure.input(z.object({ id, as, reason: z.string().default('') })).output(decidedSchema),
  unsure: procedure.input(z.object({ id, as })).output(decidedSchema),
  undo: procedure.input(z.object({ id, as })).output(decidedSchema),
  withdraw: procedure.input(z.object({ id, as, reason: z.string() })).output(decidedSchema),
  /** Tags and links of one article in one gesture: what is kept, the rest is rejected. */
  decideItem: procedure
    .input(z.object({ item: z.string(), task: z.enum(['tags', 'links']), kept: z.array(z.string()), as }))
    .output(z.array(decidedSchema)),
  /** What the machine missed. Needs the same checks as an edit for key points. */
  add: procedure
    .input(
      z.object({
        item: z.string(),
        task: z.enum(['tags', 'key-points', 'links']),
        value: suggestionValueSchema,
        checks,
        override,
        experiment: z.string().optional(),
        as,
      }),
    )
    .output(decidedSchema),
  /** Findings of the fact-lock on a text being typed; stores nothing. */
  check: procedure
    .input(z.object({ item: z.string(), text: z.string() }))
    .output(suggestionSchema.pick({ flags: true, evidence: true }).extend({ verbatim: z.boolean() })),
  /** The person's decision on a comment. */
  decideComment: procedure
    .input(
      z.object({
        comment: z.string(),
        decision: commentVerdictSchema,
        clause: z.string().optional(),
        publicReason: z.string().default(''),
        note: z.string().default(''),
        as,
      }),
    )
    .output(commentDecidedSchema),
  undoComment: procedure.input(z.object({ comment: z.string(), as })).output(z.object({ comment: z.string(), entry: z.string() })),
  charter: procedure.input(z.object({})).output(charterSchema),
  saveCharter: procedure.input(charterSchema).output(doneSchema),
  /** Text ready for the clipboard: validated outputs; anything else comes with its warning prefix. */
  copy: procedure
    .input(z.object({ item: z.string(), task: taskSchema, form: z.enum(['plain', 'html', 'comma']), ids: z.array(z.string()).optional() }))
    .output(z.object({ text: z.string(), html: z.string().nullable(), validated: z.int(), unvalidated: z.int() })),
  /** Articles that may be linked: for `+` on the links queue. */
  linkTargets: procedure
    .input(z.object({ item: z.string(), query: z.string() }))
    .output(z.array(articleSchema.pick({ id: true, title: true, date: true, section: true }))),
}
