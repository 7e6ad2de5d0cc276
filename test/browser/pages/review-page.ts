// À relire: the queue, the cards beside the text, the decision bar, its windows.
// It must not know what a decision does.
import type { Locator, Page } from 'playwright'
import type { WordKey } from '../../../renderer/words/book.ts'
import { say } from '../say.ts'

/** Longer than the time during which a key on a new claim is ignored. */
const settle = 450

export function reviewPage(page: Page) {
  const side = page.getByRole('complementary', { name: say('review.panes.proposals') })
  const cards = side.getByRole('listitem').and(side.locator('ol > li'))
  const focused = side.locator('ol > li[aria-current=true]')
  const button = (key: WordKey) => page.getByRole('main').getByRole('button', { name: say(key) })
  return {
    side,
    cards,
    focused,
    button,
    entries: page.getByRole('region', { name: say('review.panes.list') }).getByRole('link'),
    current: page.getByRole('region', { name: say('review.panes.list') }).locator('a[aria-current=true]'),
    place: page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /sur \d/ }),
    checks: (card: Locator) => card.getByRole('group').getByRole('button'),
    dialog: (key: WordKey) => page.getByRole('dialog', { name: say(key) }),
    editor: side.getByLabel(say('review.edit.label')),
    /** Presses a key once the desk listens to it again. */
    async press(...codes: readonly string[]) {
      await page.waitForTimeout(settle)
      for (const code of codes) await page.keyboard.press(code)
    },
  }
}
