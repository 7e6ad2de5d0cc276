// Every command, in the order help shows them.
// It must not know what they do.
import type { Register } from './cli.ts'
import { registerArticles } from './commands/articles.ts'
import { registerBackup, registerPurge, registerRestore } from './commands/safekeeping.ts'
import { registerBundle } from './commands/bundle.ts'
import { registerDoctor } from './commands/doctor.ts'
import { registerEvaluate } from './commands/evaluate.ts'
import { registerExperiment } from './commands/experiment.ts'
import { registerExport } from './commands/export.ts'
import { registerImport } from './commands/import.ts'
import { registerLedger } from './commands/ledger.ts'
import { registerParking } from './commands/parking.ts'
import { registerPerson } from './commands/person.ts'
import { registerPolicy } from './commands/policy.ts'
import { registerPrompt } from './commands/prompt.ts'
import { registerReview } from './commands/review.ts'
import { registerRule } from './commands/rule.ts'
import { registerSample } from './commands/sample.ts'
import { registerServe } from './commands/serve.ts'
import { registerSuggest } from './commands/suggest.ts'
import { registerVocabulary } from './commands/vocabulary.ts'

export const registry: readonly Register[] = [
  registerImport,
  registerVocabulary,
  registerRule,
  registerParking,
  registerArticles,
  registerPerson,
  registerSuggest,
  registerExperiment,
  registerEvaluate,
  registerReview,
  registerExport,
  registerLedger,
  registerBundle,
  registerBackup,
  registerRestore,
  registerPurge,
  registerServe,
  registerPrompt,
  registerPolicy,
  registerDoctor,
  registerSample,
]
