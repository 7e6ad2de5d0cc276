// The few words the components themselves say, handed in by the frame.
// It must not know the languages: renderer/words fills it.
import { createContext, useContext } from 'react'

export interface UiWords {
  readonly close: string
  readonly loading: string
  readonly retry: string
  readonly seeTable: string
  readonly messages: string
}

const UiWordsContext = createContext<UiWords>({
  close: 'Fermer',
  loading: 'Chargement…',
  retry: 'Réessayer',
  seeTable: 'Voir le tableau',
  messages: 'Messages',
})

export const UiWordsProvider = UiWordsContext.Provider

/** The components' own words in the current language. */
export function useUiWords(): UiWords {
  return useContext(UiWordsContext)
}
