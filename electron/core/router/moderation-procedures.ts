// The learning curve, the constructive lane, decisions on similar comments.
import { markComments } from '../services/comment-marks.ts'
import { listConstructive } from '../services/constructive-comments.ts'
import { drawLearningCurve } from '../services/learning-curve.ts'
import { listSimilarDecisions } from '../services/similar-decisions.ts'
import { os } from './base.ts'

export const moderation = {
  learningCurve: os.moderation.learningCurve.handler(({ context: { desk } }) => drawLearningCurve(desk)),
  constructive: os.moderation.constructive.handler(({ input, context: { desk } }) => listConstructive(desk, input)),
  similar: os.moderation.similar.handler(({ input, context: { desk } }) => listSimilarDecisions(desk, input)),
  marks: os.moderation.marks.handler(({ input, context: { desk } }) => markComments(desk, input.comments)),
}
