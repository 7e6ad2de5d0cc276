// Files opened with Marbre: a double click, "open with", a drop on the dock. Read here, handed to the page like a dropped file.
// It must not know what they contain: the readers of the core do.
import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { ShellCommand } from './window-shell.ts'

/** What is read whole and handed to the page; larger files are imported from the page, which reads them in place. Bytes. */
export const largestOpened = 64 * 1024 * 1024
/** The endings electron-builder.yml associates; an argument with another one is an option or a folder. */
export const openedEndings: ReadonlySet<string> = new Set([
  '.marbre',
  '.json',
  '.jsonl',
  '.csv',
  '.xml',
  '.rss',
  '.html',
  '.docx',
  '.txt',
  '.md',
])

/** The files named in a command line, its first words (the programme, an app folder) left out. */
export function filesInArguments(argv: readonly string[]): string[] {
  return argv.slice(1).filter((word) => !word.startsWith('-') && openedEndings.has(extname(word).toLowerCase()))
}

/** The command that hands a file to the page; null when it cannot be read, is no file, or is too large. */
export function openCommand(path: string): ShellCommand | null {
  try {
    const file = statSync(path)
    if (!file.isFile() || file.size > largestOpened) return null
    return { type: 'open', name: basename(path), bytes: new Uint8Array(readFileSync(path)) }
  } catch {
    return null
  }
}

/** Keeps commands until a page is there to hear them, then passes them on at once. */
export function commandQueue(send: (command: ShellCommand) => boolean): {
  readonly tell: (command: ShellCommand) => void
  readonly flush: () => void
} {
  let kept: ShellCommand[] = []
  return {
    tell: (command) => {
      if (!send(command)) kept.push(command)
    },
    flush: () => {
      const waiting = kept
      kept = []
      for (const command of waiting) if (!send(command)) kept.push(command)
    },
  }
}
