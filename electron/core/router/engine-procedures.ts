// Engines: list, train, fetch, and what articles are searched with by meaning.
import { os } from './base.ts'

export const engines = {
  list: os.engines.list.handler(({ context: { desk } }) => desk.engineInfos()),
  train: os.engines.train.handler(async ({ input, context: { desk } }) => {
    await desk.train(input.what)
    return { done: true as const }
  }),
  pull: os.engines.pull.handler(({ input, context: { desk } }) => desk.pulls.start(input.model)),
  cancelPull: os.engines.cancelPull.handler(({ input, context: { desk } }) => desk.pulls.cancel(input.model)),
  pulls: os.engines.pulls.handler(({ context: { desk } }) => desk.pulls.list()),
  searchModel: os.engines.searchModel.handler(({ context: { desk } }) => desk.meaning.view()),
  setSearchModel: os.engines.setSearchModel.handler(({ input, context: { desk } }) => desk.meaning.choose(input.engine)),
}
