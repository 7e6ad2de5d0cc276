// Moderation beside the queue: what learning from this newsroom's decisions brings, and the comments worth a place in front.
import { z } from 'zod'
import { procedure } from './procedure.ts'

/** What a moderator trained on the first `n` decisions makes of the later ones. Null where a figure has no meaning. */
export const learningPointSchema = z.object({
  n: z.int(),
  /** Later decisions it was judged on. */
  judged: z.int(),
  /** Whether those `n` were enough to train on; otherwise the rules alone were judged. */
  trained: z.boolean(),
  auc: z.number().nullable(),
  /** 95 % interval of `auc`. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  /** Share of its "hold" and "publish" that agree with the person; "I don't know" left out. */
  agreement: z.number().nullable(),
  /** Share of "I don't know". */
  abstained: z.number(),
})
export type LearningPoint = z.infer<typeof learningPointSchema>

/** Why a comment is thought constructive. `places` are UTF-16 offsets of its text. */
export const meritSchema = z.object({
  merit: z.enum(['length', 'reasons', 'evidence', 'question', 'subject', 'experience', 'proposal', 'reply']),
  places: z.array(z.object({ start: z.int(), end: z.int() })),
})
export type Merit = z.infer<typeof meritSchema>

export const constructiveCommentSchema = z.object({
  id: z.string(),
  article: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  date: z.string().nullable(),
  /** 0 to 1: orders a lane, publishes nothing. */
  score: z.number(),
  merits: z.array(meritSchema),
})
export type ConstructiveComment = z.infer<typeof constructiveCommentSchema>

/** A comment like the one asked about, and what people decided on it. It says nobody's name. */
export const similarCommentSchema = z.object({
  id: z.string(),
  body: z.string(),
  lang: z.string().nullable(),
  /** Of its article; null when that is not on this desk. */
  title: z.string().nullable(),
  decision: z.enum(['publish', 'refuse']),
  /** As recorded: an id of the charter, or what an import brought. */
  clause: z.string().nullable(),
  /** What was written to its author, when decided here. */
  publicReason: z.string(),
  /** When it was decided here; else the comment's own date. */
  at: z.string().nullable(),
  /** Decided on this desk, not in the imported past. */
  here: z.boolean(),
  /** Cosine, 0 to 1: orders the list. */
  likeness: z.number(),
  /** Words of the comment asked about that this one has too. */
  words: z.array(z.string()),
  /** Refused as an insult, hate or a threat, or for a reason unknown: blurred until asked for. */
  harsh: z.boolean(),
})
export type SimilarComment = z.infer<typeof similarCommentSchema>

/** What a list shows beside a comment. */
export const commentMarkSchema = z.object({
  comment: z.string(),
  /** Of its article; null when that is not on this desk. */
  title: z.string().nullable(),
  /** Blurred until asked for. Says nothing of an opinion that must not be seen yet. */
  harsh: z.boolean(),
})
export type CommentMark = z.infer<typeof commentMarkSchema>

export const moderation = {
  /** Trained in a worker on the first 10, 20, 50 … decisions in the order they were taken, judged on the rest. Seconds to a minute. */
  learningCurve: procedure.input(z.object({})).output(z.object({ decisions: z.int(), points: z.array(learningPointSchema) })),
  /** The most constructive first, of one article or of the newest comments; what was refused is left out. */
  constructive: procedure
    .input(z.object({ article: z.string().optional(), limit: z.int().min(1).max(200).default(20) }))
    .output(z.array(constructiveCommentSchema)),
  /** Comments like this one that people already decided, here or in the imported past, the most alike first. */
  similar: procedure
    .input(z.object({ comment: z.string(), limit: z.int().min(1).max(20).default(6) }))
    .output(z.object({ compared: z.int(), items: z.array(similarCommentSchema) })),
  /** For rows of a list: title of the article, and whether the text is harsh. Unknown ids are passed over. */
  marks: procedure.input(z.object({ comments: z.array(z.string()).max(500) })).output(z.array(commentMarkSchema)),
}
