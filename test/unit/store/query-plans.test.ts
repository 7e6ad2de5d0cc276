import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../electron/core/store/migrate.ts'
import { tempFolder } from '../../temp-folder.ts'

const fast: [string, string, RegExp][] = [
  ['the archive, newest first', 'SELECT id FROM articles ORDER BY day DESC, n DESC LIMIT 100', /USING (COVERING )?INDEX articles_by_day/],
  ['one section', "SELECT id FROM articles WHERE section = 'Mer' ORDER BY day DESC, n DESC LIMIT 100", /INDEX articles_by_section/],
  [
    'articles in a language, of a length, without a title, newest first',
    "SELECT n FROM articles WHERE lang = 'fr' AND length(articles.body) < 500 AND (articles.title = '') = 1 ORDER BY day DESC, n DESC LIMIT 50",
    /USING COVERING INDEX articles_listed/,
  ],
  [
    'how many articles lack what the list can be kept to',
    "SELECT count(*) FROM articles WHERE (authors = '[]') = 1 AND (tags = '[]') = 1 AND +section IS NULL AND rights = 'own' AND ai_use = 0",
    /USING COVERING INDEX articles_listed/,
  ],
  [
    'many hits of a search, newest first',
    "SELECT n FROM articles WHERE +articles.n IN (SELECT rowid FROM articles_text WHERE articles_text MATCH 'mer') AND lang = 'fr' ORDER BY day DESC, n DESC LIMIT 50",
    /SCAN articles USING COVERING INDEX articles_listed/,
  ],
  ['what is not searchable yet', 'SELECT n FROM articles WHERE indexed = 0 ORDER BY n LIMIT 20', /INDEX articles_to_index/],
  [
    'the next item of a run',
    "SELECT item FROM run_items WHERE run = 'r' AND state = 'queued' ORDER BY position LIMIT 1",
    /INDEX run_items_waiting/,
  ],
  ['a queue', "SELECT item FROM suggestions WHERE task = 'tags' AND state = 'proposed' ORDER BY n LIMIT 50", /INDEX suggestions_waiting/],
  [
    'a page of a review queue',
    "SELECT item FROM review_queue WHERE task = 'tags' AND experiment = '' AND waiting > 0 ORDER BY first LIMIT 500 OFFSET 1000",
    /INDEX review_queue_waiting/,
  ],
  [
    'how many wait in a queue',
    "SELECT count(*) FROM review_queue WHERE task = 'tags' AND experiment = '' AND waiting > 0",
    /(INDEX review_queue_waiting|PRIMARY KEY) \(task=\? AND experiment=\?\)/,
  ],
  [
    'what a review queue shows without its waiting',
    "SELECT item FROM review_queue WHERE task = 'tags' AND experiment = '' AND waiting = 0 ORDER BY first",
    /INDEX review_queue_idle/,
  ],
  [
    'one item of a review queue',
    "SELECT waiting FROM review_queue WHERE task = 'tags' AND item IN ('a') AND experiment = ''",
    /PRIMARY KEY \(task=\? AND experiment=\? AND item=\?\)/,
  ],
  ['what was decided lately', "SELECT id FROM suggestions WHERE task = 'tags' AND decided_at >= '2026'", /INDEX suggestions_decided/],
  ['suggestions of an item', "SELECT id FROM suggestions WHERE item = 'a' AND task = 'tags'", /INDEX suggestions_by_item/],
  ['a request made before', "SELECT id FROM suggestions WHERE request = 'x'", /INDEX suggestions_by_request/],
  ['entries about a subject', "SELECT seq FROM ledger WHERE subject = 's' ORDER BY seq DESC LIMIT 20", /INDEX ledger_by_subject/],
  ['articles of a tag', "SELECT article FROM article_tags WHERE folded = 'mer'", /INDEX article_tags_by_tag/],
  ['comments of an article', "SELECT id FROM comments WHERE article = 'a' ORDER BY n", /INDEX comments_by_article/],
]

test.each(fast)('%s uses its index and sorts nothing', (_name, sql, index) => {
  const db = new Database(':memory:')
  migrate(db, { isNew: true, backupFolder: tempFolder() })
  const plan = db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map((row) => String((row as { detail: string }).detail))
    .join('\n')
  expect(plan).toMatch(index)
  expect(plan).not.toMatch(/TEMP B-TREE/)
})
