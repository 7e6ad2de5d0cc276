// The window: composes Electron, its walls, the core's process and one page. Every rule is in a neighbour, tested without Electron.
// It must not hold newsroom logic.
import '../host/guard-first.ts' // first: nothing may reach the network before it
import { homedir } from 'node:os'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeImage,
  protocol,
  safeStorage,
  screen,
  session,
  utilityProcess,
  type MessagePortMain,
  type WebContents,
} from 'electron'
import { defaultDataFolder } from '../core/guard/data-folder.ts'
import { openWrappedSigner } from '../core/ledger/wrapped-signer.ts'
import { startCoreProcess, type CoreProcess } from './core-process.ts'
import { openDragShelf } from './drag-shelf.ts'
import { keychainVault } from './key-vault.ts'
import { lostCoreMessage } from './lost-core.ts'
import { menuLanguage, menuTemplate } from './menu.ts'
import { commandQueue, filesInArguments, openCommand } from './opened-files.ts'
import { listenToPage } from './page-requests.ts'
import { bundleOrigin, bundleScheme, serveBundle } from './protocol.ts'
import { hardenApp, hardenResolver, secureSession, secureWebContents } from './security.ts'
import { windowOptions } from './window-options.ts'
import { fitToScreens, readWindowState, rememberWindow } from './window-state.ts'

// bundled, this file is dist/shell/main.js: the renderer, the preload and the core stand beside it
const dist = join(import.meta.dirname, '..')
const dataDir = process.env['MARBRE_DATA'] ?? defaultDataFolder(process.platform, process.env, homedir())
const stateFile = join(dataDir, 'window-state.json')

app.setName('Marbre')
// Chromium's profile beside the desk, never in a roaming folder
app.setPath('userData', join(dataDir, 'window'))
app.setPath('sessionData', join(dataDir, 'window'))
app.setPath('crashDumps', join(dataDir, 'window', 'crashes'))
hardenApp(app)
protocol.registerSchemesAsPrivileged([bundleScheme])
app.on('web-contents-created', (_event, contents) => secureWebContents(contents))

// macOS names the file it was opened with before it is ready
const openedEarly: string[] = []
const keepEarly = (event: { preventDefault(): void }, path: string) => {
  event.preventDefault()
  openedEarly.push(path)
}
app.on('open-file', keepEarly)

if (app.requestSingleInstanceLock()) app.whenReady().then(start, failed)
else app.quit()

async function start(): Promise<void> {
  hardenResolver(app)
  // the walls stand before the core: no page is there yet to try anything
  let core: CoreProcess<MessagePortMain> | null = null
  const cancelled = (host: string) => core?.cancelled(host)
  await secureSession(session.defaultSession, cancelled)
  app.on('session-created', (created) => void secureSession(created, cancelled))
  serveBundle(protocol, join(dist, 'renderer'))
  core = await startCore()
  const window = openWindow(core)
  const commands = commandQueue((command) => {
    if (window.isDestroyed() || window.webContents.isLoading()) return false
    window.webContents.send('marbre:command', command)
    return true
  })
  window.webContents.on('did-finish-load', commands.flush)
  const showMenu = (lang: 'fr' | 'en') =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(lang, process.platform, commands.tell)))
  showMenu(menuLanguage(app.getLocale()))
  answerPage(showMenu)
  const openFiles = (paths: readonly string[]) => {
    for (const path of paths) {
      const command = openCommand(path)
      if (command) commands.tell(command)
    }
  }
  openFiles([...openedEarly, ...filesInArguments(process.argv)])
  app.removeListener('open-file', keepEarly).on('open-file', (event, path) => {
    event.preventDefault()
    openFiles([path])
  })
  app.on('second-instance', (_event, argv) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    openFiles(filesInArguments(argv))
  })
  app.on('window-all-closed', () => app.quit())
  quitAfter(core)
}

/** The page's two wishes: the menu in its language, a validated output dragged out as a file. */
function answerPage(onLanguage: (lang: 'fr' | 'en') => void): void {
  const shelf = openDragShelf(join(dataDir, 'window', 'drag-out'))
  const icon = nativeImage.createFromPath(join(dist, '..', 'resources', 'icon.png'))
  listenToPage<WebContents>(ipcMain, {
    onLanguage,
    onDragOut: (contents, file) => contents.startDrag({ file: shelf.lay(file), icon }),
  })
  app.on('quit', shelf.empty)
}

async function startCore(): Promise<CoreProcess<MessagePortMain>> {
  const vault = keychainVault({ keychain: safeStorage, file: join(dataDir, 'keys', 'window-key.json'), platform: process.platform })
  const signer = await openWrappedSigner(vault)
  return startCoreProcess<MessagePortMain>({
    fork: () => utilityProcess.fork(join(dist, 'shell', 'core-entry.js'), [], { serviceName: 'Marbre core', stdio: 'inherit' }),
    makeChannel: () => new MessageChannelMain(),
    open: { dataDir, resources: join(dist, '..', 'resources'), key: signer.key, publicKey: signer.publicKey },
    sign: signer.sign,
    onLost: failed,
    clock: () => new Date(),
  })
}

function openWindow(core: CoreProcess<MessagePortMain>): BrowserWindow {
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  const state = fitToScreens(readWindowState(stateFile), areas)
  const window = new BrowserWindow(windowOptions({ state, preload: join(dist, 'shell', 'preload.cjs'), packaged: app.isPackaged }))
  if (state.maximized) window.maximize()
  rememberWindow(window, stateFile)
  window.once('ready-to-show', () => window.show())
  // again after every reload: a port serves one load of the page
  window.webContents.on('did-finish-load', () => core.connect(window.webContents))
  window.webContents.on('render-process-gone', () => window.webContents.reload())
  void window.loadURL(`${bundleOrigin}/`)
  return window
}

/** Lets the core close its desk before the app ends. */
function quitAfter(core: CoreProcess<MessagePortMain>): void {
  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    void core.stop().then(() => {
      stopped = true
      app.quit()
    })
  })
}

function failed(reason: unknown): void {
  const known = typeof reason === 'object' && reason !== null && 'code' in reason && 'what' in reason && 'why' in reason
  const lost = known
    ? { code: String(reason.code), what: String(reason.what), why: String(reason.why) }
    : { code: 'internal', what: 'window', why: 'it could not start' }
  const { title, body } = lostCoreMessage(lost, menuLanguage(app.getLocale()))
  dialog.showErrorBox(title, body)
  app.exit(1)
}
