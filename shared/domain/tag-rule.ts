// One-line rules for breaking news: a line of words that calls for a tag, in force the moment it is written.
// It must not know how a line is read or matched.
import { z } from 'zod'

/** What can be wrong with a line; `details.problem` of the `bad-input` error, beside `details.at`, the column counted from 1. */
export const ruleProblems = [
  'empty',
  'too-long',
  'no-arrow',
  'no-tag',
  'no-words',
  'quote-open',
  'bracket-open',
  'bracket-close',
  'operator-missing',
  'operator-end',
  'only-not',
  'common-words',
  'date',
  'unknown-tag',
  'retired-tag',
] as const
export type RuleProblem = (typeof ruleProblems)[number]

/**
 * `active`: fires. `expired`: its last day is past; it still fires on articles dated before. `blocked`: its tag left the thesaurus
 * and nothing replaces it.
 */
export const ruleStateSchema = z.enum(['active', 'expired', 'blocked'])

export const tagRuleSchema = z.object({
  id: z.string(),
  /** As it was typed: `"Notre-Dame" + incendie / feu -> Incendie de Notre-Dame until 2026-12-31`. */
  line: z.string(),
  /** The tag it gives now (the replacement, when its own was replaced) and that tag's label. */
  concept: z.string(),
  label: z.string(),
  /** Last day of the articles it fires on, `YYYY-MM-DD`. */
  until: z.string().nullable(),
  state: ruleStateSchema,
  added: z.object({ by: z.string(), at: z.string() }),
  /** What people made of the tags it proposed. */
  accepted: z.int(),
  rejected: z.int(),
})
export type TagRule = z.infer<typeof tagRuleSchema>
