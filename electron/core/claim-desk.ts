// Takes a desk's folder before anything heavy is loaded: what would refuse the desk refuses at once, and a shell can already show
// its page while the rest of the core is read. It must not know what is kept in the folder, beyond the version its database says.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { DeskError } from '../../shared/domain/error.ts'
import type { Channel } from '../../shared/domain/person.ts'
import { openDataFolder } from './guard/data-folder.ts'
import { acquireDeskLock } from './guard/desk-lock.ts'
import { loadPolicy, type LoadedPolicy } from './guard/policy.ts'
import type { Clock } from './ports.ts'
import { demandKnownVersion } from './store/migrate.ts'

/** A folder that is ours until `release`; calling it again does nothing. */
export type ClaimedDesk = LoadedPolicy & { readonly dataDir: string; readonly release: () => void }

export type ClaimOptions = { readonly dataDir: string; readonly shell: Channel; readonly clock?: Clock }

/**
 * Makes this process the owner of a desk's folder, made when missing.
 *
 * @throws DeskError `policy-invalid`, `role-required`, `synced-folder`, `desk-in-use`, `database-from-the-future`.
 */
export function claimDesk({ dataDir, shell, clock = () => new Date() }: ClaimOptions): ClaimedDesk {
  const loaded = loadPolicy({ platform: process.platform, env: process.env, readFile: (path) => readFileSync(path, 'utf8') })
  if (shell === 'host' && !loaded.policy.allowBrowserHost)
    throw new DeskError('role-required', 'host', 'the policy forbids the browser: use the window')
  const folder = openDataFolder(dataDir, { allowSynced: loaded.policy.allowSyncedFolder })
  const release = acquireDeskLock(folder, clock)
  try {
    demandKnownVersion(writtenVersion(join(folder, 'desk.sqlite')))
  } catch (error) {
    release()
    throw error
  }
  return { ...loaded, dataDir: folder, release }
}

/** Where SQLite keeps `user_version` in the first page: 4 bytes, big-endian. */
const versionAt = 60

/** The schema's version in a database file that was closed; 0 where there is none. What is still in a journal is seen when it is opened. */
function writtenVersion(path: string): number {
  const head = Buffer.alloc(versionAt + 4)
  try {
    const file = openSync(path, 'r')
    try {
      return readSync(file, head) < head.length || head.toString('latin1', 0, 15) !== 'SQLite format 3' ? 0 : head.readUInt32BE(versionAt)
    } finally {
      closeSync(file)
    }
  } catch {
    return 0
  }
}
