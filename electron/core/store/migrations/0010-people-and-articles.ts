// The desk's settings, its people, and its articles with their full text.
import type { Migration } from '../migration.ts'

export const migration0010: Migration = {
  version: 10,
  name: 'people-and-articles',
  statements: [
    `CREATE TABLE desk (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT`,
    `CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL, roles TEXT NOT NULL, form TEXT NOT NULL, created_at TEXT NOT NULL) STRICT`,
    `CREATE TABLE keys (fingerprint TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES people(id), public_key TEXT NOT NULL, created_at TEXT NOT NULL) STRICT`,
    `CREATE TABLE articles (
      n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, lang TEXT,
      date TEXT, day TEXT, section TEXT, authors TEXT NOT NULL, url TEXT, tags TEXT NOT NULL, kind TEXT, deck TEXT, embargo TEXT,
      rights TEXT NOT NULL, ai_use INTEGER NOT NULL, do_not_link TEXT, hash TEXT NOT NULL, imported_at TEXT NOT NULL,
      indexed INTEGER NOT NULL DEFAULT 0) STRICT`,
    `CREATE INDEX articles_by_day ON articles(day DESC, n DESC)`,
    `CREATE INDEX articles_by_section ON articles(section, day DESC, n DESC)`,
    `CREATE INDEX articles_to_index ON articles(n) WHERE indexed = 0`,
    `CREATE TABLE article_tags (article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, tag TEXT NOT NULL, folded TEXT NOT NULL, position INTEGER NOT NULL,
      PRIMARY KEY (article, position)) WITHOUT ROWID, STRICT`,
    `CREATE INDEX article_tags_by_tag ON article_tags(folded, article)`,
    `CREATE VIRTUAL TABLE articles_text USING fts5(title, stems, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='2 3')`,
    `CREATE TABLE models (name TEXT PRIMARY KEY, version TEXT NOT NULL, file TEXT NOT NULL, digest TEXT NOT NULL, manifest TEXT NOT NULL, created_at TEXT NOT NULL) STRICT`,
  ],
}
