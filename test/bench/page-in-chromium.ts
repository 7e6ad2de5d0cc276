// One Chromium for the rows that need a page, and what they time in it.
// It must not know Marbre's pages.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright'
import { findChromium } from '../../scripts/find-chromium.ts'

const chromiumPath = findChromium()
/** The page as built last: the bench builds nothing. */
export const builtPage = join(import.meta.dirname, '..', '..', 'dist', 'renderer')

/** Why no row with a page can run here, or null. */
export function lackingForAPage(): string | null {
  if (chromiumPath === null) return 'no Chromium here (MARBRE_CHROMIUM names one)'
  if (!existsSync(join(builtPage, 'index.html'))) return 'no page is built: npm run build'
  return isForDevelopment() ? 'the page is a development build, made inside a test: remove dist and run npm run build' : null
}

/** React for development draws three times slower: no figure of it stands for anything. */
function isForDevelopment(): boolean {
  const assets = join(builtPage, 'assets')
  return readdirSync(assets).some((name) => name.endsWith('.js') && readFileSync(join(assets, name), 'utf8').includes('jsxDEV'))
}

export async function openChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('no Chromium here')
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-background-networking', '--lang=fr-FR'] })
}
