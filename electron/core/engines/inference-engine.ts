// What every engine is to the rest of the core: items in, proposals out.
// It must not know any one engine, prompt, store or review.
import type { Article } from '../../../shared/domain/article.ts'
import type { Comment } from '../../../shared/domain/comment.ts'
import type { EngineInfo } from '../../../shared/domain/engine.ts'
import type { Manifest } from '../../../shared/domain/experiment.ts'
import type { Proposal, Task } from '../../../shared/domain/suggestion.ts'

/** What a task works on. `parents` runs from the direct parent up to the thread's first comment. */
export type TaskItem =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'comment'; readonly comment: Comment; readonly article: Article | null; readonly parents: readonly Comment[] }

/** Why an engine proposes nothing. Codes only: the words are in renderer/words. */
export type Abstention =
  | 'wrong-item'
  | 'no-vocabulary'
  | 'nothing-found'
  | 'too-short'
  | 'no-archive'
  | 'no-date'
  | 'embargo'
  | 'do-not-link'
  | 'invalid-reply'
  | 'cut-reply'
  | 'wrong-language'
  | 'ungrounded-reply'
  | 'empty-text'

/** Proposals in ranked order (key points: in article order), or none and the reason. */
export interface Outcome {
  readonly proposals: readonly Proposal[]
  readonly abstained: Abstention | null
}

/** What makes a proposal repeatable, for the run's manifest: the same identity and item give the same outcome. */
export interface EngineIdentity {
  readonly digest: string
  /** Where decisions teach the engine at once: the digest without them. An item asked again under it keeps the answer it had. */
  readonly standing?: string
  readonly parameters: Manifest['parameters']
  readonly promptHash: string | null
  readonly seed: number
}

/** One way of doing the four tasks. */
export interface InferenceEngine {
  /** `builtin`, `ollama:MODEL`, `on-premise:HOST/MODEL`. */
  readonly id: string
  info(): Promise<EngineInfo>
  identity(task: Task): Promise<EngineIdentity>
  /** One item. Rejects with a `DeskError` (`engine-refused`, `engine-unavailable`, `truncated-read`) or the signal's reason. */
  propose(task: Task, item: TaskItem, options: { readonly signal: AbortSignal }): Promise<Outcome>
}

/** Nothing proposed, and why. */
export function abstain(reason: Abstention): Outcome {
  return { proposals: [], abstained: reason }
}
