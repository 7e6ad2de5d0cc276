// Row seven: from starting the loopback host to a page that can be used, beside a server of the same bundle's files.
// It must not know what the host does meanwhile.
import { spawn } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { figure, sized, type BenchContext, type Found } from './bench-row.ts'
import type { BuiltArchive } from './built-archive.ts'
import { interleaved, median } from './measure.ts'
import { builtPage, lackingForAPage, openChromium } from './page-in-chromium.ts'

const root = join(import.meta.dirname, '..', '..')
const link = /http:\/\/127\.0\.0\.1:\S+/

/** Milliseconds from the start of the process to `usable` on its page. */
async function start(browser: Browser, args: readonly string[], usable: 'articles' | 'drawn'): Promise<number> {
  const from = performance.now()
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()))
  const context = await browser.newContext({ locale: 'fr-FR' })
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stdout.on('data', (part: Buffer) => {
        said += part.toString('utf8')
        const found = link.exec(said)?.[0]
        if (found !== undefined && said.includes('\n')) resolve(found)
      })
      child.once('close', () => reject(new Error('the host ended')))
    })
    const page = await context.newPage()
    await page.goto(address)
    // The home screen lists the latest articles once the core has answered; the bare page draws what it can without one.
    if (usable === 'articles') await page.locator('main a[href*="#/articles/"]').first().waitFor({ timeout: 60_000 })
    else await page.waitForFunction(() => (document.querySelector('#root, body > div')?.childElementCount ?? 0) > 0)
    return performance.now() - from
  } finally {
    await context.close()
    child.kill('SIGTERM')
    await ended
  }
}

export async function startRow(context: BenchContext, archive: BuiltArchive): Promise<Found> {
  const lacking = lackingForAPage()
  if (lacking !== null) return { figures: [], notes: [], notRun: lacking }
  const count = sized(context, 20_000)
  await archive.growTo(count)
  const page = join(context.folder, 'start-page')
  await cp(builtPage, page, { recursive: true })
  const browser = await openChromium()
  const host = () => start(browser, [join(import.meta.dirname, 'serve-page.ts'), archive.folder, page], 'articles')
  const bare = () => start(browser, [join(import.meta.dirname, 'static-page.ts'), page], 'drawn')
  try {
    await bare()
    await host()
    const times = await interleaved(Math.max(context.repeats, 5), { host, bare })
    return {
      figures: [
        figure(`start to first usable page, ${archive.count()} articles`, {
          figure: median(times.host),
          unit: 'ms',
          peer: { name: 'static page, same bundle', figure: median(times.bare) },
          goal: { of: 'ratio', atMost: 3 },
        }),
      ],
      notes: [
        'both from the start of a process; usable: the home screen with its counts and latest articles, a fresh browser profile each time',
      ],
    }
  } finally {
    await browser.close()
  }
}
