// Every word on screen, in French: one object per screen. It must not hold sentences itself.
import { frArticle } from './fr-article.ts'
import { frArticles } from './fr-articles.ts'
import { frCommentDesk } from './fr-comment-desk.ts'
import { frBlind } from './fr-blind.ts'
import { frCard } from './fr-card.ts'
import { frComments } from './fr-comments.ts'
import { frEngines } from './fr-engines.ts'
import { frExperiments } from './fr-experiments.ts'
import { frFrame } from './fr-frame.ts'
import { frGuide } from './fr-guide.ts'
import { frHealth } from './fr-health.ts'
import { frHome } from './fr-home.ts'
import { frKeys } from './fr-keys.ts'
import { frLedger } from './fr-ledger.ts'
import { frPacketReadings } from './fr-packet-readings.ts'
import { frReferent } from './fr-referent.ts'
import { frReject } from './fr-reject.ts'
import { frResults } from './fr-results.ts'
import { frReview } from './fr-review.ts'
import { frRubric } from './fr-rubric.ts'
import { frSettings } from './fr-settings.ts'
import { frStatement } from './fr-statement.ts'
import { frUndo } from './fr-undo.ts'
import { frVocabulary } from './fr-vocabulary.ts'
import { frError } from './fr-error.ts'
import {
  frCheck,
  frCommon,
  frDecided,
  frDoNotLink,
  frFlag,
  frLinkType,
  frOrigin,
  frRights,
  frRole,
  frRunState,
  frState,
  frTask,
} from './fr-common.ts'

export const fr = {
  article: frArticle,
  articles: frArticles,
  blind: frBlind,
  card: frCard,
  comments: frComments,
  commentDesk: frCommentDesk,
  engines: frEngines,
  experiments: frExperiments,
  frame: frFrame,
  guide: frGuide,
  health: frHealth,
  home: frHome,
  keys: frKeys,
  ledger: frLedger,
  packetReadings: frPacketReadings,
  referent: frReferent,
  reject: frReject,
  results: frResults,
  review: frReview,
  rubric: frRubric,
  settings: frSettings,
  statement: frStatement,
  undo: frUndo,
  vocabulary: frVocabulary,
  error: frError,
  check: frCheck,
  common: frCommon,
  decided: frDecided,
  doNotLink: frDoNotLink,
  flag: frFlag,
  linkType: frLinkType,
  origin: frOrigin,
  rights: frRights,
  role: frRole,
  runState: frRunState,
  state: frState,
  task: frTask,
}
