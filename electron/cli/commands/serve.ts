// marbre serve: the loopback host, until Ctrl+C.
// It must not hold newsroom logic, nor know the page.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import open from 'open'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Cli, Register } from '../cli.ts'
import { wholeNumber } from '../flags.ts'
import { buildScript, pageFolder, resourcesFolder } from '../places.ts'

type Flags = { port: number; open: boolean }

export const registerServe: Register = (parent, act) => {
  parent
    .command('serve')
    .description('serve the desk to the browser of this machine (127.0.0.1), until Ctrl+C')
    .option('--port <p>', 'the port; any free one without it', wholeNumber(0, 65_535), 0)
    .option('--no-open', 'only print the address')
    .action((flags: Flags) => act((cli) => serve(cli, flags)))
}

async function serve(cli: Cli, flags: Flags): Promise<null> {
  await buildPage(cli)
  const { serveDesk } = await import('../../host/serve-desk.ts')
  const served = await serveDesk({ dataDir: cli.dataDir, resources: resourcesFolder, page: { dir: pageFolder }, port: flags.port }).catch(
    explainPort,
  )
  const stopped = stopSignal()
  const url = served.newLink()
  await cli.output.result({ json: { url, pid: process.pid }, text: url }, cli.json)
  if (flags.open && hasBrowser())
    (await open(url).catch(() => null))?.on('error', () => cli.output.note('no browser could be opened: open the address'))
  if (process.stdin.isTTY && !cli.json) {
    cli.output.note('Enter: a new link (each works once, within a minute). Ctrl+C: close the desk.')
    process.stdin.on('data', () => process.stdout.write(`${served.newLink()}\n`))
  }
  await stopped
  await served.close()
  return null
}

/** Resolves at Ctrl+C or the like; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

/** In a checkout the page is built when a source changed; the package comes built. */
async function buildPage(cli: Cli): Promise<void> {
  if (existsSync(buildScript)) {
    const child = spawn(process.execPath, [buildScript, '--if-stale'], { stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr.on('data', (said: Buffer) => cli.output.progress(said.toString('utf8').trim()))
    await new Promise((resolve) => child.once('close', resolve).once('error', resolve))
  }
  if (!existsSync(join(pageFolder, 'index.html'))) throw new DeskError('not-found', 'page', 'is not built: npm run build')
}

function explainPort(error: unknown): never {
  if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')) {
    throw new DeskError('bad-input', '--port', error.code === 'EACCES' ? 'is not allowed to this account' : 'is taken')
  }
  throw error
}

function hasBrowser(): boolean {
  const env = process.env
  if (env['CI'] !== undefined || env['SSH_CONNECTION'] !== undefined) return false
  return process.platform === 'win32' || process.platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}
