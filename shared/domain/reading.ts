// The second reading: which decided outputs a referent reads again, what they find, and who was right.
// It must not know storage or the page; no shape here carries a person's name.
import { z } from 'zod'
import { evidenceSchema, flagSchema, suggestionStateSchema, suggestionValueSchema, taskSchema } from './suggestion.ts'

/** What the second reader would have decided. */
export const readingVerdictSchema = z.enum(['accept', 'edit', 'reject', 'unsure'])
export type ReadingVerdict = z.infer<typeof readingVerdictSchema>

/** First decisions that are read again. */
export const readStates = ['accepted', 'edited', 'rejected'] as const
export type ReadState = (typeof readStates)[number]

/** One in `every` decided outputs of the experiment is read again; `seed` was frozen when the plan was first set. */
export const samplingPlanSchema = z.object({ experiment: z.string(), every: z.int().min(1).max(100), seed: z.string(), setAt: z.string() })
export type SamplingPlan = z.infer<typeof samplingPlanSchema>

/** How far the second reading is. `forOther`: drawn, but decided by the person who asks while another referent could read them. */
export const samplingSchema = z.object({
  every: z.int().nullable(),
  decided: z.int(),
  drawn: z.int(),
  read: z.int(),
  forOther: z.int(),
})
export type Sampling = z.infer<typeof samplingSchema>

export const readingSchema = z.object({
  verdict: readingVerdictSchema,
  value: suggestionValueSchema.nullable(),
  reason: z.string(),
  at: z.string(),
  entry: z.string(),
  /** Given anew after the first one was undone. */
  again: z.boolean(),
  /** The reader had taken the first decision too. */
  own: z.boolean(),
})
export type Reading = z.infer<typeof readingSchema>

/** One line of the second reader's list: never what was decided first. */
export const readingLineSchema = z.object({
  suggestion: z.string(),
  task: taskSchema,
  item: z.string(),
  title: z.string(),
  /** The proposal's first words. */
  excerpt: z.string(),
  verdict: readingVerdictSchema.nullable(),
})
export type ReadingLine = z.infer<typeof readingLineSchema>

/** The output as the machine proposed it, whatever became of it. */
export const readingPaperSchema = z.object({
  suggestion: z.string(),
  experiment: z.string(),
  task: taskSchema,
  item: z.string(),
  value: suggestionValueSchema,
  evidence: z.array(evidenceSchema),
  flags: z.array(flagSchema),
  engine: z.string(),
  /** Of a link. */
  target: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** Of a moderation: what was decided is whether it is published. `harsh`: blurred until asked for. */
  comment: z.object({ body: z.string(), harsh: z.boolean(), parents: z.array(z.object({ id: z.string(), body: z.string() })) }).nullable(),
  article: z.object({
    title: z.string(),
    body: z.string(),
    lang: z.string().nullable(),
    date: z.string().nullable(),
    section: z.string().nullable(),
    deck: z.string().nullable(),
  }),
  reading: readingSchema.nullable(),
})
export type ReadingPaper = z.infer<typeof readingPaperSchema>

export const firstDecisionSchema = z.object({
  state: z.enum(readStates),
  value: suggestionValueSchema,
  reason: z.string().nullable(),
  entry: z.string(),
})
export type FirstDecision = z.infer<typeof firstDecisionSchema>

export const arbitrationSchema = z.object({
  keep: z.enum(['first', 'second']),
  reason: z.string(),
  at: z.string(),
  entry: z.string(),
  /** What became of the output when the second reading was kept. */
  state: suggestionStateSchema,
})
export type Arbitration = z.infer<typeof arbitrationSchema>

/** Two readings that differ, side by side, without names. */
export const disagreementSchema = z.object({
  suggestion: z.string(),
  /** The readings packet it came back with; null of a reading given on this desk. */
  source: z.string().nullable(),
  /** Whether the key that signed that packet is one this desk or its reader trusted. */
  signer: z.enum(['known', 'unverified']).nullable(),
  comment: z.object({ body: z.string(), harsh: z.boolean() }).nullable(),
  experiment: z.string(),
  experimentTitle: z.string(),
  task: taskSchema,
  item: z.string(),
  title: z.string(),
  proposed: suggestionValueSchema,
  flags: z.array(flagSchema),
  first: firstDecisionSchema,
  second: readingSchema,
  /** The output was decided anew since: what was first is history. */
  changed: z.boolean(),
  exported: z.boolean(),
  arbitration: arbitrationSchema.nullable(),
})
export type Disagreement = z.infer<typeof disagreementSchema>

/** Readings by first decision (rows) and second (columns). */
export const crossingSchema = z.array(z.object({ first: z.enum(readStates), second: readingVerdictSchema, count: z.int() }))

/** Figures of the second reading of one experiment; nothing by person. Shares are null under `enoughReadings`. */
export const readingTotalsSchema = samplingSchema.omit({ forOther: true }).extend({
  /** Readings with a verdict other than doubt: what the figures rest on. */
  n: z.int(),
  doubts: z.int(),
  own: z.int(),
  /** Given on another laptop, and come back in a packet. */
  elsewhere: z.int(),
  /** Of those, signed by a key nobody vouched for: left out of every figure but what waits to be settled. */
  unverified: z.int(),
  again: z.int(),
  agreed: z.int(),
  tooFew: z.boolean(),
  agreement: z.number().nullable(),
  /** Cohen's kappa over accepted, edited, refused; null where undefined (everything in one class) or too few. */
  kappa: z.number().nullable(),
  open: z.int(),
  arbitrated: z.int(),
  crossing: crossingSchema,
})
export type ReadingTotals = z.infer<typeof readingTotalsSchema>

/** Under this many readings no share is said. */
export const enoughReadings = 5

/** What a referent must watch of one experiment. */
export const watchedSchema = z.object({
  id: z.string(),
  title: z.string(),
  task: taskSchema,
  state: z.enum(['proposed', 'selected', 'running', 'in-review', 'concluded']),
  waitsForApproval: z.boolean(),
  worksCouncilPending: z.boolean(),
  /** Items on which a run failed. */
  failedItems: z.int(),
  proposed: z.int(),
  decided: z.int(),
  overrides: z.int(),
  reviewToQuestion: z.boolean(),
  sampling: samplingSchema,
  disagreements: z.int(),
})
export type Watched = z.infer<typeof watchedSchema>
