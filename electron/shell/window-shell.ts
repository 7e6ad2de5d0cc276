// What the preload exposes to the page as `window.marbreShell`, and what the window asks of the page. On the loopback host it is absent.
// It must not know Electron.

/** What the native menu or the system asks of the page: a screen, an action it already has, a file that was opened with Marbre. */
export type ShellCommand =
  | { readonly type: 'go'; readonly screen: string }
  | { readonly type: 'run'; readonly action: 'palette' | 'paste' | 'import' | 'keys' }
  | { readonly type: 'open'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** A validated output as a file, on its way out under the person's own hand. */
export type DraggedFile = { readonly name: string; readonly content: string }

export type MarbreShell = {
  kind: 'window'
  platform: string
  /** The path of a file the person dropped or chose; empty for one made by a script. */
  pathOf(file: File): string
  /** The native menu follows the page's language. */
  setLanguage(lang: 'fr' | 'en'): void
  /** Called from `dragstart`, with what the core exported: the drag goes on as a file, onto the desktop or into another programme. */
  dragOut(file: DraggedFile): void
}
