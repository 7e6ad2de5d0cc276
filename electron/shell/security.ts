// The window's walls: what a page may ask, where it may go, what may leave. Nothing, but for its own bundle.
// It must not import electron at run time: every object is handed in, so tests drive it without the binary.
import type { App, CommandLine, HandlerDetails, Session, WindowOpenHandlerResponse } from 'electron'
import { bundleOrigin } from './protocol.ts'

/** Chromium switches of the egress wall. `~NOTFOUND` makes every name but loopback unresolvable. */
export const hardenedSwitches: ReadonlyArray<readonly [name: string, value?: string]> = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-client-side-phishing-detection'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  [
    'disable-features',
    'NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,DialMediaRouteProvider,SpareRendererForSitePerProcess,SafeBrowsing',
  ],
]

type HardenedApp = Pick<App, 'enableSandbox'> & { commandLine: Pick<CommandLine, 'appendSwitch'> }

/** Before `ready`: sandbox for every renderer, and the switches. */
export function hardenApp(app: HardenedApp): void {
  app.enableSandbox()
  for (const [name, value] of hardenedSwitches) {
    if (value === undefined) app.commandLine.appendSwitch(name)
    else app.commandLine.appendSwitch(name, value)
  }
}

/** After `ready`: names go to the system resolver (which the switch has walled), never to a DNS-over-HTTPS server. */
export function hardenResolver(app: Pick<App, 'configureHostResolver'>): void {
  app.configureHostResolver({ secureDnsMode: 'off', enableBuiltInResolver: false, enableAdditionalDnsQueryTypes: false })
}

type Stoppable = { preventDefault(): void }
type Navigation = Stoppable & { url: string }

/** The part of a `WebContents` that can lead a page elsewhere. */
export type GuardedContents = {
  on(event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate', listener: (event: Navigation) => void): unknown
  on(event: 'will-attach-webview', listener: (event: Stoppable) => void): unknown
  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void
}

/** For every web contents there will ever be: no other address, no window, no webview. */
export function secureWebContents(contents: GuardedContents): void {
  const stay = (event: Navigation) => {
    if (!isBundle(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

type PermissionDoor = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler'
>
/** The part of a `Session` that grants or lets out. */
export type GuardedSession = PermissionDoor &
  Pick<Session, 'setProxy' | 'setSpellCheckerEnabled'> & { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }

/** What the page may still reach by URL. Everything else is cancelled. */
const allowedSchemes = new Set(['app:', 'data:', 'blob:', 'devtools:'])

/**
 * For every session: permissions refused four ways, requests cancelled, a proxy that answers nothing, no dictionary download.
 * `onCancelled` gets the host (or the scheme) of each request that wanted to leave the bundle.
 */
export async function secureSession(session: GuardedSession, onCancelled: (host: string) => void = () => undefined): Promise<void> {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => answer(isGranted(permission, details.requestingUrl)))
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => {
    const url = URL.parse(details.url)
    const cancel = url === null || !allowedSchemes.has(url.protocol) || (url.protocol === 'app:' && !isBundle(details.url))
    answer({ cancel })
    if (cancel) onCancelled(url === null ? 'unreadable' : url.host || url.protocol)
  })
  // port 9 is "discard": nothing listens. No bypass: the window itself never speaks HTTP, not even to loopback.
  await session.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' })
}

/** Our page may write text to the clipboard (copying what was validated). Nothing else is ever granted. */
function isGranted(permission: string, url: string): boolean {
  return permission === 'clipboard-sanitized-write' && isBundle(url)
}

/** Whether a URL (or origin) is the bundle's. A custom scheme's `URL.origin` is "null" in Node, so parts are compared. */
export function isBundle(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && `${parsed.protocol}//${parsed.host}` === bundleOrigin && parsed.username === '' && parsed.password === ''
}
