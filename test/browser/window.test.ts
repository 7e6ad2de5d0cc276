// The real window, wherever Electron's binary is on this machine: its walls, its page, its core. Never downloads.
// Skipped (and counted as skipped) where there is no binary or no display.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseShell, findElectron } from '../../scripts/choose-shell.ts'

const root = join(import.meta.dirname, '..', '..')
const electron = findElectron(root, process.env, process.platform)
const choice = chooseShell({ platform: process.platform, env: process.env, uid: process.getuid?.() ?? null, electron, hostAsked: false })

describe.skipIf(choice.shell !== 'window' || electron === null)('the window', () => {
  let folder: string
  let app: ElectronApplication
  let page: Page
  const violations: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'marbre-window-'))
    app = await _electron.launch({
      executablePath: electron ?? '',
      args: [root],
      env: { ...process.env, MARBRE_DATA: folder } as Record<string, string>,
    })
    page = await app.firstWindow()
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text())
    })
    await page.waitForLoadState('load')
  })
  afterAll(async () => {
    await app?.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  test('shows its own bundle, without Node, and exposes only the shell', async () => {
    expect(page.url()).toMatch(/^app:\/\/bundle\//)
    const seen = await page.evaluate(() => ({
      node: ['process', 'require', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
      shell: Object.keys(Reflect.get(globalThis, 'marbreShell') ?? {}).toSorted(),
    }))
    expect(seen).toEqual({ node: [], shell: ['dragOut', 'kind', 'pathOf', 'platform', 'setLanguage'] })
  })

  test('reaches its core: the first screen is there', async () => {
    await page.locator('main').first().waitFor({ state: 'visible' })
    expect(violations).toEqual([])
  })

  test('lets nothing out', async () => {
    const answers = await page.evaluate(async () => {
      const urls = ['https://example.org/', 'http://127.0.0.1:8000/', 'http://localhost/', 'file:///etc/passwd']
      return Promise.all(
        urls.map((url) =>
          fetch(url).then(
            () => 'sent',
            () => 'refused',
          ),
        ),
      )
    })
    expect(new Set(answers)).toEqual(new Set(['refused']))
    const net = await app.evaluate(async ({ session }) =>
      session.defaultSession.fetch('https://example.org/').then(
        () => 'sent',
        () => 'refused',
      ),
    )
    expect(net).toBe('refused')
    const node = await app.evaluate(async () =>
      fetch('http://192.0.2.1/').then(
        () => 'sent',
        () => 'refused',
      ),
    )
    expect(node).toBe('refused')
  })

  test('refuses permissions, windows and other addresses', async () => {
    const permission = await page.evaluate(() => navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state))
    expect(permission).toBe('denied')
    expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true)
    await page.evaluate(() => void (location.href = 'https://example.org/'))
    expect(page.url()).toMatch(/^app:\/\/bundle\//)
    expect(app.windows()).toHaveLength(1)
  })

  test('comes back after a reload with a fresh port', async () => {
    await page.reload()
    await page.locator('main').first().waitFor({ state: 'visible' })
  })

  test('starts its core again when it falls', async () => {
    const before = await corePid(app)
    expect(before).not.toBeNull()
    process.kill(before ?? 0, 'SIGKILL')
    await expect.poll(() => corePid(app), { timeout: 20_000 }).not.toBe(before)
  })

  test('keeps its page in the sandbox', async () => {
    const metrics = await app.evaluate(({ app: main }) => main.getAppMetrics().filter(({ type }) => type === 'Tab'))
    expect(metrics.length).toBeGreaterThan(0)
    // `sandboxed` is told on macOS and Windows only
    for (const { sandboxed } of metrics) expect(sandboxed ?? true).toBe(true)
  })
})

/** The pid of the core's utility process, null while there is none. */
async function corePid(app: ElectronApplication): Promise<number | null> {
  return app.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name, type }) => type === 'Utility' && name === 'Marbre core')?.pid ?? null,
  )
}
