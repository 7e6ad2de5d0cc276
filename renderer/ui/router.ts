// Which screen is shown, from the address after `#`. It must not know the screens' contents.
import { useMemo, useSyncExternalStore } from 'react'

export const screens = ['home', 'review', 'articles', 'comments', 'experiments', 'vocabulary', 'ledger', 'engines', 'settings'] as const
export type Screen = (typeof screens)[number]

export interface Route {
  readonly screen: Screen
  /** What follows the screen, decoded: `#/review/key-points/ID` gives `['key-points', 'ID']`. */
  readonly rest: readonly string[]
  readonly query: URLSearchParams
}

export type Query = Readonly<Record<string, string | undefined>>

/** The address of a screen, for `<a href>`. */
export function hrefTo(screen: Screen, rest: readonly string[] = [], query: Query = {}): string {
  const path = [screen, ...rest].map(encodeURIComponent).join('/')
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value]]))
  return `#/${path}${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''}`
}

/** Goes to a screen; `replace` leaves no step in the history. */
export function go(screen: Screen, rest: readonly string[] = [], options: { query?: Query; replace?: boolean } = {}): void {
  const href = hrefTo(screen, rest, options.query)
  if (options.replace) {
    history.replaceState(null, '', href)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  } else location.hash = href
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Reads an address; anything unknown is the home screen. */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [name, ...rest] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decode)
  const screen = screens.find((one) => one === name) ?? 'home'
  return { screen, rest, query: new URLSearchParams(query) }
}

function watchHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The current route; re-renders when it changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(watchHash, () => location.hash)
  return useMemo(() => readRoute(hash), [hash])
}
