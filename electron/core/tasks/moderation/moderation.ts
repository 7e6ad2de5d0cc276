// The moderation room as the registry knows it.
// It must not hold any method of its own.
import { defineTask } from '../task-definition.ts'
import { moderationCandidates } from './candidates.ts'
import { usualCosts } from './decide-hold.ts'
import { proposeModeration } from './propose.ts'
import { verifyModeration } from './verify.ts'

export const moderation = defineTask({
  task: 'moderation',
  version: 2,
  // A charter may name other costs; it is part of the engine's identity.
  parameters: { ...usualCosts },
  candidates: moderationCandidates,
  propose: proposeModeration,
  verify: verifyModeration,
})
