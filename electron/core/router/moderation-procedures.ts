// The learning curve and the constructive lane.
import { listConstructive } from '../services/constructive-comments.ts'
import { drawLearningCurve } from '../services/learning-curve.ts'
import { os } from './base.ts'

export const moderation = {
  learningCurve: os.moderation.learningCurve.handler(({ context: { desk } }) => drawLearningCurve(desk)),
  constructive: os.moderation.constructive.handler(({ input, context: { desk } }) => listConstructive(desk, input)),
}
