// Worker: articles and the thesaurus in, terms no label covers out.
// It must not know the store or what becomes of the terms.
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { findNewTerms, type NewTerm, type TermText } from '../tasks/tags/new-terms.ts'

export interface Input {
  /** Newest first. */
  readonly articles: readonly TermText[]
  readonly concepts: readonly Concept[]
  readonly limit: number
}
export type Output = readonly NewTerm[]

export function run({ articles, concepts, limit }: Input): Output {
  return findNewTerms(articles, concepts, limit)
}
