// The six steps of the guided first experiment, each done or not by what the desk holds. Pure.
// It must not know React nor what a step looks like.
import type { Experiment, Report } from '../../../shared/domain/experiment.ts'

export const guideSteps = ['read', 'card', 'approve', 'run', 'review', 'verdict'] as const
export type GuideStep = (typeof guideSteps)[number]

/** Which steps are done. Nothing is ticked by clicking: a step is done when the desk says so. */
export function stepsDone(read: boolean, experiment: Experiment | null, report: Report | null): Record<GuideStep, boolean> {
  const finished = experiment?.runs.some((run) => run.state === 'finished') ?? false
  const waiting = report === null ? null : (report.byState.proposed ?? 0)
  return {
    read,
    card: experiment !== null,
    approve: experiment !== null && experiment.approval !== null,
    run: finished,
    review: finished && report !== null && report.proposed > 0 && waiting === 0,
    verdict: experiment !== null && experiment.conclusion !== null,
  }
}

/** The first step not done; null when all are. */
export function nextStep(done: Readonly<Record<GuideStep, boolean>>): GuideStep | null {
  return guideSteps.find((step) => !done[step]) ?? null
}
