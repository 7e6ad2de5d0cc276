// Accueil and the paste dialog, as a person uses them.
// It must not know what becomes of an article.
import type { Page } from 'playwright'
import { say } from '../say.ts'

export function homePage(page: Page) {
  const dialog = page.getByRole('dialog', { name: say('home.pasteTitle') })
  const field = (key: 'home.fieldTitle' | 'home.fieldDate' | 'home.fieldSection' | 'home.fieldBody') =>
    dialog.getByLabel(say(key), { exact: true })
  return {
    start: page.getByRole('region', { name: say('home.start') }),
    waiting: page.getByRole('region', { name: say('home.waiting') }),
    openSample: page.getByRole('button', { name: say('home.sampleAct') }),
    dialog,
    title: field('home.fieldTitle'),
    date: field('home.fieldDate'),
    section: field('home.fieldSection'),
    body: field('home.fieldBody'),
    save: dialog.getByRole('button', { name: say('home.pasteSave') }),
    /** Puts rich text on the clipboard as a word processor does, then Ctrl-V on the page. */
    async pasteAnywhere(html: string, text: string) {
      await page.evaluate(
        async ([rich, plain]) => {
          const parts = { 'text/html': new Blob([rich], { type: 'text/html' }), 'text/plain': new Blob([plain], { type: 'text/plain' }) }
          await navigator.clipboard.write([new ClipboardItem(parts)])
        },
        [html, text] as const,
      )
      await page.keyboard.press('Control+KeyV')
    },
  }
}
