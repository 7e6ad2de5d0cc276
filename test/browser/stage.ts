// One desk served on loopback, one Chromium, one page, and a witness of everything the page should never do.
// It must not know what is tested.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright'
import { serveDesk, type ServedDesk } from '../../electron/host/serve-desk.ts'
import { findChromium } from '../../scripts/find-chromium.ts'

const root = join(import.meta.dirname, '..', '..')
const chromiumPath = findChromium()

/** True where the tests of this folder can only be skipped; with MARBRE_REQUIRE_BROWSER=1 they fail instead. */
export const noBrowser = chromiumPath === null && process.env['MARBRE_REQUIRE_BROWSER'] !== '1'

/** What the page did that it must not: console errors, violations of its policy, requests to anywhere else. */
export type Witness = { errors: string[]; strangers: string[]; requests: number }

export type Stage = {
  desk: ServedDesk
  browser: Browser
  context: BrowserContext
  page: Page
  witness: Witness
  folder: string
  /** Goes to a screen by its address, in the page that is open. */
  goTo: (route: string) => Promise<void>
  close: () => Promise<void>
}

export type StageOptions = BrowserContextOptions & { first?: 'own' | 'sample' }

/** Opens everything on a folder of its own and enters by a fresh link, as a person does. */
export async function openStage({ first = 'own', ...options }: StageOptions = {}): Promise<Stage> {
  if (chromiumPath === null) throw new Error('no Chromium here, and MARBRE_REQUIRE_BROWSER=1')
  const folder = await mkdtemp(join(tmpdir(), 'marbre-browser-'))
  // a copy: a build made meanwhile must not change the page under test
  const page = { dir: join(folder, 'page') }
  await cp(join(root, 'dist', 'renderer'), page.dir, { recursive: true })
  const desk = await serveDesk({ dataDir: join(folder, 'data'), resources: join(root, 'resources'), page, first })
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-background-networking', '--lang=fr-FR'],
  })
  const context = await browser.newContext({
    viewport: { width: 1440, height: 820 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    ...options,
  })
  context.setDefaultTimeout(10_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: desk.origin })
  const witness = await watch(context, desk.origin)
  const opened = await context.newPage()
  await opened.goto(desk.newLink())
  await opened.getByRole('main').waitFor()
  return {
    desk,
    browser,
    context,
    page: opened,
    witness,
    folder,
    goTo: async (route) => {
      await opened.evaluate((to) => void (location.hash = to), route)
    },
    close: async () => {
      await browser.close()
      await desk.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Keeps what the pages of a context do wrong. Playwright sees requests before anything can refuse them. */
async function watch(context: BrowserContext, origin: string): Promise<Witness> {
  const witness: Witness = { errors: [], strangers: [], requests: 0 }
  const own = [origin, origin.replace('http:', 'ws:'), 'blob:', 'data:', 'about:']
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  context.on('console', (message) => {
    if (message.type() === 'error') witness.errors.push(message.text())
  })
  context.on('weberror', (error) => witness.errors.push(String(error.error())))
  const seen = (url: string) => {
    witness.requests += 1
    if (!own.some((start) => url.startsWith(start))) witness.strangers.push(url)
  }
  context.on('request', (request) => seen(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => seen(socket.url())))
  return witness
}
