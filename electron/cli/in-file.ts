// A file or a value a command is handed as JSON.
// It must not know what it should hold; its errors never quote it.
import { readFile, stat } from 'node:fs/promises'
import { DeskError } from '../../shared/domain/error.ts'
import { typedPath } from './places.ts'

/** Larger than any card, map or article; a mistake in the path should not fill the memory. */
const largest = 64 * 1024 * 1024

/** The UTF-8 text of the file `given` after `option`. @throws DeskError `not-found`, `bad-input`. */
export async function readText(option: string, given: string): Promise<string> {
  const path = typedPath(given)
  const found = await stat(path).catch(() => null)
  if (!found) throw new DeskError('not-found', option, 'no such file')
  if (!found.isFile()) throw new DeskError('bad-input', option, 'is not a file')
  if (found.size > largest) throw new DeskError('bad-input', option, 'is larger than 64 MB')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch {
    throw new DeskError('bad-input', option, 'cannot be read as UTF-8')
  }
}

/** @throws DeskError `bad-input` with the line where the JSON breaks, where the parser says. */
export function parseJson(option: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    // Only the number is taken from the parser's message: the rest of it quotes the text.
    const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
    const at = position === undefined ? '' : ` (line ${text.slice(0, Number(position)).split('\n').length})`
    throw new DeskError('bad-input', option, `is not JSON${at}`)
  }
}

export async function readJson(option: string, given: string): Promise<unknown> {
  return parseJson(option, await readText(option, given))
}
