// The only bridge between the window and Electron: says what shell this is, forwards the core's port and the menu's wishes,
// names dropped files, hands out dragged ones. It must not know the contract, and exposes no raw Electron object.
// Built as one CommonJS file (sandboxed preload).
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { MarbreShell } from './window-shell.ts'

const shell = {
  kind: 'window',
  platform: process.platform,
  pathOf: (file: File) => webUtils.getPathForFile(file),
  setLanguage: (lang) => ipcRenderer.send('marbre:language', lang),
  dragOut: (file) => ipcRenderer.send('marbre:drag-out', file),
} satisfies MarbreShell

contextBridge.exposeInMainWorld('marbreShell', shell)

// a port cannot cross contextBridge: it is posted to our own origin, and the page checks `event.source === window`
ipcRenderer.on('marbre:port', (event) => {
  window.postMessage({ marbre: 'port' }, window.location.origin, [...event.ports])
})
ipcRenderer.on('marbre:command', (_event, command: unknown) => {
  window.postMessage({ marbre: 'command', command }, window.location.origin)
})
