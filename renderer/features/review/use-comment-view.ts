// What of a comment may be shown now: the opinion, unless the card asks to judge first; the text, unless it is harsh.
// It must not know what one decides.
import { useState } from 'react'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { Comment, CommentVerdict } from '../../../shared/domain/comment.ts'
import { wasRefusedHarshly } from '../../../shared/domain/harsh.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { useExposure } from '../../ui/use-exposure.ts'
import { harshParents, isBlurred } from './comment-rules.ts'

/** Whether the card of the opinion's experiment, or of the queue's when there is none yet, asks to judge first; null while not known. */
function useJudgeFirst(opinion: Suggestion | null, experiment: string | undefined): boolean | null {
  const id = opinion?.experiment ?? experiment ?? null
  const { data, error } = useQuery(id === null ? null : `review-experiment:${id}`, () => client.experiments.show({ id: id ?? '' }))
  if (id === null || error) return false
  return data ? data.card.judgeFirst : null
}

/** Blurred texts the person asked to read since the desk was opened; each is counted for the person alone. */
function useRevealed() {
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set())
  const { note } = useExposure()
  const toggle = (ids: readonly string[]) => {
    const opening = ids.some((id) => !revealed.has(id))
    const next = new Set(revealed)
    for (const id of ids) {
      if (opening) next.add(id)
      else next.delete(id)
    }
    if (opening) note(...ids)
    setRevealed(next)
  }
  return { revealed, toggle }
}

export interface Viewed {
  readonly item: string
  readonly comment: Comment | undefined
  readonly parents: readonly Comment[]
  readonly opinion: Suggestion | null
  readonly experiment: string | undefined
  readonly decision: CommentVerdict | null
}

/** What is hidden, what is blurred, and how to lift the blur. */
export function useCommentView({ item, comment, parents, opinion, experiment, decision }: Viewed) {
  const charter = useQuery('review-charter', () => client.reviews.charter({}))
  const judgeFirst = useJudgeFirst(opinion, experiment)
  const { revealed, toggle } = useRevealed()
  const clauses = charter.data?.clauses ?? []
  const hidden = decision === null && judgeFirst !== false
  const byMachine = !hidden && isBlurred(opinion, clauses)
  const harsh = comment !== undefined && (byMachine || wasRefusedHarshly(comment, clauses))
  const veiled = harshParents(parents, clauses)
  return {
    charter: charter.data ?? null,
    clauses,
    judgeFirst,
    /** The opinion is not shown before the person decided. */
    hidden,
    harsh,
    /** The machine says so; otherwise people refused it. */
    byMachine,
    blurred: harsh && !revealed.has(item),
    /** Parents whose text is harsh, and those of them blurred now. */
    veiled,
    veiledNow: veiled.filter((id) => !revealed.has(id)),
    reveal: toggle,
  }
}
