// What surrounds every screen: the seal, the navigation, the palette, the banner of the sample, messages.
// It must not know the screens.
import type { Locator, Page } from 'playwright'
import { say } from '../say.ts'

export function framePage(page: Page) {
  const nav = page.getByRole('navigation', { name: say('frame.nav') })
  return {
    nav,
    seal: page.getByRole('banner').getByRole('button', { name: /Marbre : |sortie/ }),
    sampleBanner: page.getByRole('region', { name: say('frame.sample') }),
    toast: (text: string | RegExp): Locator => page.getByRole('status').filter({ hasText: text }),
    open: async (screen: Parameters<typeof say>[0]) =>
      nav
        .getByRole('link', { name: say(screen) })
        .first()
        .click(),
    /** Runs an action by its name through Ctrl-K. */
    async run(action: string) {
      await page.keyboard.press('Control+KeyK')
      const box = page.getByRole('dialog').getByRole('combobox')
      await box.fill(action)
      await page.getByRole('option', { name: action }).first().waitFor()
      await box.press('Enter')
    },
    /** Goes to the sample newsroom or back by `button`; resolves once the page reloaded on the other desk. */
    async changeDesk(button: Locator) {
      const reloaded = page.waitForEvent('load')
      await button.click()
      await reloaded
      await page.getByRole('main').waitFor()
    },
  }
}
