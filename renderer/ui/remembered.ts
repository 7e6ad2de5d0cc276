// What a screen remembers between two visits: a filter, a place in a list, a draft.
// It must not hold what belongs to the core.
import { useCallback } from 'react'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

interface Memory {
  readonly values: Readonly<Record<string, unknown>>
  readonly put: (key: string, value: unknown) => void
}

function makeMemory(name: string, storage: () => Storage) {
  return create<Memory>()(
    persist((set) => ({ values: {}, put: (key, value) => set((state) => ({ values: { ...state.values, [key]: value } })) }), {
      name,
      storage: createJSONStorage(storage),
      partialize: (state) => ({ values: state.values }),
    }),
  )
}

// The visit's memory holds drafts and so article text: it must end with the window. The lasting one holds choices only.
const useVisit = makeMemory('marbre-visit', () => sessionStorage)
const useLasting = makeMemory('marbre-lasting', () => localStorage)

/** Puts aside what was remembered on one desk and takes back what was on another, so that drafts never mix. The page reloads after. */
export function changeDesk(from: string, to: string): void {
  const name = 'marbre-visit'
  sessionStorage.setItem(`${name}:${from}`, sessionStorage.getItem(name) ?? '')
  const back = sessionStorage.getItem(`${name}:${to}`)
  if (back) sessionStorage.setItem(name, back)
  else sessionStorage.removeItem(name)
}

/** Forgets what this visit remembered, which may hold words of articles that were erased. */
export function forgetVisit(): void {
  useVisit.setState({ values: {} })
}

/**
 * Like `useState`, kept under `key`: until the window closes (`visit`, may hold text) or for good (`lasting`, choices only).
 * The caller vouches that a key always holds the same type.
 */
export function useRemembered<T>(key: string, initial: T, where: 'visit' | 'lasting' = 'visit'): readonly [T, (next: T) => void] {
  const use = where === 'visit' ? useVisit : useLasting
  const kept = use((state) => state.values[key])
  const put = use((state) => state.put)
  const set = useCallback((next: T) => put(key, next), [put, key])
  return [kept === undefined ? initial : (kept as T), set]
}

/** What is remembered for good under a key, outside a component; of unknown shape, as storage may be older than the page. */
export function rememberedLasting(key: string): unknown {
  return useLasting.getState().values[key]
}

/** Remembers a choice for good, outside a component. */
export function rememberLasting(key: string, value: unknown): void {
  useLasting.getState().put(key, value)
}
