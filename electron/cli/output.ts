// The two streams: a result on stdout, messages, progress and failures on stderr.
// It must not know commands or the desk.
import type { Result } from './cli.ts'

type Stream = NodeJS.WriteStream

export type Output = {
  setQuiet: (quiet: boolean) => void
  /** A message for the person on stderr; nothing with `--quiet`. */
  note: (message: string) => void
  /** Replaces the progress line on a terminal; elsewhere one line a second at most. */
  progress: (message: string) => void
  /** One document on stdout: JSON, or the text for people. */
  result: (result: Result, json: boolean) => Promise<void>
  /** The last lines of stderr, shown even with `--quiet`. */
  fail: (lines: readonly string[]) => Promise<void>
  flush: () => Promise<void>
}

const progressMs = 1000
const eraseLine = '\r\u001B[K'

export function createOutput(stdout: Stream, stderr: Stream): Output {
  let quiet = false
  let progressing = false
  let toldAt = 0
  // `marbre articles list | head` closes the pipe early: that is no failure of ours.
  for (const stream of [stdout, stderr]) stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const endProgress = (): void => {
    if (progressing) stderr.write(eraseLine)
    progressing = false
  }
  return {
    setQuiet: (value) => void (quiet = value),
    note: (message) => {
      if (quiet) return
      endProgress()
      stderr.write(`${printable(message)}\n`)
    },
    progress: (message) => {
      if (quiet) return
      if (stderr.isTTY) {
        stderr.write(`${eraseLine}${printable(message)}`)
        progressing = true
        return
      }
      const now = Date.now()
      if (now - toldAt < progressMs) return
      toldAt = now
      stderr.write(`${printable(message)}\n`)
    },
    result: async (result, json) => {
      endProgress()
      if (json) return write(stdout, `${JSON.stringify(result.json, null, stdout.isTTY ? 2 : undefined)}\n`)
      const text = result.verbatim === true ? result.text : printable(result.text)
      if (text !== '') await write(stdout, text.endsWith('\n') ? text : `${text}\n`)
    },
    fail: async (lines) => {
      endProgress()
      await write(stderr, `${lines.map(printable).join('\n')}\n`)
    },
    flush: async () => {
      endProgress()
      await write(stdout, '')
      await write(stderr, '')
    },
  }
}

function write(stream: Stream, text: string): Promise<void> {
  return new Promise((resolve) => stream.write(text, () => resolve()))
}

/** A title may hold escape sequences that steer a terminal: control characters other than line ends and tabs go. */
export function printable(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '')
}
