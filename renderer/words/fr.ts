// Every word on screen, in French: one object per screen. It must not hold sentences itself.
import { frArticle } from './fr-article.ts'
import { frArticles } from './fr-articles.ts'
import { frComments } from './fr-comments.ts'
import { frEngines } from './fr-engines.ts'
import { frExperiments } from './fr-experiments.ts'
import { frFrame } from './fr-frame.ts'
import { frHome } from './fr-home.ts'
import { frLedger } from './fr-ledger.ts'
import { frReject } from './fr-reject.ts'
import { frReview } from './fr-review.ts'
import { frSettings } from './fr-settings.ts'
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
  frVerdict,
} from './fr-common.ts'

export const fr = {
  article: frArticle,
  articles: frArticles,
  comments: frComments,
  engines: frEngines,
  experiments: frExperiments,
  frame: frFrame,
  home: frHome,
  ledger: frLedger,
  reject: frReject,
  review: frReview,
  settings: frSettings,
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
  verdict: frVerdict,
}
