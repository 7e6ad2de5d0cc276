// Which experiments the board shows. Pure; it must not know React or how they look.
import type { Experiment, ExperimentState } from '../../../shared/domain/experiment.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'

/** Empty strings leave the question open. */
export interface BoardFilter {
  readonly words: string
  readonly task: Task | ''
  readonly desk: string
  readonly state: ExperimentState | ''
}

export const emptyBoardFilter: BoardFilter = { words: '', task: '', desk: '', state: '' }

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Those that answer to every part of the filter; words are looked for anywhere in the card, accents and capitals aside. */
export function boardShown(experiments: readonly Experiment[], filter: BoardFilter, nameOf: (id: string) => string): Experiment[] {
  const words = fold(filter.words).split(/\s+/).filter(Boolean)
  return experiments.filter(({ card, state, conclusion }) => {
    if (filter.task !== '' && card.task !== filter.task) return false
    if (filter.desk !== '' && card.desk !== filter.desk) return false
    if (filter.state !== '' && state !== filter.state) return false
    const text = fold(
      [card.title, card.hypothesis, card.desk, nameOf(card.owner), nameOf(card.referent), conclusion?.reason ?? ''].join('\n'),
    )
    return words.every((word) => text.includes(word))
  })
}
