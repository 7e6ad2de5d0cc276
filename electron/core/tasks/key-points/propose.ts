// Step two of key points: a handful of source sentences, in the order they were written.
// It must not know what makes a claim false.
import type { Proposal } from '../../../../shared/domain/suggestion.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { textEvidence } from '../evidence.ts'
import type { PointCandidates } from './candidates.ts'
import { chooseSentences } from './choose-sentences.ts'

export const fewestPoints = 2
export const mostPoints = 5

/** Three points for an ordinary piece, two for a short one, up to five for a long read. */
export function pointCount(usableSentences: number): number {
  if (usableSentences < 7) return fewestPoints
  if (usableSentences < 35) return 3
  return usableSentences < 80 ? 4 : mostPoints
}

export function proposeKeyPoints(_item: TaskItem, { article, sentences }: PointCandidates): readonly Proposal[] {
  const top = Math.max(...sentences.map((one) => one.score))
  const chosen = chooseSentences(sentences, pointCount(sentences.length))
  return chosen.map(({ sentence, score }) => ({
    value: { text: sentence.text },
    score: score / top,
    evidence: [textEvidence(article, { field: 'body', start: sentence.start, end: sentence.end })],
    flags: [],
  }))
}
