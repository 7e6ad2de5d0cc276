// Where a dragged file lies while the system copies it: a folder of the desk, 0600, emptied at each start and at the end.
// It must not know what is in the file, nor Electron.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { DraggedFile } from './window-shell.ts'

export type DragShelf = {
  /** Lays the file down; answers its path. */
  readonly lay: (file: DraggedFile) => string
  readonly empty: () => void
}

/** The shelf in `folder`, which belongs to it alone: whatever lies there is removed. */
export function openDragShelf(folder: string): DragShelf {
  const empty = () => rmSync(folder, { recursive: true, force: true })
  empty()
  return {
    lay: ({ name, content }) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, safeName(name))
      writeFileSync(path, content, { mode: 0o600 })
      return path
    },
    empty,
  }
}

/** A name no file system refuses and that leads nowhere else. */
function safeName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'))
    .replaceAll(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^\.+/, '')
  return last === '' ? 'marbre' : last.slice(-120)
}
