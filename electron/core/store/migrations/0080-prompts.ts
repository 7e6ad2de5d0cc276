// The house's own prompts for language models. A row's text never changes; only its state does.
import type { Migration } from '../migration.ts'

export const migration0080: Migration = {
  version: 80,
  name: 'prompts',
  statements: [
    `CREATE TABLE prompts (hash TEXT PRIMARY KEY, task TEXT NOT NULL, lang TEXT NOT NULL, version INTEGER NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL,
      added_by TEXT NOT NULL, added_at TEXT NOT NULL, approved_by TEXT, approved_at TEXT, entry TEXT) STRICT`,
    `CREATE UNIQUE INDEX prompts_in_use ON prompts(task, lang) WHERE state = 'approved'`,
    `CREATE TRIGGER prompts_keep_their_text BEFORE UPDATE OF hash, task, lang, version, text ON prompts BEGIN SELECT RAISE(ABORT, 'a prompt is never changed'); END`,
  ],
}
