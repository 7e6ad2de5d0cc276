// Every word on screen, in English: one object per screen. It must not hold sentences itself.
import { enArticle } from './en-article.ts'
import { enArticles } from './en-articles.ts'
import { enCommentDesk } from './en-comment-desk.ts'
import { enBlind } from './en-blind.ts'
import { enCard } from './en-card.ts'
import { enComments } from './en-comments.ts'
import { enEngines } from './en-engines.ts'
import { enExperiments } from './en-experiments.ts'
import { enFrame } from './en-frame.ts'
import { enGuide } from './en-guide.ts'
import { enHealth } from './en-health.ts'
import { enHome } from './en-home.ts'
import { enKeys } from './en-keys.ts'
import { enLedger } from './en-ledger.ts'
import { enPacketReadings } from './en-packet-readings.ts'
import { enReferent } from './en-referent.ts'
import { enReject } from './en-reject.ts'
import { enResults } from './en-results.ts'
import { enReview } from './en-review.ts'
import { enRubric } from './en-rubric.ts'
import { enSettings } from './en-settings.ts'
import { enStatement } from './en-statement.ts'
import { enUndo } from './en-undo.ts'
import { enVocabulary } from './en-vocabulary.ts'
import { enError } from './en-error.ts'
import {
  enCheck,
  enCommon,
  enDecided,
  enDoNotLink,
  enFlag,
  enLinkType,
  enOrigin,
  enRights,
  enRole,
  enRunState,
  enState,
  enTask,
} from './en-common.ts'
import type { fr } from './fr.ts'
import type { Same } from './same.ts'

export const en = {
  article: enArticle,
  articles: enArticles,
  blind: enBlind,
  card: enCard,
  comments: enComments,
  commentDesk: enCommentDesk,
  engines: enEngines,
  experiments: enExperiments,
  frame: enFrame,
  guide: enGuide,
  health: enHealth,
  home: enHome,
  keys: enKeys,
  ledger: enLedger,
  packetReadings: enPacketReadings,
  referent: enReferent,
  reject: enReject,
  results: enResults,
  review: enReview,
  rubric: enRubric,
  settings: enSettings,
  statement: enStatement,
  undo: enUndo,
  vocabulary: enVocabulary,
  error: enError,
  check: enCheck,
  common: enCommon,
  decided: enDecided,
  doNotLink: enDoNotLink,
  flag: enFlag,
  linkType: enLinkType,
  origin: enOrigin,
  rights: enRights,
  role: enRole,
  runState: enRunState,
  state: enState,
  task: enTask,
} satisfies Same<typeof fr>
