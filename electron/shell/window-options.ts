// How the one window is made: sandboxed, isolated, without Node, spellcheck or remote content.
// It must not know the core.
import type { BrowserWindowConstructorOptions } from 'electron'
import type { WindowState } from './window-state.ts'

type Parts = { state: WindowState; preload: string; packaged: boolean }

/** Options for `new BrowserWindow`. Shown by the caller once the page is ready to be seen. */
export function windowOptions({ state, preload, packaged }: Parts): BrowserWindowConstructorOptions {
  const { x, y, width, height } = state
  return {
    ...(x !== undefined && y !== undefined && { x, y }),
    width,
    height,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Marbre',
    backgroundColor: '#f7f5f0',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: !packaged,
    },
  }
}
