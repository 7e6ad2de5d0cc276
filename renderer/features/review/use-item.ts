// One article or comment of the queue with everything that hangs on it; the next one is loaded ahead.
// It must not know keys or decisions.
import { useEffect } from 'react'
import { client } from '../../client.ts'
import { useQuery, useReadAhead, type QueryOptions } from '../../client-query.ts'
import type { DeskEvent } from '../../../shared/contract/events.ts'
import { forgetSettled } from './desk-store.ts'

const concerns = (id: string | null) => (event: DeskEvent) =>
  event.type === 'suggestion.changed'
    ? event.items.includes(id ?? '')
    : event.type === 'article.changed' || event.type === 'comment.changed'
      ? event.ids.includes(id ?? '')
      : true

type Question<T> = readonly [key: string | null, fetch: () => Promise<T>, options: QueryOptions]

const articleOf = (id: string | null): Question<Awaited<ReturnType<typeof client.articles.open>>> => [
  id === null ? null : `review-article:${id}`,
  () => client.articles.open({ id: id ?? '' }),
  { refreshOn: ['article.changed', 'suggestion.changed'], when: concerns(id) },
]

const commentOf = (id: string | null): Question<Awaited<ReturnType<typeof client.comments.show>>> => [
  id === null ? null : `review-comment:${id}`,
  () => client.comments.show({ id: id ?? '' }),
  { refreshOn: ['comment.changed', 'suggestion.changed'], when: concerns(id) },
]

/** The article of the queue, and the next one on its way. */
export function useArticleItem(id: string | null, next: string | null) {
  const answer = useQuery(...articleOf(id))
  useReadAhead(...articleOf(next))
  const suggestions = answer.data?.suggestions
  useEffect(() => {
    if (suggestions) forgetSettled(suggestions)
  }, [suggestions])
  return answer
}

/** The comment of the queue, its article and parents, and the next one on its way. */
export function useCommentItem(id: string | null, next: string | null) {
  const answer = useQuery(...commentOf(id))
  useReadAhead(...commentOf(next))
  return answer
}

/** Names of the people of this desk by id. */
export function useNames(): (id: string) => string {
  const { data } = useQuery('people', () => client.people.list({}), { refreshOn: ['settings.changed'] })
  return (id) => data?.find((person) => person.id === id)?.name ?? id
}
