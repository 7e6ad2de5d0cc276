// What the tasks are handed: archive, vocabulary, charter, models. Pure types; the store implements them.
// It must not know SQL, files or vectors at rest.
import type { Article } from '../../../shared/domain/article.ts'
import type { Charter } from '../../../shared/domain/comment.ts'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import type { Digest } from '../learning/model-file.ts'
import type { TagFeedback } from './tags/feedback.ts'

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
  /** By the desk's embedding model, where one is chosen and answers in time; empty otherwise. Absent: there is none. */
  nearestByMeaning?(article: Article, options: { before?: string; limit: number }): Promise<readonly Scored[]>
  /** Which of `others` a validated link joins with `id` already, either way. Absent: none. */
  linkedWith?(id: string, others: readonly string[]): Promise<readonly string[]>
  /** What was kept of these articles for ranking links with this model; missing ones are left out. Absent: nothing is kept. */
  profiles?(ids: readonly string[], model: string): Promise<readonly KeptProfile[]>
}

/** Bytes as core/tasks/links/profile-bytes makes them, and what else a ranking asks of the article. */
export interface KeptProfile {
  readonly id: string
  /** `YYYY-MM-DD`. */
  readonly day: string | null
  readonly kind: string | null
  readonly tags: readonly string[]
  readonly bytes: Uint8Array
}

export interface Vocabulary {
  /** Changes whenever any concept does; cheap. */
  revision(): Promise<string>
  /** All concepts, inactive ones too: they lead to their replacements. */
  concepts(): Promise<readonly Concept[]>
}

/** A one-line rule as core/tasks/tags/rule-syntax reads it. */
export interface HouseRule {
  readonly id: string
  readonly line: string
  /** Concept id; the vocabulary lock leads on from there. */
  readonly concept: string
  /** `YYYY-MM-DD`: articles dated later are left alone. */
  readonly until: string | null
  /** What people made of the tags it proposed. */
  readonly accepted: number
  readonly rejected: number
}

/** What people taught about tags and no training knows yet: one moment's rules and decisions. */
export interface TagTeaching {
  /** Changes whenever what follows does; null when nothing was taught. */
  readonly revision: string | null
  /** Changes with the rules and resets alone, whatever was decided since; null when there are none. */
  readonly standing: string | null
  /** The day undated articles count as. */
  readonly today: string
  readonly rules: readonly HouseRule[]
  readonly feedback: TagFeedback
}

export interface TagTeachings {
  /** Cheap: asked for every item. */
  current(): Promise<TagTeaching>
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
  /** Absent: nothing was taught. */
  readonly teachings?: TagTeachings
  readonly charter: CharterSource
  readonly models: Models
  readonly rules: Rules
  readonly digest: Digest
}
