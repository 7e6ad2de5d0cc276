// What the page and the window ask of each other: the menu's wishes, opened files, dragged files. Nothing here loads Electron.
import { EventEmitter } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { openDragShelf } from '../../../electron/shell/drag-shelf.ts'
import { menuTemplate } from '../../../electron/shell/menu.ts'
import { commandQueue, filesInArguments, largestOpened, openCommand } from '../../../electron/shell/opened-files.ts'
import { listenToPage, type PageEvent } from '../../../electron/shell/page-requests.ts'
import { bundleOrigin } from '../../../electron/shell/protocol.ts'
import type { DraggedFile, ShellCommand } from '../../../electron/shell/window-shell.ts'
import { screens } from '../../../renderer/ui/router.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marbre-shell-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])
}

test.each(['linux', 'darwin', 'win32'] as const)('the menu of %s asks the page for every screen and for its own actions', (platform) => {
  const told: ShellCommand[] = []
  const items = flatten(menuTemplate('fr', platform, (command) => told.push(command)))
  for (const item of items) Reflect.apply(item.click ?? (() => undefined), null, [])
  expect(told.filter((one) => one.type === 'go').map((one) => one.screen)).toEqual([...screens])
  expect(told.filter((one) => one.type === 'run').map((one) => one.action)).toEqual(['paste', 'import', 'palette', 'keys'])
  // the page listens to its keys itself: the menu only shows them
  for (const item of items) if (item.accelerator && item.click) expect(item.registerAccelerator).toBe(false)
  expect(items.some((item) => item.label === 'Journal des validations')).toBe(true)
})

class Door {
  readonly emitter = new EventEmitter()
  on(channel: string, listener: (event: PageEvent<string>, message: unknown) => void) {
    return this.emitter.on(channel, listener)
  }
  say(url: string | null, channel: string, message: unknown) {
    this.emitter.emit(channel, { senderFrame: url === null ? null : { url }, sender: 'contents' }, message)
  }
}

test('only our own page is heard, and only in the agreed form', () => {
  const door = new Door()
  const langs: string[] = []
  const files: [string, DraggedFile][] = []
  listenToPage(door, { onLanguage: (lang) => langs.push(lang), onDragOut: (contents, file) => files.push([contents, file]) })
  const page = `${bundleOrigin}/index.html`
  door.say(page, 'marbre:language', 'en')
  for (const bad of ['de', 1, null, { lang: 'fr' }]) door.say(page, 'marbre:language', bad)
  for (const elsewhere of ['https://example.org/', 'file:///etc/passwd', null]) door.say(elsewhere, 'marbre:language', 'fr')
  expect(langs).toEqual(['en'])
  door.say(page, 'marbre:drag-out', { name: 'a-tags.txt', content: 'Ports, Pêche' })
  for (const bad of [{ name: '', content: 'x' }, { name: 'a' }, { name: 'a', content: 'x'.repeat(5_000_001) }, 'x']) {
    door.say(page, 'marbre:drag-out', bad)
  }
  door.say('https://example.org/', 'marbre:drag-out', { name: 'a', content: 'x' })
  expect(files).toEqual([['contents', { name: 'a-tags.txt', content: 'Ports, Pêche' }]])
})

test('a dragged file lies in its own folder under a harmless name, for this person only, and is gone at the end', () => {
  const home = join(folder, 'drag-out')
  const shelf = openDragShelf(home)
  const names = ['../../evil.txt', '..\\..\\evil.txt', '/etc/passwd', '...', 'a/b\u0000c:d*.html']
  for (const name of names) {
    const path = shelf.lay({ name, content: 'validé' })
    expect(path.startsWith(home + sep)).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe('validé')
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  }
  shelf.empty()
  expect(existsSync(home)).toBe(false)
  writeFileSync(join(folder, 'kept.txt'), 'x')
  openDragShelf(home)
  expect(existsSync(join(folder, 'kept.txt'))).toBe(true)
})

test('a command line names files by their ending; options and folders are left alone', () => {
  const argv = ['marbre', '--no-sandbox', '/opt/marbre', '/tmp/paquet.marbre', '-x.csv', 'C:\\a\\Archives.CSV', 'notes']
  expect(filesInArguments(argv)).toEqual(['/tmp/paquet.marbre', 'C:\\a\\Archives.CSV'])
  expect(filesInArguments(['/tmp/marbre.json'])).toEqual([])
})

test('an opened file is handed over whole; an absent one, a folder and a giant are not', () => {
  const path = join(folder, 'paquet.marbre')
  writeFileSync(path, 'contenu')
  expect(openCommand(path)).toMatchObject({ type: 'open', name: 'paquet.marbre' })
  expect(openCommand(join(folder, 'absent.csv'))).toBeNull()
  expect(openCommand(folder)).toBeNull()
  const giant = join(folder, 'giant.csv')
  writeFileSync(giant, '')
  truncateSync(giant, largestOpened + 1)
  expect(openCommand(giant)).toBeNull()
})

test('commands told before the page is there wait for it, in their order, and none twice', () => {
  const heard: ShellCommand[] = []
  let ready = false
  const queue = commandQueue((command) => {
    if (ready) heard.push(command)
    return ready
  })
  queue.tell({ type: 'go', screen: 'articles' })
  queue.tell({ type: 'run', action: 'keys' })
  queue.flush()
  expect(heard).toEqual([])
  ready = true
  queue.flush()
  queue.flush()
  queue.tell({ type: 'go', screen: 'home' })
  expect(heard).toEqual([
    { type: 'go', screen: 'articles' },
    { type: 'run', action: 'keys' },
    { type: 'go', screen: 'home' },
  ])
})
