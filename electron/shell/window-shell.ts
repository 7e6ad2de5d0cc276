// What the preload exposes to the page as `window.marbreShell`. On the loopback host it is absent.
// It must not know Electron.

export type MarbreShell = {
  kind: 'window'
  platform: string
  /** The path of a file the person dropped or chose; empty for one made by a script. */
  pathOf(file: File): string
}
