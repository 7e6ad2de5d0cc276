// One desk, one owner process: `desk.lock` names it, and a lock whose owner is gone is taken over by exactly one other.
// It must not know what the owner does.
import { createHash, randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Clock } from '../ports.ts'
import { hasCode } from './has-code.ts'
import { isAlive, processStart } from './process-alive.ts'

/** What `desk.lock` says. `start`: see `processStart`. `token` makes every lock another text, so a take-over knows what it takes. */
export type LockOwner = { readonly pid: number; readonly start: string | null; readonly at: string; readonly token: string }

/** The owner a lock's text names, or null where it names none (half written by a crash). */
export function parseLock(text: string): LockOwner | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number') return null
    const start = 'start' in value && typeof value.start === 'string' ? value.start : null
    const said = (name: string): string => String(Reflect.get(value, name) ?? '')
    return { pid: value.pid, start, at: said('at'), token: said('token') }
  } catch {
    return null
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Makes `path` with its whole text at once; false when it is already there. */
function createWhole(path: string, draft: string, text: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP')) throw error
  }
  // A file system without links (exFAT): the text follows its file by an instant.
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

function refuseAlive(text: string): void {
  const owner = parseLock(text)
  if (owner !== null && isAlive(owner.pid, owner.start)) {
    throw new DeskError('desk-in-use', 'desk', `process ${owner.pid} has it open`, { pid: owner.pid })
  }
}

/**
 * The right to succeed one dead lock: a file named after that lock's text, which only one process can make. Should its maker
 * die too, its own text is succeeded in the same way, so a live right is never taken. Returns the files made or passed by.
 */
function claimSuccession(lock: string, draft: string, own: string, dead: string): string[] {
  const passed: string[] = []
  for (let text = dead; ;) {
    const claim = `${lock}.${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    passed.push(claim)
    if (createWhole(claim, draft, own)) return passed
    const other = readText(claim)
    if (other === null) continue
    refuseAlive(other)
    text = other
  }
}

/** Takes over from a dead lock; false when somebody else did so meanwhile. */
function succeed(lock: string, draft: string, own: string, dead: string): boolean {
  const claims = claimSuccession(lock, draft, own, dead)
  const unchanged = readText(lock) === dead
  // The right is held and the lock still the dead one: nobody else may write it now, and rename replaces it in one step.
  if (unchanged) renameSync(draft, lock)
  for (const claim of unchanged ? claims : claims.slice(-1)) rmSync(claim, { force: true })
  return unchanged
}

function take(lock: string, draft: string, own: string): void {
  for (;;) {
    writeFileSync(draft, own, { mode: 0o600 })
    if (createWhole(lock, draft, own)) return
    const held = readText(lock)
    if (held === null) continue
    refuseAlive(held)
    if (succeed(lock, draft, own, held)) return
  }
}

/**
 * Makes this process the owner of the desk in `dir`; the function returned gives it up (calling it again does nothing).
 * Throws `desk-in-use` with the owner's `pid`. A lock left by a crash is taken over, by one process even when many try.
 */
export function acquireDeskLock(dir: string, clock: Clock): () => void {
  const lock = join(dir, 'desk.lock')
  const token = randomBytes(12).toString('hex')
  const draft = `${lock}.${token}.tmp`
  const owner: LockOwner = { pid: process.pid, start: processStart(process.pid), at: clock().toISOString(), token }
  const own = `${JSON.stringify(owner)}\n`
  try {
    take(lock, draft, own)
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (readText(lock) === own) rmSync(lock, { force: true })
  }
}
