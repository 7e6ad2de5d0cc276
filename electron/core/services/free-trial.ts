// *Essai libre*: the standing card under which one task on one item may always be tried.
import type { Card } from '../../../shared/domain/experiment.ts'
import type { DeskContext } from './context.ts'
import { cardHash } from './card-hash.ts'
import { findExperiment, saveExperiment } from '../store/experiment-rows.ts'

/** The same on every desk, so that exports of two desks speak of the same card. */
export const freeTrialId = 'essai-libre'

const card: Card = {
  title: 'Essai libre',
  hypothesis: 'Essayer une tâche sur un texte, sans protocole.',
  task: 'key-points',
  owner: 'me',
  editorialResponsibility: '',
  referent: 'me',
  desk: '',
  from: '',
  to: '',
  peopleConcerned: '',
  dataConcerned: '',
  engines: ['builtin'],
  corpus: { query: '' },
  criterion: 'Aucun : un essai libre ne prouve rien.',
  stopRule: 'Sans objet.',
  worksCouncil: { status: 'not-needed', because: 'Essai individuel, sans déploiement.' },
  judgeFirst: false,
}

export async function ensureFreeTrial(desk: Pick<DeskContext, 'store' | 'clock'>): Promise<void> {
  if (await findExperiment(desk.store.read, freeTrialId)) return
  await desk.store.write((db) =>
    saveExperiment(db, {
      id: freeTrialId,
      card,
      state: 'running',
      hash: cardHash(card),
      standing: true,
      approval: null,
      conclusion: null,
      createdAt: desk.clock().toISOString(),
    }),
  )
}
