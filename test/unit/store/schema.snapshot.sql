CREATE TABLE article_profiles (n INTEGER PRIMARY KEY REFERENCES articles(n) ON DELETE CASCADE, hash TEXT NOT NULL, model TEXT, profile BLOB, signature BLOB NOT NULL) STRICT
CREATE TABLE article_tags (article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, tag TEXT NOT NULL, folded TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (article, position)) WITHOUT ROWID, STRICT
CREATE INDEX article_tags_by_tag ON article_tags(folded, article)
CREATE TABLE articles ( n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, lang TEXT, date TEXT, day TEXT, section TEXT, authors TEXT NOT NULL, url TEXT, tags TEXT NOT NULL, kind TEXT, deck TEXT, embargo TEXT, rights TEXT NOT NULL, ai_use INTEGER NOT NULL, do_not_link TEXT, hash TEXT NOT NULL, imported_at TEXT NOT NULL, indexed INTEGER NOT NULL DEFAULT 0) STRICT
CREATE INDEX articles_by_day ON articles(day DESC, n DESC)
CREATE INDEX articles_by_section ON articles(section, day DESC, n DESC)
CREATE VIRTUAL TABLE articles_text USING fts5(title, stems, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='2 3')
CREATE INDEX articles_to_index ON articles(n) WHERE indexed = 0
CREATE TABLE comment_decisions (comment TEXT PRIMARY KEY REFERENCES comments(id) ON DELETE CASCADE, decision TEXT NOT NULL, clause TEXT, public_reason TEXT NOT NULL, note TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL, entry TEXT NOT NULL) STRICT
CREATE TABLE comments ( n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, article TEXT, parent TEXT, author TEXT, body TEXT NOT NULL, lang TEXT, date TEXT, label INTEGER, past_decision TEXT, past_clause TEXT, masked INTEGER NOT NULL, hash TEXT NOT NULL, imported_at TEXT NOT NULL) STRICT
CREATE INDEX comments_by_article ON comments(article, n)
CREATE TABLE concept_labels (concept TEXT NOT NULL REFERENCES concepts(id) ON DELETE CASCADE, lang TEXT, text TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (concept, position)) WITHOUT ROWID, STRICT
CREATE INDEX concept_labels_by_text ON concept_labels(folded, concept)
CREATE TABLE concepts (id TEXT PRIMARY KEY, definition TEXT, parent TEXT, active INTEGER NOT NULL, replaced_by TEXT) STRICT
CREATE TABLE contents (hash TEXT PRIMARY KEY, entry TEXT NOT NULL, role TEXT NOT NULL, salt TEXT, content TEXT, erased_at TEXT) STRICT
CREATE INDEX contents_by_entry ON contents(entry)
CREATE TABLE desk (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT
CREATE TABLE experiments (id TEXT PRIMARY KEY, title TEXT NOT NULL, card TEXT NOT NULL, state TEXT NOT NULL, hash TEXT NOT NULL, standing INTEGER NOT NULL, approval TEXT, conclusion TEXT, created_at TEXT NOT NULL) STRICT
CREATE TABLE keys (fingerprint TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES people(id), public_key TEXT NOT NULL, created_at TEXT NOT NULL) STRICT
CREATE TABLE ledger (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, act TEXT NOT NULL, person TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL, key TEXT NOT NULL) STRICT
CREATE INDEX ledger_by_subject ON ledger(subject, seq)
CREATE TRIGGER ledger_keeps_order BEFORE INSERT ON ledger WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM ledger) BEGIN SELECT RAISE(ABORT, 'the ledger grows by one'); END
CREATE TRIGGER ledger_keeps_rows BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
CREATE TRIGGER ledger_keeps_values BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
CREATE TABLE models (name TEXT PRIMARY KEY, version TEXT NOT NULL, file TEXT NOT NULL, digest TEXT NOT NULL, manifest TEXT NOT NULL, created_at TEXT NOT NULL) STRICT
CREATE TABLE parked_terms (key TEXT PRIMARY KEY, term TEXT NOT NULL, state TEXT NOT NULL, concept TEXT, by TEXT NOT NULL, at TEXT NOT NULL) STRICT
CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL, roles TEXT NOT NULL, form TEXT NOT NULL, created_at TEXT NOT NULL) STRICT
CREATE TABLE prompts (hash TEXT PRIMARY KEY, task TEXT NOT NULL, lang TEXT NOT NULL, version INTEGER NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL, added_by TEXT NOT NULL, added_at TEXT NOT NULL, approved_by TEXT, approved_at TEXT, entry TEXT) STRICT
CREATE UNIQUE INDEX prompts_in_use ON prompts(task, lang) WHERE state = 'approved'
CREATE TRIGGER prompts_keep_their_text BEFORE UPDATE OF hash, task, lang, version, text ON prompts BEGIN SELECT RAISE(ABORT, 'a prompt is never changed'); END
CREATE TABLE proposed_terms (term TEXT NOT NULL, folded TEXT NOT NULL, article TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (folded, article)) WITHOUT ROWID, STRICT
CREATE TABLE replaced_tries (suggestion TEXT PRIMARY KEY REFERENCES suggestions(id)) STRICT, WITHOUT ROWID
CREATE TABLE requests (request TEXT PRIMARY KEY, item TEXT NOT NULL, task TEXT NOT NULL, abstained TEXT, at TEXT NOT NULL) STRICT
CREATE TABLE run_items (run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, position INTEGER NOT NULL, item TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, abstained TEXT, done_at TEXT, PRIMARY KEY (run, item)) WITHOUT ROWID, STRICT
CREATE INDEX run_items_waiting ON run_items(run, state, position)
CREATE TABLE runs (id TEXT PRIMARY KEY, experiment TEXT NOT NULL REFERENCES experiments(id), engine TEXT NOT NULL, state TEXT NOT NULL, manifest TEXT NOT NULL, created_at TEXT NOT NULL, finished_at TEXT) STRICT
CREATE INDEX runs_by_experiment ON runs(experiment)
CREATE INDEX runs_by_state ON runs(state)
CREATE TABLE suggestions ( n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, task TEXT NOT NULL, item TEXT NOT NULL, item_hash TEXT NOT NULL, value TEXT NOT NULL, proposed TEXT, score REAL NOT NULL, evidence TEXT NOT NULL, flags TEXT NOT NULL, state TEXT NOT NULL, previous_state TEXT, origin TEXT NOT NULL, engine TEXT NOT NULL, engine_digest TEXT NOT NULL, parameters TEXT NOT NULL, experiment TEXT NOT NULL REFERENCES experiments(id), run TEXT, request TEXT, created_at TEXT NOT NULL, decision TEXT, decided_at TEXT, exported_at TEXT) STRICT
CREATE INDEX suggestions_by_experiment ON suggestions(experiment, state)
CREATE INDEX suggestions_by_item ON suggestions(item, task)
CREATE INDEX suggestions_by_request ON suggestions(request)
CREATE INDEX suggestions_by_run ON suggestions(run)
CREATE INDEX suggestions_decided_tags ON suggestions(decided_at) WHERE task = 'tags' AND decided_at IS NOT NULL
CREATE INDEX suggestions_waiting ON suggestions(task, state, n)
CREATE TABLE tag_resets (concept TEXT PRIMARY KEY, at TEXT NOT NULL, entry TEXT NOT NULL) WITHOUT ROWID, STRICT
CREATE TABLE tag_rules (id TEXT PRIMARY KEY, line TEXT NOT NULL, concept TEXT NOT NULL, until TEXT, added_by TEXT NOT NULL, added_at TEXT NOT NULL, entry TEXT NOT NULL) STRICT
