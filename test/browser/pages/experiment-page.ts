// Expérimentations: the card's form, approval, runs, report, conclusion.
// It must not know what an experiment measures.
import type { Page } from 'playwright'
import { say } from '../say.ts'

type Field =
  | 'title'
  | 'hypothesis'
  | 'task'
  | 'owner'
  | 'editorialResponsibility'
  | 'referent'
  | 'desk'
  | 'from'
  | 'to'
  | 'peopleConcerned'
  | 'dataConcerned'
  | 'stopRule'

export function experimentPage(page: Page) {
  const main = page.getByRole('main')
  return {
    write: main.getByRole('link', { name: say('experiments.create') }),
    field: (name: Field) => main.getByLabel(new RegExp(`^${say(`experiments.card.field.${name}`)}`)),
    main,
    save: main.getByRole('button', { name: say('experiments.card.save') }),
    approve: main.getByRole('button', { name: say('experiments.approve') }),
    tab: (name: 'card' | 'runs' | 'report') => main.getByRole('tab', { name: say(`experiments.tabs.${name}`) }),
    start: main.getByRole('button', { name: say('experiments.run.start') }),
    meter: main.getByRole('tabpanel').getByRole('progressbar').or(main.getByRole('tabpanel').getByRole('meter')),
    pause: main.getByRole('button', { name: say('experiments.run.pause') }),
    resume: main.getByRole('button', { name: say('experiments.run.resume') }),
    review: main.getByRole('link', { name: say('experiments.run.toReview') }),
    conclude: main.getByRole('button', { name: say('experiments.conclude.open') }),
    conclusion: page.getByRole('dialog', { name: say('experiments.conclude.title') }),
    print: (kind: 'report' | 'works-council') =>
      main.getByRole('link', { name: say(kind === 'report' ? 'experiments.report.print' : 'experiments.report.printNote') }),
  }
}
