// The window's place, its menu and the words of a core that cannot live.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { EventEmitter } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lostCoreMessage } from '../../../electron/shell/lost-core.ts'
import { menuLanguage, menuTemplate } from '../../../electron/shell/menu.ts'
import { firstState, fitToScreens, readWindowState, rememberWindow } from '../../../electron/shell/window-state.ts'

let file: string
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marbre-window-'))
  file = join(folder, 'state.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('the window comes back where it was closed', async () => {
  class FakeWindow extends EventEmitter {
    getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 })
    isMaximized = () => true
  }
  const window = new FakeWindow()
  rememberWindow(window, file)
  window.emit('close')
  expect(readWindowState(file)).toEqual({ x: 10, y: 20, width: 1000, height: 700, maximized: true })
  expect(JSON.parse(await readFile(file, 'utf8'))).toBeTruthy()
})

test('a damaged or absurd state is the first one', async () => {
  expect(readWindowState(file)).toEqual(firstState)
  for (const text of ['', '{', '{"width":1,"height":1,"maximized":false}', '[]', '{"width":1e9}']) {
    await writeFile(file, text)
    expect(readWindowState(file)).toEqual(firstState)
  }
})

test('a window off every screen is centred, a too large one shrunk', () => {
  const screens = [
    { x: 0, y: 0, width: 1280, height: 720 },
    { x: 1280, y: 0, width: 1920, height: 1080 },
  ]
  const state = { x: 1400, y: 50, width: 1000, height: 700, maximized: false }
  expect(fitToScreens(state, screens)).toEqual(state)
  expect(fitToScreens({ ...state, x: 5000 }, screens)).toEqual({ width: 1000, height: 700, maximized: false })
  expect(fitToScreens({ ...state, y: -900 }, screens)).toEqual({ width: 1000, height: 700, maximized: false })
  expect(fitToScreens({ ...state, x: 0, width: 4000, height: 4000 }, screens)).toMatchObject({ x: 0, width: 1280, height: 720 })
  expect(fitToScreens(firstState, [])).toEqual(firstState)
})

test('the menu speaks French or English and offers no way around the page', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    for (const lang of ['fr', 'en'] as const) {
      const text = JSON.stringify(menuTemplate(lang, platform, () => undefined))
      expect(text).toContain(lang === 'fr' ? 'Édition' : 'Edit')
      expect(text).not.toMatch(/reload|toggleDevTools|forceReload/i)
      // every role has its words: none falls back to its English name in French
      if (lang === 'fr') expect(text).not.toMatch(/"label":"(undo|redo|cut|copy|paste|selectAll|quit|close|about|hide|unhide|minimize)"/)
    }
  }
  expect([menuLanguage('fr-CA'), menuLanguage(''), menuLanguage('en-GB'), menuLanguage('de')]).toEqual(['fr', 'fr', 'en', 'en'])
})

test('a core that cannot live says so in words, then by code', () => {
  const { body } = lostCoreMessage({ code: 'desk-in-use', what: 'desk', why: 'pid 12' }, 'fr')
  expect(body).toMatch(/déjà ouvert.*\n\nmarbre: desk: pid 12 \[desk-in-use\]$/s)
  expect(lostCoreMessage({ code: 'internal', what: 'a', why: 'b' }, 'en').body).toContain('on disk')
})
