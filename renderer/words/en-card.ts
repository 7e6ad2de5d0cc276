// English words that guide the writing of a card: one sentence where a newcomer would stop, and fictional examples by task.
// The same keys as the French source. It must not know components.
import type { frCard } from './fr-card.ts'
import type { Same } from './same.ts'

export const enCard = {
  step: '{{number}}. {{title}}',
  example: 'See an example',
  take: 'Start from this example',
  fiction: 'Invented example:',
  help: {
    title: 'What you would say on the phone: what, on which articles.',
    hypothesis: 'A sentence that may turn out wrong. If nothing can disprove it, the trial will teach nothing.',
    task: 'One task a card: two questions, two cards.',
    referent: 'Approves the card, reads a sample again, gives the verdict. Better not the person who leads the trial.',
    editorialResponsibility: 'Who answers for what would be published. Article 50 of the EU AI Act asks that this can be said.',
    stopRule: 'What would stop everything before the end, without waiting for the report. The more precise, the easier to keep.',
    peopleConcerned: 'Who reviews, and who is named in the articles.',
    dataConcerned: 'Which texts, and what they say of real people.',
    council: 'An AI tool offered to staff often calls for a works council consultation. In doubt, ask first.',
    engines: 'Several engines read the same texts: the report compares them.',
    corpus: 'Twenty articles are enough for a first answer.',
  },
  examples: {
    'key-points': {
      title: 'Key points of council reports',
      hypothesis: 'On a council report of under 900 words, two points out of three can be used as they are by the evening sub-editor.',
      stopRule: 'We stop if a point signed off proves wrong after publication, or if five points turn a “may” into a fact.',
      because: 'Three volunteers, half an hour a day for two weeks; no headcount, hours or appraisal depends on it.',
    },
    tags: {
      title: 'Tags on sports briefs',
      hypothesis: 'On sports briefs, four kept tags out of five were among the first eight proposed.',
      stopRule: 'We stop if a minor’s name is proposed as a tag, or if more than half is refused after a hundred articles.',
      because: 'The library decides on every tag, as before; the tool proposes, and the filing work does not change hands.',
    },
    moderation: {
      title: 'Comments under crime stories',
      hypothesis: 'Under crime stories, the opinion meets nine times in ten the decision of the moderator, who judges before seeing it.',
      stopRule: 'We stop if the opinion holds mere criticism of the paper, or lets through a threat the moderator saw.',
      because: 'The same people decide on every comment; the tool publishes and refuses none, and measures nobody’s pace.',
    },
    links: {
      title: 'Links to the sea-wall file',
      hypothesis:
        'On a story followed for a year, three proposed links out of four lead to an article the beat reporter would have chosen.',
      stopRule: 'We stop at the first link to a charge that ended in an acquittal, or to an article taken down.',
      because: 'The reporter chooses the links, as before; the trial shortens an archive search and touches no job.',
    },
  },
  common: {
    editorialResponsibility: 'The deputy editor, who reads every point signed off before it is published.',
    desk: 'Local',
    peopleConcerned: 'Three sub-editors, volunteers, half an hour a day; the councillors named in the articles.',
    dataConcerned: 'Published articles we hold the rights to; no draft, no reader data.',
  },
  sentence: {
    label: 'What will be measured',
    acceptance: '{{bound}} {{value}} of the {{what}} signed off, as they are or corrected.',
    unchanged: '{{bound}} {{value}} of the {{what}} kept as they are.',
    recall: '{{bound}} {{value}} of what was there to find, found by the machine.',
    refused: '{{bound}} {{value}} of the {{what}} refused.',
    flagged: '{{bound}} {{value}} of the {{what}} marked to check.',
    agreement: '{{bound}} {{value}} of the opinions in agreement with the human decision.',
    unfinished: 'Give a percentage: without a number the report will not be able to tell.',
  },
  bound: { '>=': 'At least', '<=': 'At most' },
  what: { tags: 'tags', 'key-points': 'points', moderation: 'comments', links: 'links' },
  corpus: {
    cleared_one: '{{count, number}} article may be read by the machine',
    cleared_other: '{{count, number}} articles may be read by the machine',
    barred_one: '{{count, number}} left out: its rights do not allow AI',
    barred_other: '{{count, number}} left out: their rights do not allow AI',
    missing_one: '{{count, number}} identifier unknown on this desk',
    missing_other: '{{count, number}} identifiers unknown on this desk',
    first: 'Counted on the first {{count, number}}, of {{total, number}} in all.',
    barredOne: 'rights to settle',
    none: 'No article answers: the run could not start.',
    preview: 'The first ones',
  },
  before: 'Before approving',
} satisfies Same<typeof frCard>
