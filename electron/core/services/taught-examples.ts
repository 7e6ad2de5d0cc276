// The tagged articles the next training learns from: the archive's own tags, corrected by what people decided.
// It must not know the training.
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { findArticles, trainingTexts } from '../store/article-rows.ts'
import type { Readable } from '../store/database.ts'
import type { TagExample } from '../tasks/tags/training-set.ts'
import { vocabularyLock, type VocabularyLock } from '../tasks/tags/vocabulary-lock.ts'
import { taughtTags } from './tag-feedback.ts'

type Decided = { readonly given: readonly string[]; readonly refused: readonly string[] }

function corrected(tags: readonly string[], { given, refused }: Decided, lock: VocabularyLock): string[] {
  const out = new Set(refused.map((id) => lock.resolve(id) ?? id))
  const kept = tags.filter((tag) => !out.has(lock.named(tag) ?? tag))
  return [...new Set([...kept, ...given])]
}

/** Articles with tags of their own or validated ones, where their rights allow it. A tag a person refused on an article is no example there. */
export async function taggedExamples(db: Readable, concepts: readonly Concept[], limit: number): Promise<TagExample[]> {
  const own = await trainingTexts(db, { tagged: true, limit })
  const taught = await taughtTags(db)
  if (taught.size === 0) return own
  const lock = vocabularyLock(concepts)
  const known = new Set(own.map((example) => example.id))
  const others = await findArticles(
    db,
    [...taught.keys()].filter((id) => !known.has(id)),
  )
  const added = others.flatMap(({ id, title, body, lang, date, tags, aiUse }) => (aiUse ? [{ id, title, body, lang, date, tags }] : []))
  return [...own, ...added].slice(0, limit).flatMap((example) => {
    const decided = taught.get(example.id)
    const tags = decided ? corrected(example.tags, decided, lock) : example.tags
    return tags.length === 0 ? [] : [{ ...example, tags }]
  })
}
