// English words several screens share. It must not hold a sentence that belongs to one screen.
import type * as fr from './fr-common.ts'
import type { Same } from './same.ts'

export const enCommon = {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  save: 'Save',
  loading: 'Loading…',
  retry: 'Try again',
  seeTable: 'See the table',
  back: 'Back',
  all: 'All',
  allOfThem: 'All',
  yes: 'Yes',
  none: 'None',
  unknown: 'Unknown',
  named: '{{label}}:',
  untitled: 'Untitled',
  noDate: 'No date',
  noSection: 'No section',
  machineProposal: 'Machine proposal',
  machineProposalBy: 'Machine proposal: {{engine}}',
  italicMeans: 'In italics: nothing is validated.',
  copied: 'Copied.',
  stop: 'Stop',
  articles_one: '{{count, number}} article',
  articles_other: '{{count, number}} articles',
  comments_one: '{{count, number}} comment',
  comments_other: '{{count, number}} comments',
  tags_one: '{{count, number}} tag',
  tags_other: '{{count, number}} tags',
  secondsLeft_one: '{{count, number}} second left',
  secondsLeft_other: '{{count, number}} seconds left',
  minutesLeft_one: '{{count, number}} minute left',
  minutesLeft_other: '{{count, number}} minutes left',
  hoursLeft_one: '{{count, number}} hour left',
  hoursLeft_other: '{{count, number}} hours left',
  progressOf: '{{done, number}} of {{total, number}}',
  progressSpoken: '{{what}}: {{percent}}',
} satisfies Same<typeof fr.frCommon>

export const enTask = { tags: 'Tags', 'key-points': 'Key points', moderation: 'Comments', links: 'Links' } satisfies Same<typeof fr.frTask>

export const enState = {
  proposed: 'To review',
  accepted: 'Validated',
  edited: 'Validated after correction',
  rejected: 'Refused',
  unsure: 'Don’t know',
  withdrawn: 'Withdrawn',
  stale: 'Article changed, to validate again',
} satisfies Same<typeof fr.frState>

export const enCheck = {
  accuracy: 'True to the text',
  plausibility: 'Plausible',
  sources: 'Sourced',
  'stands-alone': 'Stands alone',
} satisfies Same<typeof fr.frCheck>

export const enFlag = {
  'number-absent': 'Number absent from the article',
  'date-absent': 'Date absent from the article',
  'unit-changed': 'Unit changed',
  'money-changed': 'Amount changed',
  'name-absent': 'Name absent from the article',
  'quotation-altered': 'Quotation altered',
  'negation-changed': 'Negation lost or added',
  'attribution-lost': 'Source lost',
  'conditional-lost': 'Conditional lost',
  'forecast-as-fact': 'Forecast given as fact',
  'out-of-context': 'Out of context',
  verbatim: 'Sentence taken as is from the article',
  'language-mismatch': 'Not the article’s language',
  'without-protocol': 'Outside the protocol',
  'do-not-link': 'Article not to be linked',
} satisfies Same<typeof fr.frFlag>

export const enOrigin = { machine: 'Machine proposal', human: 'Added by hand', imported: 'Imported from another tool' } satisfies Same<
  typeof fr.frOrigin
>

export const enRole = {
  journalist: 'journalist',
  'referent-f': 'editorial referent',
  'referent-m': 'editorial referent',
  'referent-unspecified': 'editorial referent',
} satisfies Same<typeof fr.frRole>

export const enRights = { own: 'Our newsroom', agency: 'Agency', 'third-party': 'Third party', unknown: 'Unknown' } satisfies Same<
  typeof fr.frRights
>

export const enLinkType = {
  context: 'Context',
  chronology: 'Chronology',
  explainer: 'Explainer',
  contradiction: 'Opposite view',
  source: 'Source',
} satisfies Same<typeof fr.frLinkType>

export const enDecided = { publish: 'Published', refuse: 'Refused', doubt: 'Doubt' } satisfies Same<typeof fr.frDecided>

export const enDoNotLink = {
  acquittal: 'Acquittal',
  erasure: 'Right to erasure',
  correction: 'Correction',
  embargo: 'Under embargo',
} satisfies Same<typeof fr.frDoNotLink>

export const enRunState = {
  queued: 'Waiting',
  running: 'Running',
  paused: 'Paused',
  finished: 'Finished',
  cancelled: 'Stopped',
} satisfies Same<typeof fr.frRunState>
