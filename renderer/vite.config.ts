// Builds the page into dist/renderer for the window, the loopback host and the tests.
// It must not know the core: the page meets it through the contract only.
import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const here = import.meta.dirname

export const rendererConfig = defineConfig({
  root: here,
  base: './',
  plugins: [react()],
  clearScreen: false,
  build: {
    outDir: resolve(here, '../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // The content security policy forbids data: fonts and scripts; nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    chunkSizeWarningLimit: 900,
  },
})

// Vite reads its configuration from the default export; nothing else in the house has one.
export { rendererConfig as default }
