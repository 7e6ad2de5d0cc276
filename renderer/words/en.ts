// Every word on screen, in English: one object per screen. It must not hold sentences itself.
import { enArticle } from './en-article.ts'
import { enArticles } from './en-articles.ts'
import { enComments } from './en-comments.ts'
import { enEngines } from './en-engines.ts'
import { enExperiments } from './en-experiments.ts'
import { enFrame } from './en-frame.ts'
import { enHome } from './en-home.ts'
import { enLedger } from './en-ledger.ts'
import { enReject } from './en-reject.ts'
import { enReview } from './en-review.ts'
import { enSettings } from './en-settings.ts'
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
  enVerdict,
} from './en-common.ts'
import type { fr } from './fr.ts'
import type { Same } from './same.ts'

export const en = {
  article: enArticle,
  articles: enArticles,
  comments: enComments,
  engines: enEngines,
  experiments: enExperiments,
  frame: enFrame,
  home: enHome,
  ledger: enLedger,
  reject: enReject,
  review: enReview,
  settings: enSettings,
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
  verdict: enVerdict,
} satisfies Same<typeof fr>
