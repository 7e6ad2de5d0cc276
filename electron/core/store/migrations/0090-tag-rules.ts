// One-line tag rules, marks of what a reset forgot, and what became of parked terms.
import type { Migration } from '../migration.ts'

export const migration0090: Migration = {
  version: 90,
  name: 'tag-rules',
  statements: [
    `CREATE TABLE tag_rules (id TEXT PRIMARY KEY, line TEXT NOT NULL, concept TEXT NOT NULL, until TEXT, added_by TEXT NOT NULL, added_at TEXT NOT NULL,
      entry TEXT NOT NULL) STRICT`,
    `CREATE TABLE tag_resets (concept TEXT PRIMARY KEY, at TEXT NOT NULL, entry TEXT NOT NULL) WITHOUT ROWID, STRICT`,
    `CREATE TABLE parked_terms (key TEXT PRIMARY KEY, term TEXT NOT NULL, state TEXT NOT NULL, concept TEXT, by TEXT NOT NULL, at TEXT NOT NULL) STRICT`,
    `CREATE INDEX suggestions_decided_tags ON suggestions(decided_at) WHERE task = 'tags' AND decided_at IS NOT NULL`,
  ],
}
