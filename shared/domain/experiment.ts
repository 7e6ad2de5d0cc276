// The experiment: a card framed before, runs, and a report after.
import { z } from 'zod'
import { rightsSchema } from './article.ts'
import { taskSchema, suggestionStateSchema } from './suggestion.ts'

export const measureSchema = z.enum(['acceptance', 'unchanged', 'recall', 'refused', 'flagged', 'agreement'])
/** The numeric criterion, frozen before results are seen. `value` is a share between 0 and 1. */
export const criterionSchema = z.object({
  measure: measureSchema,
  operator: z.enum(['>=', '<=']),
  value: z.number().min(0).max(1),
  text: z.string().default(''),
})
export type Criterion = z.infer<typeof criterionSchema>

export const corpusSchema = z.union([z.object({ articles: z.array(z.string()).min(1) }), z.object({ query: z.string() })])
export type CorpusSelection = z.infer<typeof corpusSchema>

export const worksCouncilSchema = z.object({
  status: z.enum(['done', 'not-needed', 'pending']),
  date: z.string().optional(),
  because: z.string().optional(),
})

/** The card as cli.md's `experiment create` reads it; fields the file leaves out get their defaults. */
export const cardSchema = z.object({
  title: z.string().min(1),
  hypothesis: z.string().min(1),
  task: taskSchema,
  owner: z.string().min(1),
  editorialResponsibility: z.string().default(''),
  referent: z.string().min(1),
  desk: z.string().default(''),
  from: z.string().default(''),
  to: z.string().default(''),
  peopleConcerned: z.string().default(''),
  dataConcerned: z.string().default(''),
  engines: z.array(z.string()).min(1).default(['builtin']),
  corpus: corpusSchema,
  criterion: z.union([criterionSchema, z.string().min(1)]),
  stopRule: z.string().min(1),
  worksCouncil: worksCouncilSchema.default({ status: 'pending' }),
  /** Moderation: the person judges before seeing the opinion. */
  judgeFirst: z.boolean().default(false),
})
export type Card = z.infer<typeof cardSchema>

export const experimentStates = ['proposed', 'selected', 'running', 'in-review', 'concluded'] as const
export const experimentStateSchema = z.enum(experimentStates)
export type ExperimentState = z.infer<typeof experimentStateSchema>
export const verdictSchema = z.enum(['continue', 'change', 'stop'])
export type Verdict = z.infer<typeof verdictSchema>

export const runStateSchema = z.enum(['queued', 'running', 'paused', 'finished', 'cancelled'])
export type RunState = z.infer<typeof runStateSchema>

/** What makes a run repeatable. */
export const manifestSchema = z.object({
  engine: z.string(),
  engineDigest: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  promptHash: z.string().nullable(),
  corpusHash: z.string(),
  cardHash: z.string(),
  seed: z.int(),
})
export type Manifest = z.infer<typeof manifestSchema>

export const runSchema = z.object({
  id: z.string(),
  experiment: z.string(),
  engine: z.string(),
  state: runStateSchema,
  done: z.int(),
  failed: z.int(),
  total: z.int(),
  manifest: manifestSchema,
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  /** Items a second over the last minute of work, and what that leaves; null until five items are done. */
  itemsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  failures: z.array(z.object({ item: z.string(), code: z.string() })),
})
export type Run = z.infer<typeof runSchema>

export const experimentSchema = z.object({
  id: z.string(),
  card: cardSchema,
  state: experimentStateSchema,
  /** SHA-256 of the card's canonical form. */
  hash: z.string(),
  standing: z.boolean(),
  approval: z.object({ by: z.string(), at: z.string(), hash: z.string(), ownCard: z.boolean(), entry: z.string() }).nullable(),
  conclusion: z.object({ verdict: verdictSchema, reason: z.string(), by: z.string(), at: z.string(), entry: z.string() }).nullable(),
  runs: z.array(runSchema),
  createdAt: z.string(),
})
export type Experiment = z.infer<typeof experimentSchema>

const byStateSchema = z.record(suggestionStateSchema, z.int())

/** What an experiment rested on: its items' articles, as they stand on the desk now. */
const sourcesSchema = z.object({
  articles: z.int(),
  comments: z.int(),
  /** Articles by their rights. */
  rights: z.record(rightsSchema, z.int()),
  /** The first and last day of the articles, `YYYY-MM-DD`; null when unknown or when there are more than the list holds. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** By date, at most 60. */
  list: z.array(z.object({ id: z.string(), title: z.string(), date: z.string().nullable(), rights: rightsSchema })),
})

/** Figures to draw. Never by person. */
const plotsSchema = z.object({
  /** What became of the machine's proposals, by engine. */
  byEngine: z.array(z.object({ engine: z.string(), byState: byStateSchema })),
  /** Acceptance over the course of the review: batches of equal size in the order of decision; empty under twenty decisions. */
  progress: z.array(z.object({ from: z.int(), to: z.int(), decided: z.int(), acceptance: z.number() })),
  /** How much of a text people changed: share of its words, word-level Levenshtein over the longer of both texts. */
  edits: z.object({
    measured: z.int(),
    median: z.number().nullable(),
    /** `above` < share ≤ `upTo`; the first band holds 0 too. */
    bands: z.array(z.object({ above: z.number(), upTo: z.number(), count: z.int() })),
  }),
  /** Findings of the fact-lock on the machine's own text, and what people did with the outputs that carry them. */
  findings: z.array(z.object({ flag: z.string(), byState: byStateSchema })),
})

/** The figures of the one-page report (*Bilan*). Shares are between 0 and 1, null where undefined. */
export const reportSchema = z.object({
  experiment: experimentSchema,
  items: z.int(),
  proposed: z.int(),
  byState: z.record(suggestionStateSchema, z.int()),
  added: z.int(),
  flagged: z.int(),
  acceptance: z.number().nullable(),
  unchanged: z.number().nullable(),
  recall: z.number().nullable(),
  agreement: z.number().nullable(),
  reviewers: z.int(),
  criterion: z.object({ measured: z.number().nullable(), met: z.boolean().nullable() }),
  /** True when at least 97 % was kept unchanged: the review itself is to be questioned. */
  reviewToQuestion: z.boolean(),
  worst: z.array(
    z.object({
      item: z.string(),
      title: z.string(),
      text: z.string(),
      kept: z.string().nullable(),
      reason: z.string(),
      flags: z.array(z.string()),
    }),
  ),
  overrides: z.array(z.object({ item: z.string(), flag: z.string(), text: z.string(), reason: z.string() })),
  withoutProtocol: z.boolean(),
  plots: plotsSchema,
  sources: sourcesSchema,
  /**
   * Time spent deciding, all reviewers together, to the minute: between two decisions of a same person, gaps over five minutes left out.
   * Null under three reviewers.
   */
  minutes: z.int().nullable(),
})
export type ReportPlots = z.infer<typeof plotsSchema>
export type ReportSources = z.infer<typeof sourcesSchema>
export type Report = z.infer<typeof reportSchema>
