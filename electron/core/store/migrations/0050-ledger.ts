// The ledger: rows that nothing may change, and contents that may be erased.
import type { Migration } from '../migration.ts'

export const migration0050: Migration = {
  version: 50,
  name: 'ledger',
  statements: [
    `CREATE TABLE ledger (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, act TEXT NOT NULL, person TEXT NOT NULL, subject TEXT NOT NULL,
      body TEXT NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL, key TEXT NOT NULL) STRICT`,
    `CREATE INDEX ledger_by_subject ON ledger(subject, seq)`,
    `CREATE TRIGGER ledger_keeps_rows BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END`,
    `CREATE TRIGGER ledger_keeps_values BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END`,
    `CREATE TRIGGER ledger_keeps_order BEFORE INSERT ON ledger WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM ledger)
      BEGIN SELECT RAISE(ABORT, 'the ledger grows by one'); END`,
    `CREATE TABLE contents (hash TEXT PRIMARY KEY, entry TEXT NOT NULL, role TEXT NOT NULL, salt TEXT, content TEXT, erased_at TEXT) STRICT`,
    `CREATE INDEX contents_by_entry ON contents(entry)`,
  ],
}
