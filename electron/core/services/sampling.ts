// The sampling plan of an experiment and what it draws for whom.
// It must not know what a reading says.
import type { Sampling, SamplingPlan } from '../../../shared/domain/reading.ts'
import { listPeople } from '../store/desk-rows.ts'
import type { Readable } from '../store/database.ts'
import { deletePlan, findPlan, listDecided, savePlan, type DecidedOutput, type StoredReading } from '../store/reading-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { demandExperiment } from './experiments.ts'
import { demandRole } from './people.ts'
import { drawSample, samplingSeed } from './reading-draw.ts'

export async function viewPlan(desk: DeskContext, experiment: string): Promise<SamplingPlan | null> {
  return findPlan(desk.store.read, (await demandExperiment(desk, experiment)).id)
}

/** One in `every` decided outputs is read again; null stops it, readings given stay. The seed is set once. @throws DeskError `role-required`. */
export async function setPlan(desk: DeskContext, actor: Actor, id: string, every: number | null): Promise<SamplingPlan | null> {
  demandRole(actor, 'referent')
  const experiment = await demandExperiment(desk, id)
  await desk.pen.write(async (db) => {
    const before = await findPlan(db, id)
    if ((before?.every ?? null) === every) return
    const seed = before?.seed ?? samplingSeed(experiment)
    const entry = await desk.pen.append(db, {
      act: 'sampling.set',
      subject: id,
      actor,
      facts: { every, before: before?.every ?? null, seed },
    })
    if (every === null) await deletePlan(db, id)
    else await savePlan(db, { experiment: id, every, seed, setAt: desk.clock().toISOString(), entry: entry.body.id })
  })
  desk.emit({ type: 'experiment.changed', id })
  return viewPlan(desk, id)
}

/** True when one's own decisions can be left to another referent of the desk. */
export async function anotherReferent(db: Readable, person: string): Promise<boolean> {
  return (await listPeople(db)).some((one) => one.id !== person && one.roles.includes('referent'))
}

export type Drawn = {
  readonly plan: SamplingPlan | null
  readonly decided: readonly DecidedOutput[]
  readonly sample: readonly DecidedOutput[]
}

/** What the plan draws now. Without a plan nothing is drawn. */
export async function drawNow(db: Readable, experiment: string): Promise<Drawn> {
  const plan = await findPlan(db, experiment)
  const decided = await listDecided(db, experiment)
  return { plan, decided, sample: plan === null ? [] : drawSample(plan.seed, plan.every, decided) }
}

/** Counts of one draw, as the person who asks sees them. What was read counts as drawn, whatever became of it since. */
export function countSampling(
  { plan, decided, sample }: Drawn,
  readings: readonly Pick<StoredReading, 'suggestion'>[],
  asker: { readonly id: string; readonly another: boolean },
): Sampling {
  const read = new Set(readings.map(({ suggestion }) => suggestion))
  return {
    every: plan?.every ?? null,
    decided: decided.length,
    drawn: new Set([...sample.map(({ id }) => id), ...read]).size,
    read: read.size,
    forOther: asker.another ? sample.filter(({ id, by }) => by === asker.id && !read.has(id)).length : 0,
  }
}
