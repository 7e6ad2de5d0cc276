// Two engines side by side without their names: what is shown, the vote, and what the votes add up to.
// It must not know how the draw is made.
import { z } from 'zod'
import { evidenceSchema, flagSchema, linkTypeSchema, taskSchema } from './suggestion.ts'

/** `both`: equally good; `neither`: equally bad. */
export const choiceSchema = z.enum(['a', 'b', 'both', 'neither'])
export type Choice = z.infer<typeof choiceSchema>

/** Why a person may know which engine is which: they decided outputs of the article, or had the names of this pair shown. */
export const informedSchema = z.enum(['reviewed', 'revealed'])
export type Informed = z.infer<typeof informedSchema>

const proof = evidenceSchema.options[0]
const flags = z.array(flagSchema)

/** One output as it is shown before a vote: no id, score, engine, run, nor a proof that only one kind of engine gives. */
export const shownOutputSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('point'), text: z.string(), evidence: z.array(proof), flags }),
  z.object({ kind: z.literal('tag'), label: z.string(), evidence: z.array(proof) }),
  z.object({
    kind: z.literal('link'),
    article: z.string(),
    title: z.string(),
    date: z.string().nullable(),
    type: linkTypeSchema,
    anchor: z.object({ start: z.int(), end: z.int(), quote: z.string() }).nullable(),
  }),
  z.object({ kind: z.literal('opinion'), hold: z.boolean().nullable(), clauses: z.array(z.string()), evidence: z.array(proof) }),
])
export type ShownOutput = z.infer<typeof shownOutputSchema>

const voteSchema = z.object({ choice: choiceSchema, note: z.string(), at: z.string(), informed: informedSchema.nullable() })

/** One article (or comment) and the outputs of two engines. `reveal` is null until the person who asks has voted. */
export const comparisonPairSchema = z.object({
  id: z.string(),
  experiment: z.string(),
  task: taskSchema,
  item: z.string(),
  title: z.string(),
  a: z.array(shownOutputSchema),
  b: z.array(shownOutputSchema),
  informed: informedSchema.nullable(),
  vote: voteSchema.nullable(),
  reveal: z.object({ a: z.string(), b: z.string() }).nullable(),
})
export type ComparisonPair = z.infer<typeof comparisonPairSchema>

/** The comparison as the person who asks sees it: their own votes only. */
export const comparisonSchema = z.object({
  experiment: z.string(),
  task: taskSchema,
  /** Articles (comments) that two engines of the card worked on, whether drawn yet or not. */
  comparable: z.int(),
  /** Null before the first draw. */
  drawnAt: z.string().nullable(),
  /** In the order of the draw, those nobody has decided yet first. */
  pairs: z.array(
    z.object({ id: z.string(), item: z.string(), title: z.string(), voted: z.boolean(), informed: informedSchema.nullable() }),
  ),
  left: z.int(),
  /** Articles that two engines worked on since the draw. */
  undrawn: z.int(),
  ended: z.object({ at: z.string(), by: z.string() }).nullable(),
  /** No vote can be given or taken back: ended, or the experiment is concluded. */
  closed: z.boolean(),
})
export type Comparison = z.infer<typeof comparisonSchema>

/**
 * Two engines over the pairs that got blind votes; a pair counts once, for the engine most of its voters chose.
 * `share`, `low`, `high`: of the pairs with a winner, those the first engine won, with the exact (Clopper-Pearson) 95 % interval.
 * `p`: two-sided sign test. Null without a winner.
 */
export const duelSchema = z.object({
  engines: z.tuple([z.string(), z.string()]),
  pairs: z.int(),
  wins: z.tuple([z.int(), z.int()]),
  both: z.int(),
  neither: z.int(),
  /** Voters were of two minds. */
  split: z.int(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  p: z.number().nullable(),
  verdict: z.enum(['too-few', 'no-difference', 'first', 'second']),
})
export type Duel = z.infer<typeof duelSchema>

/** Never by person. `figures` is null while votes are still out. */
export const blindTotalsSchema = z.object({
  experiment: z.string(),
  pairs: z.int(),
  /** Pairs somebody has voted on. */
  voted: z.int(),
  ended: z.boolean(),
  figures: z
    .object({
      voters: z.int(),
      votes: z.int(),
      /** Votes of people who may have known the engine: left out of everything below. */
      informed: z.int(),
      duels: z.array(duelSchema),
      /** Blind votes with a winner that went to the one on the left. */
      position: z.object({ a: z.int(), b: z.int(), share: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() }),
      /** Of any two blind votes on a same pair, those that agree; null under two voters. */
      agreement: z.object({ pairs: z.int(), share: z.number() }).nullable(),
    })
    .nullable(),
})
export type BlindTotals = z.infer<typeof blindTotalsSchema>
