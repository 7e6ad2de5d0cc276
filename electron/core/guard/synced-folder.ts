// Recognises folders that leave the machine by themselves: synced by a cloud client, on a network share, or roaming.
// It must not know what the folder is for; it runs no program and opens no connection.
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Why a folder is not this machine's alone. */
export type SyncedBy = { readonly kind: 'synced' | 'network' | 'roaming'; readonly by: string }
export type Surroundings = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** The text of /proc/mounts; empty elsewhere than on Linux. */
  readonly mounts: string
}

const syncedNames: readonly (readonly [string, RegExp])[] = [
  ['OneDrive', /^onedrive( ?- ?.*)?$/i],
  ['Dropbox', /^dropbox( \(.*\))?$/i],
  ['Google Drive', /^(google ?drive( .*)?|my drive|mon drive|drivefs|shared drives|drive partagés)$/i],
  ['iCloud', /^(mobile documents|icloud ?drive|com~apple~clouddocs)$/i],
  ['CloudStorage', /^cloudstorage$/i],
  ['Nextcloud', /^(nextcloud|owncloud)\d*$/i],
  ['Syncthing', /^syncthing$/i],
  ['pCloud', /^pcloud ?drive$/i],
  ['Box', /^box( sync)?$/i],
  ['MEGA', /^(mega|megasync)$/i],
  ['kDrive', /^kdrive\d*$/i],
]
const markers: readonly (readonly [string, RegExp])[] = [
  ['Nextcloud', /^(\.(nextcloud|owncloud)sync\.log|\._?sync_[0-9a-f]+\.db)$/],
  ['Dropbox', /^\.dropbox(\.cache)?$/],
  ['Syncthing', /^\.stfolder$/],
  ['Google Drive', /^\.tmp\.drive(down|up)load$/],
  ['kDrive', /^\.parms\.db$/],
]
const networkTypes =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|coda|ncpfs|davfs2?|ceph|glusterfs|lustre|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|onedriver|google-drive-ocamlfuse|s3fs|glusterfs|ceph|smbnetfs|curlftpfs|goofys))$/

function isUnder(path: string, folder: string, platform: NodeJS.Platform): boolean {
  const fold = (text: string): string => (platform === 'linux' ? text : text.toLowerCase()).replaceAll('\\', '/').replace(/\/+$/, '')
  return fold(path) === fold(folder) || fold(path).startsWith(`${fold(folder)}/`)
}

function byName(path: string): SyncedBy | null {
  for (const segment of path.split(/[\\/]/)) {
    const found = syncedNames.find(([, name]) => name.test(segment))
    if (found !== undefined) return { kind: 'synced', by: found[0] }
  }
  return null
}

function byEnvironment(path: string, { platform, env }: Surroundings): SyncedBy | null {
  if (platform !== 'win32') return null
  const roaming = env['APPDATA']
  if (/[\\/]appdata[\\/]roaming([\\/]|$)/i.test(path) || (roaming !== undefined && roaming !== '' && isUnder(path, roaming, platform)))
    return { kind: 'roaming', by: 'AppData' }
  const drives = [env['OneDrive'], env['OneDriveCommercial'], env['OneDriveConsumer']]
  return drives.some((drive) => drive !== undefined && drive !== '' && isUnder(path, drive, platform))
    ? { kind: 'synced', by: 'OneDrive' }
    : null
}

function byMarker(path: string): SyncedBy | null {
  for (let folder = path; ; folder = dirname(folder)) {
    let names: string[] = []
    try {
      names = readdirSync(folder)
    } catch {
      // Not there yet, or not ours to list: nothing to recognise.
    }
    // In a home folder `.dropbox` is the client's own settings, beside the synced folder, not in it.
    const found = markers.find(([by, name]) => names.some((one) => name.test(one) && !(by === 'Dropbox' && names.includes('Dropbox'))))
    if (found !== undefined) return { kind: 'synced', by: found[0] }
    if (dirname(folder) === folder) return null
  }
}

function byMount(path: string, { mounts }: Surroundings): SyncedBy | null {
  let nearest = { point: '', type: '' }
  for (const line of mounts.split('\n')) {
    const [, point = '', type = ''] = line.split(' ')
    // Spaces and tabs in mount points are written as octal escapes (proc(5)).
    const plain = point.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    if (plain !== '' && plain.length >= nearest.point.length && (plain === '/' || isUnder(path, plain, 'linux')))
      nearest = { point: plain, type }
  }
  return networkTypes.test(nearest.type) ? { kind: 'network', by: nearest.type } : null
}

function byShare(path: string, platform: NodeJS.Platform): SyncedBy | null {
  if (platform !== 'win32') return null
  const share = /^[\\/]{2}(?![.?][\\/])/.test(path) || /^[\\/]{2}[.?][\\/]unc[\\/]/i.test(path)
  return share ? { kind: 'network', by: 'UNC' } : null
}

/** What syncs or serves `path` (absolute, links resolved), or null where it is this machine's own. */
export function syncedBy(path: string, around: Surroundings): SyncedBy | null {
  return byShare(path, around.platform) ?? byEnvironment(path, around) ?? byName(path) ?? byMount(path, around) ?? byMarker(path)
}
