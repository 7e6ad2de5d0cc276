// The thesaurus and the terms people proposed for it.
import type { Migration } from '../migration.ts'

export const migration0030: Migration = {
  version: 30,
  name: 'vocabulary',
  statements: [
    `CREATE TABLE concepts (id TEXT PRIMARY KEY, definition TEXT, parent TEXT, active INTEGER NOT NULL, replaced_by TEXT) STRICT`,
    `CREATE TABLE concept_labels (concept TEXT NOT NULL REFERENCES concepts(id) ON DELETE CASCADE, lang TEXT, text TEXT NOT NULL, folded TEXT NOT NULL,
      kind TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (concept, position)) WITHOUT ROWID, STRICT`,
    `CREATE INDEX concept_labels_by_text ON concept_labels(folded, concept)`,
    `CREATE TABLE proposed_terms (term TEXT NOT NULL, folded TEXT NOT NULL, article TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (folded, article)) WITHOUT ROWID, STRICT`,
  ],
}
