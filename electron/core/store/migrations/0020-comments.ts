// Comments, pseudonymised; the mapping to authors is in another file.
import type { Migration } from '../migration.ts'

export const migration0020: Migration = {
  version: 20,
  name: 'comments',
  statements: [
    `CREATE TABLE comments (
      n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, article TEXT, parent TEXT, author TEXT, body TEXT NOT NULL,
      lang TEXT, date TEXT, label INTEGER, past_decision TEXT, past_clause TEXT, masked INTEGER NOT NULL, hash TEXT NOT NULL,
      imported_at TEXT NOT NULL) STRICT`,
    `CREATE INDEX comments_by_article ON comments(article, n)`,
    `CREATE TABLE comment_decisions (comment TEXT PRIMARY KEY REFERENCES comments(id) ON DELETE CASCADE, decision TEXT NOT NULL, clause TEXT, public_reason TEXT NOT NULL,
      note TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL, entry TEXT NOT NULL) STRICT`,
  ],
}
