// What is derived from each article for links and near-duplicates. All of it can be made again from the article.
import type { Migration } from '../migration.ts'

export const migration0070: Migration = {
  version: 70,
  name: 'article-profiles',
  statements: [
    `CREATE TABLE article_profiles (n INTEGER PRIMARY KEY REFERENCES articles(n) ON DELETE CASCADE, hash TEXT NOT NULL, model TEXT,
      profile BLOB, signature BLOB NOT NULL) STRICT`,
  ],
}
