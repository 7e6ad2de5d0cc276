// A desk's folder is local, closed to others and writable, or it is refused.
// It must not know how the room does it: only what goes in and what comes out.
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultDataFolder, openDataFolder } from '../../../electron/core/guard/data-folder.ts'
import { syncedBy } from '../../../electron/core/guard/synced-folder.ts'

let root = ''
beforeEach(() => (root = realpathSync(mkdtempSync(join(tmpdir(), 'marbre-data-')))))
afterEach(() => rmSync(root, { recursive: true, force: true }))
const local = { allowSynced: false }
const coded = (code: string, details = {}) => expect.objectContaining({ code, details: expect.objectContaining(details) })

describe('defaultDataFolder', () => {
  it('follows each system', () => {
    expect(defaultDataFolder('linux', {}, '/home/lea')).toBe('/home/lea/.local/share/marbre')
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/data' }, '/home/lea')).toBe('/data/marbre')
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: 'data' }, '/home/lea')).toBe('/home/lea/.local/share/marbre')
    expect(defaultDataFolder('darwin', {}, '/Users/lea')).toBe('/Users/lea/Library/Application Support/Marbre')
    expect(defaultDataFolder('win32', { LOCALAPPDATA: 'C:\\U\\lea\\AppData\\Local' }, 'C:\\U\\lea')).toBe(
      'C:\\U\\lea\\AppData\\Local\\Marbre',
    )
    expect(defaultDataFolder('win32', {}, 'C:\\U\\lea')).toBe('C:\\U\\lea\\AppData\\Local\\Marbre')
  })
})

describe('openDataFolder', () => {
  it('makes a private folder, and closes an empty or own one', () => {
    const path = openDataFolder(join(root, 'a', 'desk'), local)
    expect(path).toBe(join(root, 'a', 'desk'))
    if (process.platform === 'win32') return
    expect(statSync(path).mode & 0o777).toBe(0o700)
    chmodSync(path, 0o755)
    openDataFolder(path, local)
    expect(statSync(path).mode & 0o777).toBe(0o700)
    mkdirSync(join(root, 'theirs'), { mode: 0o755 })
    writeFileSync(join(root, 'theirs', 'notes.txt'), '')
    openDataFolder(join(root, 'theirs'), local)
    expect(statSync(join(root, 'theirs')).mode & 0o777).toBe(0o755)
  })

  it('refuses a synced folder by name, marker or through a link, unless allowed', () => {
    for (const name of ['OneDrive - Le Courrier', 'Dropbox', 'Google Drive', 'Nextcloud', 'Mobile Documents']) {
      expect(() => openDataFolder(join(root, name, 'desk'), local), name).toThrow(coded('synced-folder', { kind: 'synced' }))
    }
    expect(() => statSync(join(root, 'Dropbox'))).toThrow()
    mkdirSync(join(root, 'Dropbox'))
    symlinkSync(join(root, 'Dropbox'), join(root, 'innocent'))
    expect(() => openDataFolder(join(root, 'innocent', 'desk'), local)).toThrow(coded('synced-folder', { by: 'Dropbox' }))
    mkdirSync(join(root, 'cloud', 'deep'), { recursive: true })
    writeFileSync(join(root, 'cloud', '.sync_0a1b2c3d.db'), '')
    expect(() => openDataFolder(join(root, 'cloud', 'deep', 'desk'), local)).toThrow(coded('synced-folder', { by: 'Nextcloud' }))
    expect(openDataFolder(join(root, 'Dropbox', 'desk'), { allowSynced: true })).toBe(join(root, 'Dropbox', 'desk'))
  })

  it('refuses a network mount, by its type and not its name', () => {
    const mounts = `/dev/sda1 / ext4 rw 0 0\nnas:/vol ${root}/my\\040nas nfs4 rw 0 0\n/dev/sdb1 ${root}/my\\040nas/local ext4 rw 0 0\n`
    const around = { platform: 'linux', env: {}, mounts } as const
    expect(() => openDataFolder(join(root, 'my nas', 'desk'), { ...local, around })).toThrow(
      coded('synced-folder', { kind: 'network', by: 'nfs4' }),
    )
    expect(openDataFolder(join(root, 'my nas', 'local', 'desk'), { ...local, around })).toContain('local')
    expect(openDataFolder(join(root, 'my nas2'), { ...local, around })).toContain('nas2')
  })

  it('refuses a file, and a folder under a file', () => {
    writeFileSync(join(root, 'file'), '')
    expect(() => openDataFolder(join(root, 'file'), local)).toThrow(coded('bad-input'))
    expect(() => openDataFolder(join(root, 'file', 'desk'), local)).toThrow(coded('bad-input'))
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('refuses a folder it cannot write', () => {
    mkdirSync(join(root, 'closed'), { mode: 0o500 })
    expect(() => openDataFolder(join(root, 'closed', 'desk'), local)).toThrow(coded('bad-input'))
  })
})

describe('syncedBy, on Windows and macOS', () => {
  const windows = {
    platform: 'win32',
    env: { APPDATA: 'C:\\Users\\lea\\AppData\\Roaming', OneDrive: 'D:\\Documents LC' },
    mounts: '',
  } as const
  it.each([
    ['C:\\Users\\lea\\AppData\\Roaming\\Marbre', 'roaming'],
    ['D:\\documents lc\\Marbre', 'synced'],
    ['\\\\srv\\share\\Marbre', 'network'],
    ['//srv/share/Marbre', 'network'],
    ['\\\\?\\UNC\\srv\\share', 'network'],
    ['\\\\?\\C:\\Marbre', undefined],
    ['C:\\Users\\lea\\AppData\\Local\\Marbre', undefined],
    ['D:\\Documents LC2\\Marbre', undefined],
  ])('%s', (path, kind) => {
    expect(syncedBy(path, windows)?.kind).toBe(kind)
  })
  it('iCloud and CloudStorage', () => {
    const mac = { platform: 'darwin', env: {}, mounts: '' } as const
    expect(syncedBy('/Users/lea/Library/Mobile Documents/com~apple~CloudDocs/x', mac)?.by).toBe('iCloud')
    expect(syncedBy('/Users/lea/Library/CloudStorage/OneDrive-LC/x', mac)?.kind).toBe('synced')
    expect(syncedBy('/Users/lea/Library/Application Support/Marbre', mac)).toBeNull()
  })
  it('never lets a policy allow the roaming folder', () => {
    expect(() => openDataFolder('C:\\Users\\lea\\AppData\\Roaming\\Marbre', { allowSynced: true, around: windows })).toThrow(
      coded('synced-folder', { kind: 'roaming' }),
    )
  })
})
