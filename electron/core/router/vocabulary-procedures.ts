// The thesaurus: imported, corrected, merged, retired, brought back, exported.
import { viewProposedTerms } from '../services/parking-lane.ts'
import { proposeNewTerm } from '../services/reviews.ts'
import { latestArticles, viewQuality } from '../services/tag-quality.ts'
import { mergeTags, previewLeave, retireTag } from '../services/tag-leaving.ts'
import { restoreTag } from '../services/tag-return.ts'
import { exportVocabulary } from '../services/vocabulary-export.ts'
import { previewVocabulary } from '../services/vocabulary-preview.ts'
import { importVocabulary, makeFromTags, previewFromTags, saveConcept, viewVocabulary } from '../services/vocabulary.ts'
import { allowedSource, os } from './base.ts'

const done = { done: true as const }

export const vocabulary = {
  list: os.vocabulary.list.handler(async ({ context: { desk } }) => ({ concepts: await viewVocabulary(desk) })),
  import: os.vocabulary.import.handler(({ input, context }) => importVocabulary(context.desk, allowedSource(context, input.source))),
  previewFromTags: os.vocabulary.previewFromTags.handler(({ input, context: { desk } }) => previewFromTags(desk, input.min)),
  makeFromTags: os.vocabulary.makeFromTags.handler(({ input, context: { desk } }) => makeFromTags(desk, input.min, input.merge)),
  save: os.vocabulary.save.handler(async ({ input, context: { desk, session } }) =>
    saveConcept(desk, await session.actor(input.as), input.concept),
  ),
  proposeTerm: os.vocabulary.proposeTerm.handler(async ({ input, context: { desk } }) => {
    await proposeNewTerm(desk, input.term, input.article)
    return done
  }),
  proposedTerms: os.vocabulary.proposedTerms.handler(({ context: { desk } }) => viewProposedTerms(desk)),
  previewLeave: os.vocabulary.previewLeave.handler(({ input, context: { desk } }) => previewLeave(desk, desk.learned.teachings, input)),
  merge: os.vocabulary.merge.handler(async ({ input, context: { desk, session } }) =>
    mergeTags(desk, desk.learned.teachings, await session.actor(input.as), input),
  ),
  retire: os.vocabulary.retire.handler(async ({ input, context: { desk, session } }) =>
    retireTag(desk, desk.learned.teachings, await session.actor(input.as), { concept: input.concept, into: input.replacedBy }),
  ),
  restore: os.vocabulary.restore.handler(async ({ input, context: { desk, session } }) =>
    restoreTag(desk, await session.actor(input.as), input.concept),
  ),
  quality: os.vocabulary.quality.handler(({ context: { desk } }) => viewQuality(desk, desk.learned.teachings)),
  latest: os.vocabulary.latest.handler(({ input, context: { desk } }) => latestArticles(desk, input.concept, input.limit)),
  previewImport: os.vocabulary.previewImport.handler(({ input, context }) =>
    previewVocabulary(context.desk, allowedSource(context, input.source)),
  ),
  export: os.vocabulary.export.handler(({ input, context: { desk } }) => exportVocabulary(desk, input.format)),
}
