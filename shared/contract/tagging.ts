// Tags beyond the engine's own choice: one-line rules, the parking lane of new terms, what was learned from decisions.
import { z } from 'zod'
import { tagRuleSchema } from '../domain/tag-rule.ts'
import { conceptSchema } from '../domain/vocabulary.ts'
import { doneSchema, procedure } from './procedure.ts'

const as = z.string().optional()
/** One line: `"Notre-Dame" + incendie / feu - exercice -> Incendie de Notre-Dame until 2026-12-31`. */
const line = z.string().max(2_000)

export const ruleTrialSchema = z.object({
  concept: z.string(),
  label: z.string(),
  until: z.string().nullable(),
  /** Articles looked at, newest first, and how many of them the rule fires on. */
  tried: z.int(),
  fired: z.int(),
  articles: z.array(z.object({ id: z.string(), title: z.string(), quotes: z.array(z.string()) })),
})
export type RuleTrial = z.infer<typeof ruleTrialSchema>

/** A term that recurs in the articles and that no label of the thesaurus covers. */
export const parkedTermSchema = z.object({
  /** Names the term in the calls below: language and stems. */
  key: z.string(),
  /** Its commonest spelling. */
  term: z.string(),
  lang: z.string().nullable(),
  /** A name, by its capitals, or a phrase; `typed`: people proposed it and no article repeats it. */
  kind: z.enum(['name', 'phrase', 'typed']),
  state: z.enum(['waiting', 'dismissed', 'adopted']),
  /** The concept it was adopted into. */
  concept: z.string().nullable(),
  /** Articles that hold it, and how often in all. */
  articles: z.int(),
  occurrences: z.int(),
  /** How many articles people proposed it for themselves. */
  proposed: z.int(),
  /** Days, `YYYY-MM-DD`, of the first and last article that holds it. */
  firstSeen: z.string().nullable(),
  lastSeen: z.string().nullable(),
  /** Orders the lane; comparable within one answer only. */
  score: z.number(),
  examples: z.array(z.object({ article: z.string(), title: z.string(), quote: z.string() })),
})
export type ParkedTerm = z.infer<typeof parkedTermSchema>

export const learnedTagSchema = z.object({
  concept: z.string(),
  label: z.string(),
  /** Decisions on what was proposed, and tags people added themselves. */
  accepted: z.int(),
  rejected: z.int(),
  added: z.int(),
  /** Mean of the Beta(1, 1) posterior of being accepted, 0 to 1. */
  reliability: z.number(),
  /** Added at once to the log-odds of the tag's score; negative when it was refused more than its scores had said. */
  shift: z.number(),
  /** `off`: refused so often that its words no longer call for the tag. */
  spellings: z.array(z.object({ spelling: z.string(), accepted: z.int(), rejected: z.int(), off: z.boolean() })),
  /** Moment of the reset before which decisions no longer count. */
  forgottenAt: z.string().nullable(),
})
export type LearnedTag = z.infer<typeof learnedTagSchema>

const weight = z.object({ term: z.string(), kind: z.enum(['word', 'pair', 'title-word', 'title-piece']), weight: z.number() })
export const learnedSchema = z.object({
  tags: z.array(learnedTagSchema),
  /** Moment everything was last forgotten. */
  forgottenAt: z.string().nullable(),
  /** What the trained model holds about the one concept asked for; null without concept, model or examples. */
  trained: z
    .object({
      examples: z.int(),
      prior: z.number(),
      recent: z.number(),
      towards: z.array(weight),
      against: z.array(weight),
      spellings: z.array(z.object({ key: z.string(), precision: z.number() })),
    })
    .nullable(),
})
export type Learned = z.infer<typeof learnedSchema>

export const tagging = {
  /** In the order they were written. */
  rules: procedure.input(z.object({})).output(z.array(tagRuleSchema)),
  /** What a line would do on the newest articles; keeps nothing. `bad-input` carries `details.problem` (`ruleProblems`) and `details.at`. */
  tryRule: procedure.input(z.object({ line })).output(ruleTrialSchema),
  /** Puts a rule in force at once. The same line again changes nothing. */
  addRule: procedure.input(z.object({ line, as })).output(tagRuleSchema),
  removeRule: procedure.input(z.object({ id: z.string(), as })).output(doneSchema),
  /** The parking lane, most telling first. Seconds on a large archive when articles or the thesaurus changed since the last time. */
  parking: procedure
    .input(z.object({ limit: z.int().min(1).max(500).default(100), states: z.array(parkedTermSchema.shape.state).default(['waiting']) }))
    .output(z.object({ terms: z.array(parkedTermSchema), /** Articles read, the newest, of all. */ read: z.int(), of: z.int() })),
  /** Sets a term aside for good. */
  dismissTerm: procedure.input(z.object({ key: z.string(), as })).output(doneSchema),
  /** Puts a term that was set aside or adopted back in the lane; what was adopted stays in the thesaurus. */
  restoreTerm: procedure.input(z.object({ key: z.string(), as })).output(doneSchema),
  /** Takes a term into the thesaurus: as a new concept, or as an alternate label of `concept`. `term`: in a better spelling. */
  adoptTerm: procedure
    .input(z.object({ key: z.string(), term: z.string().min(1).max(200).optional(), concept: z.string().optional(), as }))
    .output(conceptSchema),
  /** What was learned from decisions; of one concept, what training holds too. */
  learned: procedure.input(z.object({ concept: z.string().optional() })).output(learnedSchema),
  /** A referent's: decisions taken before now no longer teach, of one concept or of all. Outputs and ledger stay. */
  reset: procedure.input(z.object({ concept: z.string().optional(), as })).output(doneSchema),
}
