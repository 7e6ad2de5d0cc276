// The log: JSON lines of codes, counts, milliseconds and ids. What is not on the list is dropped before it is written.
// It must not know any text of an article, a title, a file name or somebody else's error message.
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../ports.ts'
import { hasCode } from './has-code.ts'
import { isLogCode, isLogLevel, logCounts, logIds } from './log-fields.ts'
import type { LogLine } from './log-fields.ts'

/** Writes one line; never throws, since a full disk must not stop a decision. */
export type SafeLog = (line: LogLine) => void
export type LogPlace = { readonly folder: string; readonly clock: Clock; readonly maxBytes?: number; readonly files?: number }

const ownIds = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|x-[0-9a-f]{16}|[0-9a-f]{64}|(?:[a-z]{1,12}[-:])?\d{1,18})$/
const frameShape =
  /^(?:node:)?[A-Za-z0-9@_./-]{1,160}\.(?:ts|js|mjs|cjs):\d{1,6}(?::\d{1,6})?$|^node:[a-z0-9_/]{1,80}:\d{1,6}(?::\d{1,6})?$/

/** An id as it may be logged: Marbre's own (UUID, `x-…`, hash) and bare numbers as they are, any other (a slug is a title) as a hash. */
export function loggableId(id: string): string {
  return ownIds.test(id) ? id : `h-${createHash('sha256').update(id).digest('hex').slice(0, 16)}`
}

/** Where an error came from, without its message: at most 8 places, paths from the project's root on. */
export function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack.split('\n').flatMap((line) => {
    const place = /^\s+at (?:.*\()?((?:file:\/\/|node:)?[^()]*:\d+:\d+)\)?$/.exec(line)?.[1] ?? ''
    const inside = /(?:^|[\\/])((?:electron|shared|dist|node_modules)[\\/].*)$/.exec(place)?.[1] ?? (place.startsWith('node:') ? place : '')
    return frameShape.test(inside.replaceAll('\\', '/')) ? [inside.replaceAll('\\', '/')] : []
  })
  return frames.slice(0, 8)
}

function listed<T>(names: readonly string[], given: unknown, keep: (value: unknown) => T | null): Record<string, T> | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const kept: Record<string, T> = {}
  for (const name of names) {
    const value = keep(Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined)
    if (value !== null) kept[name] = value
  }
  return Object.keys(kept).length > 0 ? kept : undefined
}

function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** The line as written: only what the lists allow, whatever was handed in. `unlisted` stands for a code that is not on the list. */
export function safeLine(line: LogLine, at: Date): string {
  const given: Readonly<Record<string, unknown>> = line
  const frames = Array.isArray(given['frames'])
    ? given['frames'].filter((frame) => typeof frame === 'string' && frameShape.test(frame))
    : []
  return JSON.stringify({
    time: at.toISOString(),
    level: isLogLevel(given['level']) ? given['level'] : 'error',
    code: isLogCode(given['code']) ? given['code'] : 'unlisted',
    counts: listed(logCounts, given['counts'], finite),
    ms: finite(given['ms']) ?? undefined,
    ids: listed(logIds, given['ids'], (value) => (typeof value === 'string' ? loggableId(value) : null)),
    frames: frames.length > 0 ? frames.slice(0, 8) : undefined,
  })
}

function nameOf(index: number): string {
  return index === 0 ? 'marbre.log' : `marbre.${index}.log`
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

function rotate(folder: string, files: number): void {
  rmSync(join(folder, nameOf(files - 1)), { force: true })
  for (let index = files - 2; index >= 0; index -= 1) {
    try {
      renameSync(join(folder, nameOf(index)), join(folder, nameOf(index + 1)))
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error
    }
  }
}

/** The log in `folder` (made, 0700; files 0600): `marbre.log`, then `marbre.1.log` … , 5 files of 5 MB unless told otherwise. */
export function openSafeLog({ folder, clock, maxBytes = 5 * 1024 * 1024, files = 5 }: LogPlace): SafeLog {
  const path = join(folder, nameOf(0))
  return (line) => {
    try {
      const text = `${safeLine(line, clock())}\n`
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (sizeOf(path) + Buffer.byteLength(text) > maxBytes) rotate(folder, files)
      // One write of one short line in append mode: lines of two processes do not mix.
      appendFileSync(path, text, { mode: 0o600 })
    } catch {
      // A log that cannot be written has nobody left to tell.
    }
  }
}
