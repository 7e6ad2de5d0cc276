// Every procedure and event, once. Shells and the page derive everything from this object.
import { articles, comments } from './articles.ts'
import { comparisons } from './comparisons.ts'
import { desk, exported, ledger, people } from './desk.ts'
import { evaluations } from './evaluations.ts'
import { engines } from './engines.ts'
import { events } from './events.ts'
import { experiments, runs } from './experiments.ts'
import { imports, vocabulary } from './imports.ts'
import { links } from './links.ts'
import { moderation } from './moderation.ts'
import { packets } from './packets.ts'
import { prompts } from './prompts.ts'
import { readings } from './readings.ts'
import { reviews, suggestions } from './reviews.ts'
import { rubrics } from './rubrics.ts'
import { safekeeping } from './safekeeping.ts'
import { tagging } from './tagging.ts'
import { undo } from './undo.ts'
import { vocabularyEdits } from './vocabulary-edits.ts'

export const contract = {
  articles,
  comments,
  comparisons,
  desk,
  engines,
  evaluations,
  events,
  experiments,
  exports: exported,
  imports,
  ledger,
  links,
  moderation,
  packets,
  people,
  prompts,
  readings,
  reviews,
  rubrics,
  runs,
  safekeeping,
  suggestions,
  tagging,
  undo,
  vocabulary: { ...vocabulary, ...vocabularyEdits },
}
export type Contract = typeof contract
