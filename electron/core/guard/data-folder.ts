// The desk's folder: where it is by default, and whether it may hold a newsroom's data.
// It must not know what is kept in it.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, posix, resolve, win32 } from 'node:path'
import { DeskError } from '../../../shared/domain/error.ts'
import { hasCode } from './has-code.ts'
import { syncedBy } from './synced-folder.ts'
import type { Surroundings } from './synced-folder.ts'

type Env = Readonly<Record<string, string | undefined>>

/** `%LOCALAPPDATA%\Marbre`, `~/Library/Application Support/Marbre` or `$XDG_DATA_HOME/marbre`. A relative XDG path is ignored, as its specification says. */
export function defaultDataFolder(platform: NodeJS.Platform, env: Env, home: string): string {
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Marbre')
  const xdg = env['XDG_DATA_HOME'] ?? ''
  if (platform !== 'win32') return posix.join(posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share'), 'marbre')
  const local = env['LOCALAPPDATA'] ?? ''
  return win32.join(local === '' ? win32.join(home, 'AppData', 'Local') : local, 'Marbre')
}

/** `realpath` of a path that may not exist yet: links in the part that does are followed, mapped drives become their share. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path)
  } catch (error) {
    if (!hasCode(error, 'ENOENT') || dirname(path) === path) return path
    return join(realPathOf(dirname(path)), basename(path))
  }
}

function surroundings(): Surroundings {
  let mounts = ''
  try {
    if (process.platform === 'linux') mounts = readFileSync('/proc/mounts', 'utf8')
  } catch {
    // A hardened /proc: names and markers still speak.
  }
  return { platform: process.platform, env: process.env, mounts }
}

function refuseElsewhere(path: string, allowSynced: boolean, around: Surroundings): void {
  for (const place of new Set([path, realPathOf(path)])) {
    const found = syncedBy(place, around)
    if (found === null || (allowSynced && found.kind !== 'roaming')) continue
    throw new DeskError('synced-folder', 'data folder', `a ${found.kind} folder (${found.by})`, { kind: found.kind, by: found.by })
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    if (hasCode(error, 'EEXIST', 'ENOTDIR')) throw new DeskError('bad-input', 'data folder', 'a file stands in its place')
    throw new DeskError('bad-input', 'data folder', 'it cannot be made')
  }
}

function closeToOthers(path: string): void {
  if (process.platform === 'win32') return
  const stat = statSync(path)
  const ours = process.getuid?.() === stat.uid
  const names = readdirSync(path)
  // Somebody's full folder is not ours to lock; an empty one, or a desk, is.
  const desk = names.length === 0 || names.some((name) => name === 'keys' || name === 'desk.lock' || name.endsWith('.db'))
  if (ours && desk && (stat.mode & 0o077) !== 0) chmodSync(path, 0o700)
}

function proveWritable(path: string): void {
  const probe = join(path, `.${randomBytes(6).toString('hex')}.tmp`)
  try {
    writeFileSync(probe, '', { flag: 'wx', mode: 0o600 })
    rmSync(probe)
  } catch {
    throw new DeskError('bad-input', 'data folder', 'it cannot be written to')
  }
}

/**
 * Opens (makes, 0700) the desk's folder and gives its absolute path, links followed.
 * Throws `synced-folder` for a synced or network folder unless allowed, always for the roaming one, and `bad-input` for a
 * file or a folder that cannot be written. `around` is what tests hand in.
 */
export function openDataFolder(path: string, options: { readonly allowSynced: boolean; readonly around?: Surroundings }): string {
  const around = options.around ?? surroundings()
  const absolute = around.platform === process.platform ? resolve(path) : path
  refuseElsewhere(absolute, options.allowSynced, around)
  makeFolder(absolute)
  const real = realpathSync.native(absolute)
  closeToOthers(real)
  proveWritable(real)
  return real
}
