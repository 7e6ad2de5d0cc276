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

export const moderation = {
  /** Trained in a worker on the first 10, 20, 50 … decisions in the order they were taken, judged on the rest. Seconds to a minute. */
  learningCurve: procedure.input(z.object({})).output(z.object({ decisions: z.int(), points: z.array(learningPointSchema) })),
  /** The most constructive first, of one article or of the newest comments; what was refused is left out. */
  constructive: procedure
    .input(z.object({ article: z.string().optional(), limit: z.int().min(1).max(200).default(20) }))
    .output(z.array(constructiveCommentSchema)),
}
