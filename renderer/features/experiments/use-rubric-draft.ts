// A form while it is being filled in: answers, remarks, the question at hand. It must not know the list of articles.
import { useState } from 'react'
import { rubricAxes, type RubricAxis, type RubricItem, type RubricLevel, type RubricScores } from '../../../shared/domain/rubric.ts'
import { useRemembered } from '../../ui/remembered.ts'

export type RubricDraft = Readonly<Partial<Record<RubricAxis, { readonly level?: RubricLevel; readonly note: string }>>>

/** The form of a complete draft; null while a question is open. */
function scoresOf(draft: RubricDraft): RubricScores | null {
  const of = (axis: RubricAxis) => ({ level: draft[axis]?.level ?? 'unknown', note: draft[axis]?.note ?? '' })
  if (rubricAxes.some((axis) => draft[axis]?.level === undefined)) return null
  return {
    accuracy: of('accuracy'),
    sourcing: of('sourcing'),
    opinion: of('opinion'),
    editorialisation: of('editorialisation'),
    context: of('context'),
  }
}

/** The draft of one article's form, kept until the window closes; it starts from the form that was saved. */
export function useRubricDraft(experiment: string, { item, form }: RubricItem) {
  const [kept, keep] = useRemembered<RubricDraft | null>(`rubric:${experiment}:${item}`, null)
  const draft: RubricDraft = kept ?? form?.scores ?? {}
  const [at, setAt] = useState(0)
  const change = (axis: RubricAxis, part: { level?: RubricLevel; note?: string }) => {
    const before = draft[axis]
    keep({ ...draft, [axis]: { ...before, note: before?.note ?? '', ...part } })
  }
  return {
    draft,
    at,
    goTo: setAt,
    left: rubricAxes.filter((axis) => draft[axis]?.level === undefined).length,
    scores: scoresOf(draft),
    note: (axis: RubricAxis, note: string) => change(axis, { note }),
    /** Answers a question and goes to the one after. */
    answer: (axis: RubricAxis, level: RubricLevel) => {
      change(axis, { level })
      setAt(Math.min(rubricAxes.indexOf(axis) + 1, rubricAxes.length - 1))
    },
    forget: () => keep(null),
  }
}
