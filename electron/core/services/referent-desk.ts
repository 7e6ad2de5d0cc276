// The referent's desk: every experiment with what must be watched. Counts only; nothing by person.
import type { Watched } from '../../../shared/domain/reading.ts'
import { listExperiments } from '../store/experiment-rows.ts'
import { countByExperiment, countFailedItems, listDecided, listPlans } from '../store/reading-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { differs, everyReading } from './disagreements.ts'
import { drawSample } from './reading-draw.ts'
import { isReviewToQuestion } from './report-figures.ts'
import { anotherReferent, countSampling } from './sampling.ts'

/** Newest first, the standing card left out. */
export async function viewReferentDesk(desk: DeskContext, actor: Actor): Promise<Watched[]> {
  const db = desk.store.read
  const asker = { id: actor.person.id, another: await anotherReferent(db, actor.person.id) }
  const counts = await countByExperiment(db)
  const failed = await countFailedItems(db)
  const plans = new Map((await listPlans(db)).map((plan) => [plan.experiment, plan]))
  const decidedOf = Map.groupBy(await listDecided(db), ({ experiment }) => experiment)
  const everyOf = Map.groupBy(await everyReading(db), ({ experiment }) => experiment)
  const experiments = (await listExperiments(db)).filter(({ standing }) => !standing).toReversed()
  return experiments.map(({ id, card, state, approval, conclusion }) => {
    const { proposed = 0, kept = 0, decided = 0, overrides = 0 } = counts.get(id) ?? {}
    const [plan, outputs] = [plans.get(id) ?? null, decidedOf.get(id) ?? []]
    const sample = plan === null ? [] : drawSample(plan.seed, plan.every, outputs)
    return {
      id,
      title: card.title,
      task: card.task,
      state,
      waitsForApproval: approval === null && conclusion === null,
      worksCouncilPending: card.worksCouncil.status === 'pending',
      failedItems: failed.get(id) ?? 0,
      proposed,
      decided,
      overrides,
      reviewToQuestion: isReviewToQuestion(kept, decided),
      sampling: countSampling({ plan, decided: outputs, sample }, everyOf.get(id) ?? [], asker),
      disagreements: (everyOf.get(id) ?? []).filter((reading) => reading.arbitration === null && differs(reading)).length,
    }
  })
}
