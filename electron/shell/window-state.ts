// Where the window was, remembered between starts and brought back onto a screen that exists.
// It must not know what the window shows.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const windowStateSchema = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximized: z.boolean(),
})
/** In device-independent pixels. Without x and y the window is centred. */
export type WindowState = z.infer<typeof windowStateSchema>
export type Area = { x: number; y: number; width: number; height: number }

export const firstState: WindowState = { width: 1280, height: 820, maximized: false }
/** A window counts as visible when at least this much of its title bar is on a screen. */
const visible = 64

/** The remembered state; the first one when the file is absent or damaged. */
export function readWindowState(file: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return firstState
  }
}

/** `state` on the given work areas: too large is shrunk, off every screen is centred. */
export function fitToScreens(state: WindowState, areas: readonly Area[]): WindowState {
  const { x, y } = state
  const home = x === undefined || y === undefined ? undefined : areas.find((area) => touches({ x, y, width: state.width }, area))
  const area = home ?? areas[0]
  const width = Math.min(state.width, area?.width ?? state.width)
  const height = Math.min(state.height, area?.height ?? state.height)
  return home && x !== undefined && y !== undefined ? { ...state, x, y, width, height } : { width, height, maximized: state.maximized }
}

function touches(bar: { x: number; y: number; width: number }, area: Area): boolean {
  const across = Math.min(bar.x + bar.width, area.x + area.width) - Math.max(bar.x, area.x)
  return across >= visible && bar.y >= area.y && bar.y <= area.y + area.height - visible
}

/** What is used of `Electron.BrowserWindow`. */
export type RememberedWindow = { getNormalBounds(): Area; isMaximized(): boolean; once(event: 'close', listener: () => void): unknown }

/** Writes the state when the window closes. A folder that cannot be written is not worth a message. */
export function rememberWindow(window: RememberedWindow, file: string): void {
  window.once('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    } catch {
      // next start: the first state again
    }
  })
}
