// The key points room as the registry knows it.
// It must not hold any method of its own.
import { defineTask } from '../task-definition.ts'
import { pointCandidates } from './candidates.ts'
import { fewestPoints, mostPoints, proposeKeyPoints } from './propose.ts'
import { verifyKeyPoints } from './verify.ts'

export const keyPoints = defineTask({
  task: 'key-points',
  version: 2,
  parameters: { min: fewestPoints, max: mostPoints },
  candidates: pointCandidates,
  propose: proposeKeyPoints,
  verify: verifyKeyPoints,
})
