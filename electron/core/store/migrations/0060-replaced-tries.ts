// Free tries that a newer one replaced: no longer anybody's to decide, still in the ledger.
import type { Migration } from '../migration.ts'

export const migration0060: Migration = {
  version: 60,
  name: 'replaced-tries',
  statements: [`CREATE TABLE replaced_tries (suggestion TEXT PRIMARY KEY REFERENCES suggestions(id)) STRICT, WITHOUT ROWID`],
}
