// The filter of the list: typed at once, kept in the address a moment later, found again on coming back.
// It must not ask the list.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import { useRemembered } from '../../ui/remembered.ts'
import { go, useRoute } from '../../ui/router.ts'
import { useLater } from '../../ui/use-later.ts'
import { filterFrom, filterName, filterToQuery, withoutEmpty } from './filter-address.ts'

/** The address waits for a pause: browsers refuse a page that rewrites it at every key. */
const addressPause = 350

export interface FilterDrive {
  readonly filter: ArticleFilter
  /** Changes some parts of the filter; an undefined part goes. Always the same function. */
  readonly change: (parts: ArticleFilter) => void
  readonly clear: () => void
  /** Writes the address at once: the person leaves the list, and must come back to what they saw. */
  readonly flush: () => void
}

/** The filter and how to change it. The address wins; without a filter in it, the last one of this visit comes back. */
export function useArticleFilter(): FilterDrive {
  const { query } = useRoute()
  const inAddress = filterFrom(query)
  const addressName = filterName(inAddress)
  const [remembered, remember] = useRemembered<ArticleFilter>('articles-filter', {})
  const [filter, setFilter] = useState<ArticleFilter>(() => (addressName === '[]' ? withoutEmpty(remembered) : inAddress))
  const settled = useLater(filter, addressPause)
  const written = useRef(addressName)
  const now = useRef(filter)
  const write = useCallback((one: ArticleFilter) => {
    const name = filterName(one)
    if (name === written.current) return
    written.current = name
    go('articles', [], { query: filterToQuery(one), replace: true })
  }, [])
  useEffect(() => {
    now.current = filter
  }, [filter])
  useEffect(() => write(settled), [settled, write])
  // With the address and on leaving: writing it down at every key would draw the screen twice.
  useEffect(() => remember(settled), [settled, remember])
  useEffect(() => () => remember(now.current), [remember])
  // Somebody else changed the address: a link of the health sheet, the back button, the navigation.
  const [seen, setSeen] = useState(addressName)
  if (seen !== addressName) {
    setSeen(addressName)
    if (addressName !== filterName(settled) && addressName !== filterName(filter)) setFilter(inAddress)
  }
  useEffect(() => {
    written.current = addressName
  }, [addressName])
  return {
    filter,
    change: useCallback((parts: ArticleFilter) => setFilter((before) => withoutEmpty({ ...before, ...parts })), []),
    clear: useCallback(() => setFilter({}), []),
    flush: useCallback(() => write(now.current), [write]),
  }
}
