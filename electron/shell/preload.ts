// The only bridge between the window and Electron: says what shell this is, forwards the core's port, names dropped files.
// It must not know the contract, and exposes no raw Electron object. Built as one CommonJS file (sandboxed preload).
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { MarbreShell } from './window-shell.ts'

const shell = {
  kind: 'window',
  platform: process.platform,
  pathOf: (file: File) => webUtils.getPathForFile(file),
} satisfies MarbreShell

contextBridge.exposeInMainWorld('marbreShell', shell)

// a port cannot cross contextBridge: it is posted to our own origin, and the page checks `event.source === window`
ipcRenderer.on('marbre:port', (event) => {
  window.postMessage({ marbre: 'port' }, window.location.origin, [...event.ports])
})
