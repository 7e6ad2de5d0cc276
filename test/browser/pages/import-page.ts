// The import dialog, from chosen files to its result, and the list of articles behind it.
// It must not know what readers accept.
import type { Page } from 'playwright'
import { say } from '../say.ts'

export type FilePayload = { name: string; mimeType: string; buffer: Buffer }

export function importPage(page: Page) {
  const dialog = page.getByRole('dialog', { name: say('articles.importTitle') })
  return {
    dialog,
    input: dialog.locator('input[type=file]').first(),
    files: dialog.getByRole('list', { name: say('articles.chosen') }).getByRole('listitem'),
    kind: dialog.getByLabel(say('articles.kind')),
    rights: dialog.getByLabel(say('articles.rightsAsk')),
    column: (key: Parameters<typeof say>[0]) =>
      dialog.getByRole('group', { name: say('articles.columns') }).getByLabel(say(key), { exact: true }),
    firstRecords: dialog.getByRole('table', { name: say('articles.willRead') }).getByRole('row'),
    look: dialog.getByRole('button', { name: say('articles.preview') }),
    run: dialog.getByRole('button', { name: say('articles.run'), exact: true }),
    done: dialog.getByRole('status').filter({ hasText: say('articles.done') }),
    stop: dialog.getByRole('button', { name: say('articles.stop') }),
    stopped: dialog.getByRole('status').filter({ hasText: say('articles.stopped') }),
    /** Where to let go of what is dragged. */
    zone: page.getByText(say('articles.dropHere')),
    see: dialog.getByRole('button', { name: say('articles.seeArticles') }),
    search: page.getByRole('searchbox', { name: say('articles.search') }),
    filter: (key: Parameters<typeof say>[0]) => page.getByRole('search').getByLabel(say(key), { exact: true }),
    rows: page.getByRole('list', { name: say('articles.listLabel') }).getByRole('listitem'),
    /** Drops files on the page as a file manager does. */
    async drop(files: readonly { name: string; text: string }[]) {
      await page.evaluate((dropped) => {
        const transfer = new DataTransfer()
        for (const { name, text } of dropped) transfer.items.add(new File([text], name))
        const target = document.querySelector('main') ?? document.body
        for (const type of ['dragenter', 'dragover', 'drop'])
          target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
      }, files)
    },
  }
}

export function file(name: string, text: string): FilePayload {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text, 'utf8') }
}
