// Every command, in the order help shows them.
// It must not know what they do.
import type { Register } from './cli.ts'
import { registerArticles } from './commands/articles.ts'
import { registerDoctor } from './commands/doctor.ts'
import { registerExperiment } from './commands/experiment.ts'
import { registerExport } from './commands/export.ts'
import { registerImport } from './commands/import.ts'
import { registerLedger } from './commands/ledger.ts'
import { registerPerson } from './commands/person.ts'
import { registerPolicy } from './commands/policy.ts'
import { registerReview } from './commands/review.ts'
import { registerSample } from './commands/sample.ts'
import { registerServe } from './commands/serve.ts'
import { registerSuggest } from './commands/suggest.ts'
import { registerVocabulary } from './commands/vocabulary.ts'

export const registry: readonly Register[] = [
  registerImport,
  registerVocabulary,
  registerArticles,
  registerPerson,
  registerSuggest,
  registerExperiment,
  registerReview,
  registerExport,
  registerLedger,
  registerServe,
  registerPolicy,
  registerDoctor,
  registerSample,
]
