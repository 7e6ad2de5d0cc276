// The gallery of components: it builds apart, axe finds nothing in either theme, and there is a picture to look at.
import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { readFile, readdir, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { chromium } from 'playwright'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { findChromium } from '../../scripts/find-chromium.ts'
import { tempFolder } from '../temp-folder.ts'
import { noBrowser } from './stage.ts'

const root = join(import.meta.dirname, '..', '..')
const pictures = join(root, 'test-results', 'screens')
const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

async function serve(folder: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    readFile(join(folder, path)).then(
      (bytes) => response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, close: () => server.close() }
}

test.skipIf(noBrowser)('every component in its states, both themes: axe finds nothing', async () => {
  const outDir = tempFolder()
  await build({
    configFile: join(root, 'renderer', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, rollupOptions: { input: join(root, 'renderer', 'gallery.html') } },
  })
  const served = await serve(outDir)
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox', '--disable-background-networking'] })
  try {
    const page = await (await browser.newContext({ viewport: { width: 1000, height: 900 } })).newPage()
    await page.goto(`${served.url}/gallery.html`)
    await page.getByRole('heading', { name: 'VirtualList' }).waitFor()
    mkdirSync(pictures, { recursive: true })
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.screenshot({ path: join(pictures, `gallery-${theme}.png`), fullPage: true })
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      expect(violations.map(({ id, nodes }) => `${theme} ${id} ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([])
    }
    const components = (await readdir(join(root, 'renderer', 'ui'))).filter((name) => name.endsWith('.tsx'))
    const gallery = join(root, 'renderer', 'gallery')
    const source = (await Promise.all((await readdir(gallery)).map((name) => readFile(join(gallery, name), 'utf8')))).join('\n')
    // The words of the components show nothing themselves.
    expect(components.filter((name) => name !== 'ui-words.tsx' && !source.includes(`../ui/${name}`))).toEqual([])
  } finally {
    await browser.close()
    served.close()
    await rm(outDir, { recursive: true, force: true })
  }
})
