// Experiments as durable jobs, and what they suggest.
import type { Migration } from '../migration.ts'

export const migration0040: Migration = {
  version: 40,
  name: 'experiments-and-suggestions',
  statements: [
    `CREATE TABLE experiments (id TEXT PRIMARY KEY, title TEXT NOT NULL, card TEXT NOT NULL, state TEXT NOT NULL, hash TEXT NOT NULL, standing INTEGER NOT NULL,
      approval TEXT, conclusion TEXT, created_at TEXT NOT NULL) STRICT`,
    `CREATE TABLE runs (id TEXT PRIMARY KEY, experiment TEXT NOT NULL REFERENCES experiments(id), engine TEXT NOT NULL, state TEXT NOT NULL, manifest TEXT NOT NULL,
      created_at TEXT NOT NULL, finished_at TEXT) STRICT`,
    `CREATE INDEX runs_by_experiment ON runs(experiment)`,
    `CREATE INDEX runs_by_state ON runs(state)`,
    `CREATE TABLE run_items (run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, position INTEGER NOT NULL, item TEXT NOT NULL, state TEXT NOT NULL, reason TEXT,
      abstained TEXT, done_at TEXT, PRIMARY KEY (run, item)) WITHOUT ROWID, STRICT`,
    `CREATE INDEX run_items_waiting ON run_items(run, state, position)`,
    `CREATE TABLE suggestions (
      n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, task TEXT NOT NULL, item TEXT NOT NULL, item_hash TEXT NOT NULL, value TEXT NOT NULL, proposed TEXT,
      score REAL NOT NULL, evidence TEXT NOT NULL, flags TEXT NOT NULL, state TEXT NOT NULL, previous_state TEXT, origin TEXT NOT NULL, engine TEXT NOT NULL,
      engine_digest TEXT NOT NULL, parameters TEXT NOT NULL, experiment TEXT NOT NULL REFERENCES experiments(id), run TEXT, request TEXT,
      created_at TEXT NOT NULL, decision TEXT, decided_at TEXT, exported_at TEXT) STRICT`,
    `CREATE INDEX suggestions_waiting ON suggestions(task, state, n)`,
    `CREATE INDEX suggestions_by_item ON suggestions(item, task)`,
    `CREATE INDEX suggestions_by_run ON suggestions(run)`,
    `CREATE INDEX suggestions_by_experiment ON suggestions(experiment, state)`,
    `CREATE INDEX suggestions_by_request ON suggestions(request)`,
    `CREATE TABLE requests (request TEXT PRIMARY KEY, item TEXT NOT NULL, task TEXT NOT NULL, abstained TEXT, at TEXT NOT NULL) STRICT`,
  ],
}
