// Hands the tasks what they may see of the desk: archive, vocabulary, charter, models, rules.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TaskPorts } from '../tasks/ports.ts'
import { findArticle } from '../store/article-rows.ts'
import { searchTerms } from '../store/article-search.ts'
import { linkedWith } from '../store/link-rows.ts'
import { readProfiles } from '../store/profile-rows.ts'
import { listConcepts } from '../store/concept-rows.ts'
import { dayNumber } from './day-number.ts'
import { readCharter } from './charter.ts'
import type { DeskContext } from './context.ts'
import type { MeaningSearch } from './meaning-search.ts'
import type { ModelFiles } from './model-files.ts'
import type { ArticleVectors } from './article-vectors.ts'

type Parts = {
  desk: Pick<DeskContext, 'store' | 'resources'>
  models: ModelFiles
  vectors: ArticleVectors
  meaning?: Pick<MeaningSearch, 'nearestTo'>
  vocabularyRevision: () => Promise<string>
}

export const sha256Bytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export async function createTaskPorts(parts: Parts): Promise<TaskPorts> {
  const { store } = parts.desk
  const texts = await Promise.all(['fr', 'en'].map((lang) => readFile(join(parts.desk.resources, 'rules', `${lang}.json`), 'utf8')))
  return {
    archive: {
      article: (id) => findArticle(store.read, id),
      searchTerms: (terms, options) => searchTerms(store.read, terms, options),
      nearest: (vector, options) =>
        parts.vectors.nearest(vector, {
          limit: options.limit,
          ...(options.before === undefined ? {} : { before: dayNumber(options.before) }),
        }),
      ...(parts.meaning ? { nearestByMeaning: parts.meaning.nearestTo } : {}),
      linkedWith: (id, others) => linkedWith(store.read, id, others),
      profiles: (ids, model) => readProfiles(store.read, ids, model),
    },
    vocabulary: { revision: parts.vocabularyRevision, concepts: () => listConcepts(store.read) },
    charter: { current: () => readCharter(parts.desk) },
    models: { digest: async (name) => parts.models.digest(name), load: (name) => parts.models.load(name) },
    rules: { hash: sha256Bytes(Buffer.from(texts.join('\n'))), lexicons: texts.map((text) => JSON.parse(text) as unknown) },
    digest: sha256Bytes,
  }
}
