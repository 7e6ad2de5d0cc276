// One page of comments with what a list shows beside each: the title of its article, whether its text stays blurred.
// It must not know how a row looks.
import { client } from '../../client.ts'
import type { Page } from '../../client-page-reader.ts'
import type { CommentMark } from '../../../shared/contract/moderation.ts'
import type { Comment } from '../../../shared/domain/comment.ts'

export interface ListedComment {
  readonly comment: Comment
  readonly mark: CommentMark | undefined
}

/** The same comments in the same order, each with its mark. */
async function marked(comments: readonly Comment[], signal: AbortSignal): Promise<ListedComment[]> {
  const marks = await client.moderation.marks({ comments: comments.map(({ id }) => id) }, { signal })
  const byId = new Map(marks.map((mark) => [mark.comment, mark]))
  return comments.map((comment) => ({ comment, mark: byId.get(comment.id) }))
}

/** A page of the list. */
export async function listComments(asked: Parameters<typeof client.comments.list>[0], signal: AbortSignal): Promise<Page<ListedComment>> {
  const { items, ...length } = await client.comments.list(asked, { signal })
  return { ...length, items: await marked(items, signal) }
}
