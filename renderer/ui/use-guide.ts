// Where somebody is in the guided first experiment: Accueil starts it, the strip under the header follows it.
// It must not know the steps.
import { useRemembered } from './remembered.ts'

export interface GuideState {
  readonly open: boolean
  /** Whether an article was opened since the start. */
  readonly read: boolean
  /** The experiment made on the way, null before. */
  readonly experiment: string | null
  /** Followed to its end: not offered again. */
  readonly finished: boolean
}

const notStarted: GuideState = { open: false, read: false, experiment: null, finished: false }

/** The guide of one desk: the sample newsroom and one's own are followed apart. */
export function useGuide(sample: boolean): readonly [GuideState, (next: GuideState) => void] {
  return useRemembered<GuideState>(`guide.${sample ? 'sample' : 'own'}`, notStarted, 'lasting')
}

/** The guide at its first step. */
export const guideStarted: GuideState = { open: true, read: false, experiment: null, finished: false }
