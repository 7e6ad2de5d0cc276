// The links room as the registry knows it.
// It must not hold any method of its own.
import { defineTask } from '../task-definition.ts'
import { linkCandidates } from './candidates.ts'
import { mostLinks, proposeLinks } from './propose.ts'
import { mostTerms } from './telling-terms.ts'
import { verifyLinks } from './verify.ts'

export const links = defineTask({
  task: 'links',
  version: 2,
  parameters: { max: mostLinks, terms: mostTerms },
  candidates: linkCandidates,
  propose: proposeLinks,
  verify: verifyLinks,
})
