// The window's walls, driven by recording fakes of Electron's objects: nothing here loads Electron.
import { EventEmitter } from 'node:events'
import type { HandlerDetails, WindowOpenHandlerResponse } from 'electron'
import { describe, expect, test } from 'vitest'
import {
  hardenApp,
  hardenedSwitches,
  isBundle,
  secureSession,
  secureWebContents,
  type GuardedSession,
} from '../../../electron/shell/security.ts'
import { windowOptions } from '../../../electron/shell/window-options.ts'

class FakeContents extends EventEmitter {
  open: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null
  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.open = handler
  }
  /** Whether the event was stopped. */
  tries(event: string, url: string): boolean {
    let stopped = false
    this.emit(event, { url, preventDefault: () => (stopped = true) })
    return stopped
  }
}

const elsewhere = [
  'https://example.org/',
  'http://127.0.0.1:8000/',
  'file:///etc/passwd',
  'app://other/',
  'app://bundle.example.org/',
  'app://bundle@example.org/',
  'app://user@bundle/',
  'app://bundle:80/',
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:app://bundle/1',
  'about:blank',
  'not a url',
  '',
]

test('a page goes nowhere but to its own bundle', () => {
  const contents = new FakeContents()
  secureWebContents(contents)
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    for (const url of elsewhere) expect([event, url, contents.tries(event, url)]).toEqual([event, url, true])
    for (const url of ['app://bundle/', 'app://bundle/index.html#/review']) expect(contents.tries(event, url)).toBe(false)
  }
  expect(contents.tries('will-attach-webview', '')).toBe(true)
})

test('no window opens, its own bundle included', () => {
  const contents = new FakeContents()
  secureWebContents(contents)
  const details = {
    url: 'app://bundle/',
    frameName: '',
    features: '',
    disposition: 'new-window',
    referrer: { url: '', policy: 'default' },
  } as const
  expect(contents.open?.(details)).toEqual({ action: 'deny' })
})

test('isBundle reads parts, not prefixes', () => {
  for (const url of elsewhere) expect([url, isBundle(url)]).toEqual([url, false])
  expect(isBundle('app://bundle')).toBe(true)
})

describe('a session', () => {
  type Handlers = {
    request?: Parameters<GuardedSession['setPermissionRequestHandler']>[0]
    check?: Parameters<GuardedSession['setPermissionCheckHandler']>[0]
    device?: Parameters<GuardedSession['setDevicePermissionHandler']>[0]
    display?: Parameters<GuardedSession['setDisplayMediaRequestHandler']>[0]
    proxy?: Electron.ProxyConfig
    spell?: boolean
    before?: (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void
  }

  async function secured(onCancelled?: (host: string) => void): Promise<Handlers> {
    const seen: Handlers = {}
    const session = {
      setPermissionRequestHandler: (handler) => void (seen.request = handler),
      setPermissionCheckHandler: (handler) => void (seen.check = handler),
      setDevicePermissionHandler: (handler) => void (seen.device = handler),
      setDisplayMediaRequestHandler: (handler) => void (seen.display = handler),
      setSpellCheckerEnabled: (enabled) => void (seen.spell = enabled),
      setProxy: async (config) => void (seen.proxy = config),
      webRequest: { onBeforeRequest: (...given: unknown[]) => void (seen.before = given.at(-1) as NonNullable<Handlers['before']>) },
    } satisfies GuardedSession
    await secureSession(session, onCancelled)
    return seen
  }

  test('refuses every permission four ways, but writing text to the clipboard from our page', async () => {
    const { request, check, device, display } = await secured()
    const answers: boolean[] = []
    const contents = null as never
    const page = { requestingUrl: 'app://bundle/', isMainFrame: true }
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen', 'openExternal'] as const) {
      request?.(contents, permission, (granted) => answers.push(granted), page)
    }
    request?.(contents, 'clipboard-sanitized-write', (granted) => answers.push(granted), { ...page, requestingUrl: 'https://example.org/' })
    expect(answers).toEqual(Array(7).fill(false))
    request?.(contents, 'clipboard-sanitized-write', (granted) => answers.push(granted), page)
    expect(answers.at(-1)).toBe(true)
    const details = { isMainFrame: true, requestingUrl: 'app://bundle/' }
    for (const permission of ['hid', 'serial', 'usb', 'media', 'local-network', 'loopback-network'] as const) {
      expect(check?.(null, permission, 'app://bundle', details)).toBe(false)
    }
    expect(check?.(null, 'clipboard-sanitized-write', 'app://bundle/', details)).toBe(true)
    expect(device?.({ deviceType: 'usb', origin: 'app://bundle', device: null as never })).toBe(false)
    let streams: unknown = 'not asked'
    display?.(null as never, (given) => (streams = given))
    expect(streams).toBeNull()
  })

  test('tells whom a cancelled request wanted, and nothing of an allowed one', async () => {
    const told: string[] = []
    const { before } = await secured((host) => told.push(host))
    for (const url of ['https://example.org/a?b', 'app://bundle/index.html', 'file:///etc/passwd', 'nonsense', 'blob:app://bundle/1']) {
      before?.({ url }, () => undefined)
    }
    expect(told).toEqual(['example.org', 'file:', 'unreadable'])
  })

  test('cancels every request that leaves the bundle', async () => {
    const { before } = await secured()
    const cancelled = (url: string): boolean | undefined => {
      let answer: boolean | undefined
      before?.({ url }, ({ cancel }) => (answer = cancel))
      return answer
    }
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'ws://127.0.0.1:1/',
      'wss://a/',
      'ftp://a/',
      'file:///etc/passwd',
      'app://other/x.js',
      'chrome://settings',
      'nonsense',
    ]) {
      expect([url, cancelled(url)]).toEqual([url, true])
    }
    for (const url of ['app://bundle/assets/a.js', 'data:image/png;base64,', 'blob:app://bundle/1', 'devtools://devtools/x'])
      expect(cancelled(url)).toBe(false)
  })

  test('has no spell checker and a proxy that leads nowhere, loopback included', async () => {
    const { spell, proxy } = await secured()
    expect(spell).toBe(false)
    expect(proxy).toEqual({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' })
  })
})

test('the app is sandboxed before anything else, and no name resolves', () => {
  const calls: string[] = []
  hardenApp({
    enableSandbox: () => void calls.push('sandbox'),
    commandLine: { appendSwitch: (name, value) => void calls.push(value ? `${name}=${value}` : name) },
  })
  expect(calls[0]).toBe('sandbox')
  expect(calls).toContain('host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost')
  expect(calls).toHaveLength(hardenedSwitches.length + 1)
})

test('the window is isolated, without Node, spellcheck or webview, and without developer tools once packaged', () => {
  const { webPreferences } = windowOptions({ state: { width: 1000, height: 700, maximized: false }, preload: '/p.cjs', packaged: true })
  expect(webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  })
  expect(webPreferences).toMatchObject({
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  })
})
