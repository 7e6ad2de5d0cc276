// Draws, pairs and votes of blind comparisons. The only SQL over `comparisons`, `comparison_pairs`, `comparison_votes`.
// It must not know what an engine's outputs are, nor what a vote means.
import type { Selectable } from 'kysely'
import type { Choice, Informed } from '../../../shared/domain/comparison.ts'
import type { Readable, Writable } from './database.ts'
import type { Schema } from './schema.ts'

export type StoredComparison = { drawnAt: string; ended: { at: string; by: string } | null }
/** `a` and `b` are engines; `seed` is the one of the draw that placed them. */
export type StoredPair = { id: string; experiment: string; item: string; a: string; b: string; position: number; seed: string }
/** `choice` is null once the vote was taken back: the person has seen the names. */
export type StoredVote = {
  pair: string
  person: string
  choice: Choice | null
  note: string
  informed: Informed | null
  at: string
  entry: string
}

export async function findComparison(db: Readable, experiment: string): Promise<StoredComparison | null> {
  const row = await db.selectFrom('comparisons').selectAll().where('experiment', '=', experiment).executeTakeFirst()
  if (!row) return null
  return { drawnAt: row.drawn_at, ended: row.ended_at !== null && row.ended_by !== null ? { at: row.ended_at, by: row.ended_by } : null }
}

/** The first draw makes the comparison; later ones only add pairs. */
export async function saveDraw(
  db: Writable,
  draw: { experiment: string; at: string; entry: string },
  pairs: readonly StoredPair[],
): Promise<void> {
  await db
    .insertInto('comparisons')
    .values({ experiment: draw.experiment, drawn_at: draw.at, entry: draw.entry, ended_at: null, ended_by: null, ended_entry: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (let start = 0; start < pairs.length; start += 100) {
    const rows = pairs.slice(start, start + 100).map(({ a, b, ...pair }) => ({ ...pair, engine_a: a, engine_b: b }))
    await db.insertInto('comparison_pairs').values(rows).execute()
  }
}

export async function markEnded(db: Writable, experiment: string, end: { at: string; by: string; entry: string }): Promise<void> {
  await db
    .updateTable('comparisons')
    .set({ ended_at: end.at, ended_by: end.by, ended_entry: end.entry })
    .where('experiment', '=', experiment)
    .execute()
}

function pairOfRow({ engine_a, engine_b, ...row }: Selectable<Schema['comparison_pairs']>): StoredPair {
  return { ...row, a: engine_a, b: engine_b }
}

export async function findPair(db: Readable, id: string): Promise<StoredPair | null> {
  const row = await db.selectFrom('comparison_pairs').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? pairOfRow(row) : null
}

/** In the order of the draw. */
export async function listPairs(db: Readable, experiment: string): Promise<StoredPair[]> {
  const rows = await db.selectFrom('comparison_pairs').selectAll().where('experiment', '=', experiment).orderBy('position').execute()
  return rows.map(pairOfRow)
}

/** Everybody's, votes taken back included. */
export async function listVotes(db: Readable, experiment: string): Promise<StoredVote[]> {
  const rows = await db
    .selectFrom('comparison_votes')
    .innerJoin('comparison_pairs', 'comparison_pairs.id', 'comparison_votes.pair')
    .selectAll('comparison_votes')
    .where('comparison_pairs.experiment', '=', experiment)
    .orderBy('comparison_votes.at')
    .execute()
  return rows.map(voteOfRow)
}

export async function findVote(db: Readable, pair: string, person: string): Promise<StoredVote | null> {
  const row = await db.selectFrom('comparison_votes').selectAll().where('pair', '=', pair).where('person', '=', person).executeTakeFirst()
  return row ? voteOfRow(row) : null
}

function voteOfRow(row: Selectable<Schema['comparison_votes']>): StoredVote {
  return { ...row, choice: row.choice as Choice | null, informed: row.informed as Informed | null }
}

export async function saveVote(db: Writable, vote: StoredVote): Promise<void> {
  await db
    .insertInto('comparison_votes')
    .values(vote)
    .onConflict((conflict) => conflict.columns(['pair', 'person']).doUpdateSet(vote))
    .execute()
}
