// The tags room as the registry knows it.
// It must not hold any method of its own.
import { defineTask } from '../task-definition.ts'
import { tagCandidates } from './candidates.ts'
import { maxTags, proposeTags } from './propose.ts'
import { verifyTags } from './verify.ts'

export const tags = defineTask({
  task: 'tags',
  version: 2,
  parameters: { max: maxTags },
  candidates: tagCandidates,
  propose: proposeTags,
  verify: verifyTags,
})
