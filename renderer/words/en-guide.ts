// English words of the guided first experiment.
import type { frGuide } from './fr-guide.ts'
import type { Same } from './same.ts'

export const enGuide = {
  name: 'First experiment',
  offerTitle: 'A first experiment, step by step',
  offerText:
    'Ten minutes or so, six steps: from the first article you read to the report. Nothing is staged; all of it happens on this machine.',
  offerSample: 'The articles here are invented: try anything.',
  start: 'Begin',
  goOn: 'Go on',
  place: 'Step {{at}} of {{of}}',
  allDone: 'All six steps are done.',
  go: 'Take me there',
  leave: 'Leave the tour',
  steps: 'All the steps',
  done: 'done',
  toDo: 'to do',
  step: {
    read: 'Read an article',
    card: 'Write the card',
    approve: 'Approve the card',
    run: 'Start the run',
    review: 'Review the points',
    verdict: 'Read the report and conclude',
  },
  help: {
    read: 'Open an article and read it as copy: everything will be held against it.',
    card: 'A card says, before anything is tried, what you are after and how you will know it works. Here is one, ready to be changed.',
    approve: 'Read the card through, then approve it. From then on its text is frozen: changing it voids the approval.',
    run: 'Start the run. On three articles the built-in engine answers within seconds.',
    review: 'Check, correct or refuse each point beside the article. Refuse at least one: that is what you are there for.',
    verdict: 'The report sets the criterion against the result. Say Continue, Change or Stop, and why.',
    end: 'What you signed off can be copied from the article, and all of it is written in the ledger.',
  },
  make: 'Create this card',
  needReferent: 'This desk needs an editorial referent: add the role in Settings.',
  needArticles: 'This takes three articles whose rights allow the trial: import some, or open the sample newsroom.',
  card: {
    title: 'Guided trial: three key points',
    hypothesis: 'On our mid-length articles, the built-in engine finds key points that a sub-editor would keep.',
    people: 'The person who makes the trial, nobody else. Individual activity is not monitored.',
    data: 'Three of the newsroom’s own articles, already written. No personal data of readers.',
    criterion: 'At least six points in ten are kept, corrected or not.',
    stopRule: 'We stop if a point signed off betrays the article.',
    council: 'One person’s trial on their own machine.',
  },
} satisfies Same<typeof frGuide>
