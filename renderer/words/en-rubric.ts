// English words of the EBU/BBC News Integrity form.
// It must not know components.
import type { frRubric } from './fr-rubric.ts'
import type { Same } from './same.ts'

export const enRubric = {
  tab: 'EBU form',
  intro: 'Optional: the five questions of the EBU/BBC news integrity study, asked of each article’s signed-off points.',
  empty: {
    title: 'No signed-off points yet',
    text: 'The form is filled in on signed-off key points. Review a few, then come back.',
  },
  failed: 'The forms could not be read.',
  list: 'Articles with signed-off points',
  done: 'filled in',
  outdated: 'points changed since',
  outputs: 'Signed-off points',
  axis: {
    accuracy: 'Accuracy',
    sourcing: 'Sourcing',
    opinion: 'Opinion and fact',
    editorialisation: 'Editorialisation',
    context: 'Context',
  },
  question: {
    accuracy: 'Are facts, figures and quotations those of the article?',
    sourcing: 'Is what is claimed attributed to its source, and to the right one?',
    opinion: 'Is an opinion given as a fact?',
    editorialisation: 'Does the machine add a judgement or a tone the article does not have?',
    context: 'Is something missing to understand it without having read the article?',
  },
  level: {
    none: 'No issue',
    some: 'Some issue',
    significant: 'Significant issue',
    unknown: 'Don’t know',
  },
  note: 'What is wrong: {{axis}}',
  noteHint: 'Optional',
  save: 'Save the form',
  saveAgain: 'Replace the form',
  saved: 'Form saved.',
  withdraw: 'Take my form back',
  withdrawn: 'Form taken back.',
  keyLine: 'Keys of the form',
  left_one: '{{count, number}} question left',
  left_other: '{{count, number}} questions left',
  totals: {
    title: 'EBU form',
    none: 'No form filled in.',
    significant: 'At least one significant issue in {{share}} of forms ({{count, number}} of {{of, number}}; 95%: {{low}} to {{high}}).',
    base: 'Articles read with the form: {{read, number}} of {{articles, number}}. “Don’t know” is left out.',
    chart: 'Significant issues, by question',
    axis: 'Question',
    share: 'Share of significant issues',
    published:
      'For reference, the 2025 EBU/BBC study of public assistants found at least one significant issue in 45% of answers, 31% for sourcing. Other texts, other tools: not comparable term by term.',
  },
} satisfies Same<typeof frRubric>
