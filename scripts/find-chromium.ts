// Finds a Chromium that Playwright can drive. Looks, never downloads.
// It must not know what is tested.
import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome']

/** The path of a Chromium, or null. `MARBRE_CHROMIUM` names one explicitly, and then it alone counts. */
export function findChromium(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const named = env['MARBRE_CHROMIUM']
  const candidates = named === undefined ? places : [named]
  return candidates.find((path) => existsSync(path)) ?? null
}
