// Evaluations on the desk's own gold.
import { os } from './base.ts'

export const evaluations = {
  run: os.evaluations.run.handler(({ input, context: { desk } }) => desk.evaluations.run(input)),
  list: os.evaluations.list.handler(({ input, context: { desk } }) => desk.evaluations.list(input.task)),
  gold: os.evaluations.gold.handler(({ context: { desk } }) => desk.evaluations.gold()),
}
