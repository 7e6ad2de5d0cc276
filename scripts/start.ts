// `npm start`: builds when stale, then opens the window where it can, else the loopback host. Never downloads anything.
// It must not hold newsroom logic.
import '../electron/host/guard-first.ts' // first: nothing may reach the network before it
import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import open from 'open'
import { defaultDataFolder } from '../electron/core/guard/data-folder.ts'
import { keepCompiledCode } from '../electron/cli/code-cache.ts'
import type { ShownDesk } from '../electron/host/serve-desk.ts'
import { DeskError } from '../shared/domain/error.ts'
import { buildIfStale } from './build.ts'
import { chooseShell, findElectron } from './choose-shell.ts'

keepCompiledCode()
const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    host: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
    sample: { type: 'boolean', default: false },
  },
})
const dataDir = values.data ?? process.env['MARBRE_DATA'] ?? defaultDataFolder(process.platform, process.env, homedir())

try {
  if (await buildIfStale()) console.log('Built.')
  const electron = findElectron(root, process.env, process.platform)
  const uid = process.getuid?.() ?? null
  const choice = chooseShell({ platform: process.platform, env: process.env, uid, electron, hostAsked: values.host })
  console.log(choice.sentence)
  if (choice.shell === 'window' && electron !== null) startWindow(electron)
  else await startBrowser(choice.openBrowser && !values['no-open'])
} catch (error) {
  console.error(error instanceof DeskError ? `marbre: ${error.what}: ${error.why} [${error.code}]` : error)
  process.exitCode = 1
}

function startWindow(electron: string): void {
  const window = spawn(electron, [root], { cwd: root, stdio: 'inherit', env: { ...process.env, MARBRE_DATA: dataDir } })
  window.on('exit', (code) => (process.exitCode = code ?? 1))
}

async function startBrowser(openBrowser: boolean): Promise<void> {
  const page = { dir: join(root, 'dist', 'renderer') }
  const first = values.sample ? 'sample' : 'own'
  const { showDesk } = await import('../electron/host/serve-desk.ts')
  const desk = await showDesk({ dataDir, resources: join(root, 'resources'), page, port: Number(values.port), first })
  let closing = false
  const close = () => {
    if (closing) process.exit(1)
    closing = true
    void desk.close().then(() => process.exit(0))
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
  await invite(desk, openBrowser)
  await desk.opened
  if (process.stdin.isTTY) {
    process.stdin.on('data', () => void invite(desk, openBrowser))
    console.log('Enter: a new link (each works once, within a minute). Ctrl+C: close the desk.')
  }
}

/** Opens a fresh link, or prints it; a browser that cannot be started is a link to print. */
async function invite(desk: ShownDesk, openBrowser: boolean): Promise<void> {
  const link = desk.newLink()
  console.log(link)
  if (!openBrowser) return
  const browser = await open(link).catch(() => null)
  browser?.on('error', () => console.log('No browser could be opened: open the address above.'))
}
