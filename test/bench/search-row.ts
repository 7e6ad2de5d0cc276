// Row: typing in the search of Articles over 100,000 of them, and scrolling the list, beside an empty change in the same page.
// It must not know how the page works, beyond its field and its list.
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { serveDesk } from '../../electron/host/serve-desk.ts'
import { openStore } from '../../electron/core/store/store.ts'
import { countMatches, matchExpression } from '../../electron/core/store/article-search.ts'
import { figure, sized, type BenchContext, type Found } from './bench-row.ts'
import { buildArchive } from './built-archive.ts'
import { bundledTick } from './empty-tick.ts'
import { median, percentile } from './measure.ts'
import { builtPage, lackingForAPage, openChromium } from './page-in-chromium.ts'
import { press } from './press-key.ts'
import type { Drawn } from './watch-drawing.ts'
import { watchScrolling, type Scrolled } from './watch-scrolling.ts'

const root = join(import.meta.dirname, '..', '..')
/** Common and rare words, one and several: most of them of the sentences the archive is drawn from. */
const typed = ['climat', 'port de plaisance', 'conseil municipal', 'digue', 'la rentree scolaire', 'europe']
/** Longer than the pause the search waits for. */
const settle = 400
const frames = 180

/** What each keystroke of `text` finds; those that change the number found are timed, as the others draw nothing. */
async function changing(dataDir: string, texts: readonly string[]): Promise<boolean[][]> {
  const store = await openStore(dataDir)
  const all: boolean[][] = []
  for (const text of texts) {
    let before = -1
    const tells: boolean[] = []
    for (let end = 1; end <= text.length; end += 1) {
      const match = matchExpression(text.slice(0, end))
      const found = match === null ? -1 : await countMatches(store.read, match)
      tells.push(found !== before && found > 0 && before !== 0)
      before = found
    }
    all.push(tells)
  }
  await store.close()
  return all
}

export async function searchRow(context: BenchContext): Promise<Found> {
  const lacking = lackingForAPage()
  if (lacking !== null) return { figures: [], notes: [], notRun: lacking }
  const count = sized(context, 100_000)
  const dataDir = join(context.folder, 'search')
  await buildArchive(dataDir, { final: count, vectors: false, tell: context.tell }).growTo(count)
  const tells = await changing(dataDir, typed)
  const dir = join(context.folder, 'page')
  await cp(builtPage, dir, { recursive: true })
  const served = await serveDesk({ dataDir, resources: join(root, 'resources'), page: { dir }, background: false })
  const browser = await openChromium()
  const drawn = { results: [] as Drawn[], tick: [] as Drawn[] }
  const scrolled = { list: [] as Scrolled[], still: [] as Scrolled[] }
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 820 }, locale: 'fr-FR' })).newPage()
    await page.goto(served.newLink())
    await page.getByRole('main').waitFor()
    await page.evaluate(() => void (location.hash = '#/articles'))
    await page.locator('main [role=listitem]').first().waitFor({ timeout: 60_000 })
    await page.evaluate(await bundledTick())
    const field = page.locator('main [role=search] input').first()
    context.tell('typing')
    for (const [at, text] of typed.entries()) {
      await field.fill('')
      await page.waitForTimeout(3 * settle)
      await field.focus()
      for (let place = 0; place < text.length; place += 1) {
        const letter = text.charAt(place)
        if (tells[at]?.[place] === true) drawn.results.push(await press(page, 'results', [letter]))
        else await page.keyboard.press(letter)
        await page.waitForTimeout(settle)
        drawn.tick.push(await press(page, 'tick', ['F9']))
      }
    }
    await field.fill('')
    await page.waitForTimeout(3 * settle)
    context.tell('scrolling')
    for (let round = 0; round < 3; round += 1) {
      scrolled.still.push(await page.evaluate(watchScrolling, { step: 0, frames }))
      scrolled.list.push(await page.evaluate(watchScrolling, { step: 160, frames }))
    }
  } finally {
    await browser.close()
    await served.close()
  }
  const milliseconds = (list: readonly Drawn[]): number[] => list.map((one) => one.milliseconds)
  const late = (list: readonly Scrolled[]): number => list.reduce((sum, one) => sum + one.late, 0)
  const share = (part: number) => ({
    figure: percentile(milliseconds(drawn.results), part),
    unit: 'ms',
    peer: { name: 'empty React change', figure: percentile(milliseconds(drawn.tick), part) },
  })
  return {
    figures: [
      figure('keystroke to results drawn, p95', share(0.95)),
      figure('keystroke to results drawn, median', { ...share(0.5), figure: median(milliseconds(drawn.results)) }),
      figure(`late frames in ${3 * frames} of scrolling`, {
        figure: late(scrolled.list),
        unit: '',
        peer: { name: 'the same page, still', figure: late(scrolled.still) },
      }),
    ],
    notes: [
      `${count} articles, ${drawn.results.length} keystrokes that change what is found; the pause the screen waits for after a key is counted`,
      `160 pixels a frame; late: more than 25 ms after the frame before`,
    ],
  }
}
