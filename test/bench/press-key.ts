// One key pressed in the page, and how long until what it asked for was drawn.
// It must not know which screen.
import type { Page } from 'playwright'
import { watchDrawing, type Drawing, type Drawn } from './watch-drawing.ts'

/** Presses `keys`; the last one is timed. Rejects when nothing was drawn in 10 s. */
export async function press(page: Page, kind: Drawing, keys: readonly string[]): Promise<Drawn> {
  for (const key of keys.slice(0, -1)) await page.keyboard.press(key)
  await page.evaluate(watchDrawing, kind)
  await page.keyboard.press(keys.at(-1) ?? 'Enter')
  return page.evaluate(async () => {
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('nothing was drawn in 10 s')), 10_000))
    return Promise.race([globalThis.benchDrawn ?? late, late])
  })
}
