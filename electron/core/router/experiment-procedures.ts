// Experiments and runs.
import { approveCard, changeCard, concludeExperiment, createExperiment, viewExperiment, viewExperiments } from '../services/experiments.ts'
import { makeDocument } from '../services/make-document.ts'
import { makeReport } from '../services/report.ts'
import { cancelRun, demandRun, pauseRun, resumeRun, startRuns, viewRuns } from '../services/runs.ts'
import { viewRun } from '../services/run-view.ts'
import { os } from './base.ts'

export const experiments = {
  list: os.experiments.list.handler(({ context: { desk } }) => viewExperiments(desk)),
  show: os.experiments.show.handler(({ input, context: { desk } }) => viewExperiment(desk, input.id)),
  create: os.experiments.create.handler(({ input, context: { desk } }) => createExperiment(desk, input)),
  change: os.experiments.change.handler(async ({ input, context: { desk, session } }) =>
    changeCard(desk, await session.actor(), input.id, input.card),
  ),
  approve: os.experiments.approve.handler(async ({ input, context: { desk, session } }) =>
    approveCard(desk, await session.actor(input.as), input.id),
  ),
  conclude: os.experiments.conclude.handler(async ({ input, context: { desk, session } }) =>
    concludeExperiment(desk, await session.actor(input.as), input.id, input.verdict, input.reason),
  ),
  report: os.experiments.report.handler(({ input, context: { desk } }) => makeReport(desk, input.id)),
  document: os.experiments.document.handler(async ({ input, context: { desk } }) => ({
    html: await makeDocument(desk, input.id, input.kind, input.lang),
  })),
}

export const runs = {
  start: os.runs.start.handler(({ input, context: { desk } }) => startRuns(desk, desk.runWorker, desk.engine, input.experiment)),
  pause: os.runs.pause.handler(({ input, context: { desk } }) => pauseRun(desk, desk.runWorker, input.id)),
  resume: os.runs.resume.handler(({ input, context: { desk } }) => resumeRun(desk, desk.runWorker, input.id)),
  cancel: os.runs.cancel.handler(({ input, context: { desk } }) => cancelRun(desk, desk.runWorker, input.id)),
  list: os.runs.list.handler(({ input, context: { desk } }) => viewRuns(desk, input)),
  wait: os.runs.wait.handler(async ({ input, context: { desk } }) => {
    await desk.runWorker.settled(input.id)
    return viewRun(desk, await demandRun(desk, input.id))
  }),
}
