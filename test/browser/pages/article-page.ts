// The article screen: its tasks on the right, what is copied from them.
// It must not know how outputs are decided.
import type { Page } from 'playwright'
import { say } from '../say.ts'

type ShownTask = 'key-points' | 'tags' | 'links'

export function articlePage(page: Page) {
  const section = (task: ShownTask) => page.getByRole('region', { name: say(`task.${task}`), exact: true })
  return {
    title: page.getByRole('heading', { level: 1 }),
    section,
    lines: (task: ShownTask) => section(task).locator('ul[data-task] > li'),
    suggest: (task: ShownTask) => section(task).getByRole('button', { name: say(`article.suggestOf.${task}`) }),
    review: (task: ShownTask) => section(task).getByRole('link', { name: say('article.review') }),
    copy: (task: ShownTask, form: 'plain' | 'html' | 'comma') =>
      section(task).getByRole('button', { name: say(`article.copyAs.${form}`), exact: true }),
    /** What Ctrl-V would paste elsewhere. */
    clipboard: async () => page.evaluate(async () => navigator.clipboard.readText()),
  }
}
