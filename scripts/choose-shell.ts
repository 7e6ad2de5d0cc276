// Which shell `npm start` opens, and the one sentence that says why.
// It must not start anything.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Machine = {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  /** Null where the system has no user numbers (Windows). */
  uid: number | null
  /** Path of the Electron binary, null when it was never fetched. */
  electron: string | null
  /** The person asked for the browser with `--host`. */
  hostAsked: boolean
}
export type ShellChoice = { shell: 'window' | 'host'; openBrowser: boolean; sentence: string }

/** The window where the binary and a display exist, else the loopback host, in the browser or as a printed address. */
export function chooseShell(machine: Machine): ShellChoice {
  const display = hasDisplay(machine)
  const reason = whyNoWindow(machine, display)
  if (reason === null)
    return { shell: 'window', openBrowser: false, sentence: 'Opening the Marbre window: Electron and a display are here.' }
  const openBrowser = display && machine.env['SSH_CONNECTION'] === undefined && machine.env['CI'] === undefined
  const where = openBrowser ? 'Opening Marbre in your browser' : 'Marbre answers at the address below'
  return { shell: 'host', openBrowser, sentence: `${where} (this machine only): ${reason}.` }
}

function whyNoWindow({ electron, uid, hostAsked }: Machine, display: boolean): string | null {
  if (hostAsked) return 'you asked for it with --host'
  if (!electron) return 'the window needs Electron, which `npm run window:install` fetches where the network allows'
  if (!display) return 'there is no display for a window'
  if (uid === 0) return 'Electron keeps its sandbox and so does not run as root'
  return null
}

function hasDisplay({ platform, env }: Machine): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

const binaries: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** The Electron binary of this checkout, or null. Looks, never fetches: importing the package would. */
export function findElectron(root: string, env: Machine['env'], platform: NodeJS.Platform): string | null {
  const packageDir = join(root, 'node_modules', 'electron')
  const named = join(packageDir, 'path.txt')
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : (binaries[platform] ?? 'electron')
  const binary = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageDir, 'dist'), name)
  return existsSync(binary) ? binary : null
}
