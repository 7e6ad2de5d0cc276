// The actions Ctrl-K can find, registered by the screens that offer them. It must not know them.
import { useEffect } from 'react'
import { create } from 'zustand'

export interface PaletteAction {
  readonly id: string
  readonly label: string
  /** The key that does the same, when there is one. */
  readonly keyHint?: string | undefined
  readonly run: () => void
}

interface ActionsState {
  readonly groups: ReadonlyMap<string, readonly PaletteAction[]>
  readonly put: (owner: string, actions: readonly PaletteAction[] | null) => void
}

export const useActions = create<ActionsState>()((set) => ({
  groups: new Map(),
  put: (owner, actions) =>
    set((state) => {
      const groups = new Map(state.groups)
      if (actions) groups.set(owner, actions)
      else groups.delete(owner)
      return { groups }
    }),
}))

/** Offers actions to Ctrl-K while the component is shown. Memoise `actions`. */
export function usePaletteActions(owner: string, actions: readonly PaletteAction[]): void {
  const put = useActions((state) => state.put)
  useEffect(() => {
    put(owner, actions)
    return () => put(owner, null)
  }, [owner, actions, put])
}
