// What the tasks are handed: archive, vocabulary, charter, models. Pure types; the store implements them.
// It must not know SQL, files or vectors at rest.
import type { Article } from '../../../shared/domain/article.ts'
import type { Charter } from '../../../shared/domain/comment.ts'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import type { Digest } from '../learning/model-file.ts'

export interface Scored {
  readonly id: string
  /** Higher is better; comparable within one answer only. */
  readonly score: number
}

/**
 * Earlier articles. `before` is a day (YYYY-MM-DD): only articles dated on or before it come back, and evergreen
 * ones (`kind: "resource"`) whatever their date. Articles that must not be linked may come back: the task drops them.
 */
export interface Archive {
  article(id: string): Promise<Article | null>
  /** Full text, any of the terms, best first. Terms are stems as core/text/terms makes them. */
  searchTerms(terms: readonly string[], options: { before?: string; lang?: string; limit: number }): Promise<readonly Scored[]>
  /** By cosine with vectors made by the current `lsa` model; empty when there is no index yet. */
  nearest(vector: Float32Array, options: { before?: string; limit: number }): Promise<readonly Scored[]>
}

export interface Vocabulary {
  /** Changes whenever any concept does; cheap. */
  revision(): Promise<string>
  /** All concepts, inactive ones too: they lead to their replacements. */
  concepts(): Promise<readonly Concept[]>
}

export interface CharterSource {
  current(): Promise<Charter | null>
}

export const modelNames = ['tagger', 'moderator', 'lsa'] as const
export type ModelName = (typeof modelNames)[number]

export interface Models {
  /** The manifest's digest of the model in use; cheap: asked for every item. */
  digest(name: ModelName): Promise<string | null>
  load(name: ModelName): Promise<Uint8Array | null>
}

/** Lexicons of the moderation rules by language (`resources/rules/LANG.json`), parsed JSON, and their hash. */
export interface Rules {
  readonly hash: string
  readonly lexicons: readonly unknown[]
}

export interface TaskPorts {
  readonly archive: Archive
  readonly vocabulary: Vocabulary
  readonly charter: CharterSource
  readonly models: Models
  readonly rules: Rules
  readonly digest: Digest
}
