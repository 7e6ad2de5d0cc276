// The filter of the list of comments: set at once, kept in the address a moment later, found again on coming back.
// It must not ask the list.
import { useCallback, useEffect, useRef, useState } from 'react'
import { useRemembered } from '../../ui/remembered.ts'
import { go, useRoute } from '../../ui/router.ts'
import { useLater } from '../../ui/use-later.ts'
import { filterFrom, filterToQuery, soundFilter, type ListFilter } from './comment-filter.ts'

/** The address waits for a pause: browsers refuse a page that rewrites it at every key. */
const addressPause = 350

const nameOf = ({ query, state, verdict }: ListFilter): string => JSON.stringify([query.trim(), state, verdict])
const nothing = JSON.stringify(['', '', ''])

/** The lane of the constructive is not searched: no query stands beside it. */
function unsearchedLane(filter: ListFilter): ListFilter {
  return filter.state === 'constructive' && filter.query !== '' ? { ...filter, query: '' } : filter
}

interface CommentFilterDrive {
  readonly filter: ListFilter
  readonly article: string | undefined
  /** Changes some parts; always the same function. */
  readonly change: (parts: Partial<ListFilter>) => void
}

/** The filter and how to change it. The address wins; without a filter in it, the last one of this visit comes back. */
export function useCommentFilter(): CommentFilterDrive {
  const { screen, rest, query } = useRoute()
  const article = query.get('article') ?? undefined
  const inAddress = unsearchedLane(filterFrom((key) => query.get(key)))
  const addressName = nameOf(inAddress)
  const [remembered, remember] = useRemembered<Partial<ListFilter>>('comments-filter', {})
  const [filter, setFilter] = useState(() => (addressName === nothing ? unsearchedLane(filterFrom((key) => remembered[key])) : inAddress))
  const settled = useLater(filter, addressPause)
  const place = useRef({ screen, rest, article, addressName })
  useEffect(() => {
    place.current = { screen, rest, article, addressName }
  })
  useEffect(() => {
    remember(settled)
    const now = place.current
    if (now.screen !== 'comments' || nameOf(settled) === now.addressName) return
    go('comments', now.rest, { query: filterToQuery(settled, now.article), replace: true })
  }, [settled, remember])
  // With the address and on leaving: a filter set just before is found again too.
  const last = useRef(filter)
  useEffect(() => {
    last.current = filter
  }, [filter])
  useEffect(() => () => remember(last.current), [remember])
  // Somebody else changed the address: a link, the back button.
  const [seen, setSeen] = useState(addressName)
  if (seen !== addressName) {
    setSeen(addressName)
    if (addressName !== nameOf(settled) && addressName !== nameOf(filter)) setFilter(inAddress)
  }
  const change = useCallback(
    (parts: Partial<ListFilter>) => setFilter((before) => unsearchedLane(soundFilter({ ...before, ...parts }))),
    [],
  )
  return { filter, article, change }
}
