// News Integrity forms. The only SQL over `rubric_forms`.
// It must not know what the questions mean.
import type { RubricScores } from '../../../shared/domain/rubric.ts'
import type { Readable, Writable } from './database.ts'
import { fromJson, toJson } from './rows.ts'

export type StoredForm = {
  experiment: string
  item: string
  person: string
  scores: RubricScores
  /** SHA-256 of the outputs it was filled in for. */
  outputsHash: string
  at: string
  entry: string
}

export async function listForms(db: Readable, experiment: string): Promise<StoredForm[]> {
  const rows = await db.selectFrom('rubric_forms').selectAll().where('experiment', '=', experiment).orderBy('at').execute()
  return rows.map(({ outputs_hash, scores, ...row }) => ({ ...row, scores: fromJson(scores), outputsHash: outputs_hash }))
}

export async function saveForm(db: Writable, { outputsHash, scores, ...form }: StoredForm): Promise<void> {
  const row = { ...form, scores: toJson(scores), outputs_hash: outputsHash }
  await db
    .insertInto('rubric_forms')
    .values(row)
    .onConflict((conflict) => conflict.columns(['experiment', 'item', 'person']).doUpdateSet(row))
    .execute()
}

export async function removeForm(db: Writable, key: Pick<StoredForm, 'experiment' | 'item' | 'person'>): Promise<void> {
  await db
    .deleteFrom('rubric_forms')
    .where('experiment', '=', key.experiment)
    .where('item', '=', key.item)
    .where('person', '=', key.person)
    .execute()
}
