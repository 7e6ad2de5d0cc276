// The referent's desk and the second reading: a plan, a blind reading, disagreements, an arbitration.
import { z } from 'zod'
import {
  disagreementSchema,
  readingLineSchema,
  readingPaperSchema,
  readingTotalsSchema,
  readingVerdictSchema,
  samplingPlanSchema,
  samplingSchema,
  watchedSchema,
} from '../domain/reading.ts'
import { checkSchema, suggestionValueSchema } from '../domain/suggestion.ts'
import { procedure } from './procedure.ts'

const as = z.string().optional()
const experiment = z.string()
const suggestion = z.string()
/** A packet that is open here, instead of an experiment of this desk. */
const packet = z.string()
const drawnFrom = z.union([z.object({ experiment, as }), z.object({ packet, as })])
const recordedSchema = z.object({ suggestion: z.string(), entry: z.string() })

export const readings = {
  /** Every experiment of the desk with what a referent must watch. */
  overview: procedure.input(z.object({})).output(z.array(watchedSchema)),
  plan: procedure.input(z.union([z.object({ experiment }), z.object({ packet })])).output(samplingPlanSchema.nullable()),
  /** A referent's: one in `every` decided outputs is read again; null stops the plan. The draw stays the same. */
  setPlan: procedure
    .input(
      z.union([
        z.object({ experiment, every: z.int().min(1).max(100).nullable(), as }),
        z.object({ packet, every: z.int().min(1).max(100).nullable(), as }),
      ]),
    )
    .output(samplingPlanSchema.nullable()),
  /** What is drawn for the person who asks, unread first. Says nothing of the first decisions. */
  queue: procedure.input(drawnFrom).output(samplingSchema.extend({ lines: z.array(readingLineSchema) })),
  /** One output to read again: the article and what the machine proposed. Says nothing of the first decision. */
  show: procedure.input(z.object({ suggestion, packet: packet.optional(), as })).output(readingPaperSchema),
  /** The second reading. The first decision stays as it is. */
  record: procedure
    .input(
      z.object({
        suggestion,
        verdict: readingVerdictSchema,
        value: suggestionValueSchema.optional(),
        reason: z.string().max(10_000).default(''),
        packet: packet.optional(),
        as,
      }),
    )
    .output(recordedSchema),
  undo: procedure.input(z.object({ suggestion, packet: packet.optional(), as })).output(recordedSchema),
  /** Where the two readings differ, open ones first. */
  disagreements: procedure.input(z.object({ experiment: experiment.optional() })).output(z.array(disagreementSchema)),
  /** A referent's: `second` withdraws or decides again through the review's own rules (`checks`, `override`). */
  arbitrate: procedure
    .input(
      z.object({
        suggestion,
        /** The readings packet the second reading came with. */
        source: z.string().optional(),
        keep: z.enum(['first', 'second']),
        reason: z.string().min(1).max(10_000),
        checks: z.array(checkSchema).default([]),
        override: z.string().optional(),
        as,
      }),
    )
    .output(recordedSchema),
  totals: procedure.input(z.object({ experiment })).output(readingTotalsSchema),
}
