// English words beside a comment.
import type { frCommentDesk } from './fr-comment-desk.ts'
import type { Same } from './same.ts'

export const enCommentDesk = {
  similar: {
    title: 'Similar decisions',
    open: 'Similar decisions',
    close: 'Close',
    help: 'What people decided here, or in the past, on comments that look like this one. No opinion of the machine.',
    looking: 'Looking through the decisions…',
    none: 'No past decision on a comment that looks like this one.',
    noDecisions: 'Nothing has been decided on this desk yet.',
    counted_one: 'One similar comment: {{outcome}}.',
    counted_other: 'Of {{count, number}} similar comments: {{outcome}}.',
    refused_one: '{{count, number}} refused',
    refused_other: '{{count, number}} refused',
    published_one: '{{count, number}} published',
    published_other: '{{count, number}} published',
    differ: 'Past decisions differ.',
    refuse: 'Refused',
    publish: 'Published',
    words: 'Words in common: {{words}}',
    spelling: 'Similar spellings',
    past: 'imported decision',
    letter: 'Letter to the author',
    clauseUnknown: 'No clause of the charter',
    failed: 'Similar decisions could not be looked up.',
  },
  blur: {
    text: 'Blurred text',
    refused: 'This comment was refused: text blurred.',
    read: 'Read the text',
    hide: 'Hide the text',
  },
  exposure: {
    count_one: 'You have opened {{count, number}} blurred text today.',
    count_other: 'You have opened {{count, number}} blurred texts today.',
    pause: 'That is a lot. The queue can wait: a break, or another queue, does good.',
    off: 'Stop counting',
    on: 'Count the blurred texts I open',
    local: 'This count stays on this computer; nobody else sees it.',
  },
  ask: {
    always: 'Ask for its opinion on every comment I open',
    alwaysHint: 'Each opinion is recorded under Free trial, without protocol.',
  },
} satisfies Same<typeof frCommentDesk>
