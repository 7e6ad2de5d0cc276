// Sampling plans, second readings, and review packets of other desks, which stay apart from this desk's own records.
import type { Migration } from '../migration.ts'

export const migration0110: Migration = {
  version: 110,
  name: 'second-readings',
  statements: [
    `CREATE TABLE sampling_plans (experiment TEXT PRIMARY KEY REFERENCES experiments(id) ON DELETE CASCADE, every INTEGER NOT NULL, seed TEXT NOT NULL,
      set_at TEXT NOT NULL, entry TEXT NOT NULL) WITHOUT ROWID, STRICT`,
    `CREATE TABLE second_readings (suggestion TEXT PRIMARY KEY REFERENCES suggestions(id) ON DELETE CASCADE, experiment TEXT NOT NULL, verdict TEXT, value TEXT,
      reason TEXT NOT NULL, first TEXT NOT NULL, own INTEGER NOT NULL, undone INTEGER NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, entry TEXT NOT NULL,
      arbitration TEXT) STRICT`,
    `CREATE INDEX second_readings_by_experiment ON second_readings(experiment)`,
    `CREATE TABLE packets (id TEXT PRIMARY KEY, desk TEXT NOT NULL, experiment TEXT NOT NULL, title TEXT NOT NULL, opened_by TEXT NOT NULL, opened_at TEXT NOT NULL,
      bytes INTEGER NOT NULL, document TEXT NOT NULL) STRICT`,
  ],
}
