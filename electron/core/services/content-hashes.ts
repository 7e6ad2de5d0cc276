// The hashes that say whether an item changed. Only what an engine reads counts.
import { sha256 } from './card-hash.ts'

/** SHA-256 hex of title and body: what a change of makes outputs stale. */
export function articleHash(article: { title: string; body: string }): string {
  return sha256(`article\n${article.title}\n\n${article.body}`)
}

export function commentHash(comment: { body: string }): string {
  return sha256(`comment\n${comment.body}`)
}

/** The whole record: what an import compares to say `unchanged`. */
export function recordHash(record: unknown): string {
  return sha256(JSON.stringify(record))
}
