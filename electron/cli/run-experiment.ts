// Starts or goes on with an experiment's runs, tells progress, waits; Ctrl+C pauses them.
// It must not know what a run does with an item.
import { DeskError } from '../../shared/domain/error.ts'
import type { Experiment, Run } from '../../shared/domain/experiment.ts'
import type { DirectClient } from '../core/router/router.ts'
import type { Cli } from './cli.ts'
import { followEvents } from './follow-events.ts'
import { prepareEngine, withDesk } from './with-desk.ts'

/** Resolves once every run of the card is finished. @throws DeskError `bad-transition` when one was paused or cancelled meanwhile. */
export async function runExperiment(cli: Cli, id: string, resume: boolean): Promise<Experiment> {
  return withDesk(cli, async (client, desk) => {
    const before = await client.experiments.show({ id })
    // A card that may not run is refused before anything is learnt for it.
    if (before.approval !== null) await prepareEngine(cli, desk, before.card.task)
    const stopProgress = followEvents(client, (event) => {
      if (event.type === 'run.progressed') cli.output.progress(progressLine(event.run))
    })
    try {
      await waitFor(client, resume ? await goOn(client, before) : await client.runs.start({ experiment: id }))
    } finally {
      stopProgress()
    }
    return client.experiments.show({ id })
  })
}

function isUnfinished(run: Run): boolean {
  return run.state !== 'finished' && run.state !== 'cancelled'
}

/** Goes on with what stopped; starts a card that never ran; leaves a finished one as it is. */
async function goOn(client: DirectClient, experiment: Experiment): Promise<Run[]> {
  const kept = experiment.runs.filter((run) => run.state !== 'cancelled')
  if (kept.length === 0) return client.runs.start({ experiment: experiment.id })
  return Promise.all(kept.filter(isUnfinished).map((run) => client.runs.resume({ id: run.id })))
}

async function waitFor(client: DirectClient, runs: readonly Run[]): Promise<void> {
  const active = runs.filter(isUnfinished)
  const pause = () => void Promise.all(active.map((run) => client.runs.pause({ id: run.id }))).catch(() => undefined)
  process.once('SIGINT', pause)
  process.once('SIGTERM', pause)
  try {
    const ended = await Promise.all(active.map((run) => client.runs.wait({ id: run.id })))
    const stopped = ended.find((run) => run.state !== 'finished')
    if (!stopped) return
    const why =
      stopped.state === 'cancelled'
        ? 'was cancelled'
        : `stopped after ${stopped.done + stopped.failed} of ${stopped.total} items: go on with --resume`
    throw new DeskError('bad-transition', `run ${stopped.id}`, why)
  } finally {
    process.off('SIGINT', pause)
    process.off('SIGTERM', pause)
  }
}

function progressLine(run: Run): string {
  const left =
    run.secondsLeft === null ? '' : `, ${run.secondsLeft < 90 ? `${run.secondsLeft} s` : `${Math.ceil(run.secondsLeft / 60)} min`} left`
  const failed = run.failed === 0 ? '' : `, ${run.failed} failed`
  return `running ${run.engine}: ${run.done} of ${run.total}${failed}${left}`
}
