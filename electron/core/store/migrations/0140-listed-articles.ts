// What the list of articles filters by, in the order of the list: a page and its count read no article.
import type { Migration } from '../migration.ts'

export const migration0140: Migration = {
  version: 140,
  name: 'listed-articles',
  statements: [
    `CREATE INDEX articles_listed ON articles(day DESC, n DESC, section, lang, rights, ai_use, title = '', authors = '[]', tags = '[]', length(body))`,
  ],
}
