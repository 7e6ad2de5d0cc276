// Blind comparisons of engines (the draw, its pairs, the votes) and News Integrity forms.
import type { Migration } from '../migration.ts'

export const migration0100: Migration = {
  version: 100,
  name: 'comparisons-and-rubrics',
  statements: [
    `CREATE TABLE comparisons (experiment TEXT PRIMARY KEY, drawn_at TEXT NOT NULL, entry TEXT NOT NULL, ended_at TEXT, ended_by TEXT, ended_entry TEXT) STRICT`,
    `CREATE TABLE comparison_pairs (id TEXT PRIMARY KEY, experiment TEXT NOT NULL, item TEXT NOT NULL, engine_a TEXT NOT NULL, engine_b TEXT NOT NULL,
      position INTEGER NOT NULL, seed TEXT NOT NULL) STRICT`,
    `CREATE INDEX comparison_pairs_in_order ON comparison_pairs(experiment, position)`,
    `CREATE INDEX comparison_pairs_of_item ON comparison_pairs(item)`,
    `CREATE TABLE comparison_votes (pair TEXT NOT NULL, person TEXT NOT NULL, choice TEXT, note TEXT NOT NULL, informed TEXT, at TEXT NOT NULL, entry TEXT NOT NULL,
      PRIMARY KEY (pair, person)) WITHOUT ROWID, STRICT`,
    `CREATE TABLE rubric_forms (experiment TEXT NOT NULL, item TEXT NOT NULL, person TEXT NOT NULL, scores TEXT NOT NULL, outputs_hash TEXT NOT NULL, at TEXT NOT NULL,
      entry TEXT NOT NULL, PRIMARY KEY (experiment, item, person)) WITHOUT ROWID, STRICT`,
  ],
}
