// What taggers are trained on here: articles drawn after the tagged ones of the open sets, and the vocabulary of their tags.
// It must not know any tagger.
import type { Concept } from '../../shared/domain/vocabulary.ts'
import type { TaggerTraining } from '../../electron/core/tasks/tags/training-set.ts'
import { drawArticles, type DrawnArticle } from './drawn-articles.ts'
import { sourceArticles } from './source-articles.ts'

function mostUsed(limit: number): Set<string> {
  const uses = new Map<string, number>()
  for (const { tags } of sourceArticles().articles) for (const tag of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1)
  const ranked = [...uses].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return new Set(ranked.slice(0, limit).map(([tag]) => tag))
}

export type Tagged = { training: TaggerTraining; unseen: DrawnArticle[]; labels: number }

/** `count` articles that carry some of the `labels` most used tags, and `unseen` more. */
export function taggedArticles({ count, labels, unseen }: { count: number; labels: number; unseen: number }): Tagged {
  const kept = mostUsed(labels)
  const from = sourceArticles()
    .articles.map((source) => ({ ...source, tags: source.tags.filter((tag) => kept.has(tag)) }))
    .filter(({ tags }) => tags.length > 0)
  const drawn = [...drawArticles({ count: count + unseen, seed: 3, from })]
  const concepts = [...kept].map((tag): Concept => ({
    id: tag,
    labels: [{ lang: null, text: tag.replaceAll('-', ' '), kind: 'preferred' }],
    definition: null,
    parent: null,
    active: true,
    replacedBy: null,
  }))
  const examples = drawn.slice(0, count).map(({ id, title, body, lang, date, tags }) => ({ id, title, body, lang, date, tags }))
  return { training: { examples, concepts }, unseen: drawn.slice(count), labels: kept.size }
}
