// What an evaluation is made on, whether it came from named files or from the desk.
// It must not know where it came from.
import type { Article } from '../../../../shared/domain/article.ts'
import type { Charter } from '../../../../shared/domain/comment.ts'
import type { Concept } from '../../../../shared/domain/vocabulary.ts'

export interface EvaluatedArticle {
  readonly id: string
  readonly lang: string | null
  readonly title: string
  readonly body: string
  readonly tags: readonly string[]
  readonly date: string | null
  readonly kind: string | null
}
export interface KeyPointRecord extends EvaluatedArticle {
  readonly summary: string | null
  readonly summaryPoints: readonly string[] | null
}
export interface LinkRecord {
  readonly source: string
  readonly target: string
  readonly anchor: string | null
}
export interface LabelledComment {
  readonly id: string
  readonly lang: string | null
  readonly body: string
  readonly held: boolean
}

export type EvaluationData =
  | {
      readonly task: 'tags'
      readonly train: readonly EvaluatedArticle[]
      readonly test: readonly EvaluatedArticle[]
      /** Null: the tags of at least three training articles. */
      readonly vocabulary: readonly Concept[] | null
    }
  | { readonly task: 'key-points'; readonly test: readonly KeyPointRecord[] }
  | { readonly task: 'moderation'; readonly train: readonly LabelledComment[]; readonly test: readonly LabelledComment[] }
  | { readonly task: 'links'; readonly corpus: readonly EvaluatedArticle[]; readonly links: readonly LinkRecord[] }
export type DataOf<T extends EvaluationData['task']> = Extract<EvaluationData, { task: T }>

/** What is shipped with the app and moderation reads. */
export interface Shipped {
  readonly lexicons: readonly unknown[]
  readonly charter: Charter
}

export interface EvaluationOptions {
  /** Null: train on the training items, test on the test items. Else the test items are cross-validated, the training items always learned from. */
  readonly folds: number | null
  readonly limit: number | null
  readonly seed: number
  /** `all` adds the slower baselines that quality.md measures against. */
  readonly baselines: 'plain' | 'all'
}

/** The record as the tasks know articles. */
export function articleOf(record: EvaluatedArticle): Article {
  return {
    id: record.id,
    title: record.title,
    body: record.body,
    lang: record.lang,
    date: record.date,
    section: null,
    authors: [],
    url: null,
    tags: [...record.tags],
    kind: record.kind,
    deck: null,
    embargo: null,
    rights: 'own',
    aiUse: true,
    doNotLink: null,
    hash: '',
    importedAt: '',
  }
}
