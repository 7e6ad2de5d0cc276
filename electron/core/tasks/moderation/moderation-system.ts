// The whole method as one function, for evaluation and the learning curve: decisions in, a judge of comments out.
// It must not know the store, files or metrics.
import { noContext, type CommentContext } from './context-signals.ts'
import { decideHold, usualCosts, type ModerationCosts } from './decide-hold.ts'
import { compileLexicon, ownRulesScore } from './lexicon.ts'
import { groundsOf, readComment } from './read-comment.ts'
import { justifyingPlaces, type Place } from './telling-words.ts'
import { learnModerator, type ModeratorTraining } from './train-moderator.ts'

export interface JudgedComment {
  /** Orders comments: log-odds with a trained model, the rules' own figure without. */
  readonly raw: number
  /** Calibrated; without a trained model the rules' own figure, which is not. */
  readonly probability: number
  /** null: "I don't know". */
  readonly hold: boolean | null
}

export interface ModerationSystem {
  judge(body: string, context?: CommentContext): JudgedComment
  /** The places that speak for holding it, in order of the text (UTF-16 offsets of `body`); empty when nothing does. */
  spans(body: string): readonly Place[]
}

/** What a desk with these decisions (none will do), these word lists and no charter would make of a comment. */
export function moderationSystem(training: ModeratorTraining, seed: number, costs: ModerationCosts = usualCosts): ModerationSystem {
  const moderator = learnModerator(training, seed)
  const reader = { lexicon: compileLexicon(training.lexicons), moderator, charter: null }
  return {
    judge(body, context = noContext) {
      const read = readComment(body, reader, context)
      const own = ownRulesScore(read.touched)
      return { ...(read.opinion ?? { raw: own, probability: own }), hold: decideHold(groundsOf(read), costs) }
    },
    spans: (body) => justifyingPlaces(readComment(body, reader), moderator),
  }
}
