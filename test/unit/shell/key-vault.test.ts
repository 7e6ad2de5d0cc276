// The wrapped key: sealed by the keychain, never replaced, readable by its owner only.
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWrappedSigner } from '../../../electron/core/ledger/wrapped-signer.ts'
import { keychainVault, keyProtection, type Keychain } from '../../../electron/shell/key-vault.ts'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'marbre-vault-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A keychain that turns text around: enough to see whether it was asked. */
function keychain({ available = true, backend = 'gnome_libsecret' as const, locked = false, old = false } = {}): Keychain & {
  sealed: number
} {
  const turn = (text: string) => text.split('').toReversed().join('')
  return {
    sealed: 0,
    isAsyncEncryptionAvailable: async () => available,
    async encryptStringAsync(text) {
      this.sealed += 1
      return Buffer.from(turn(text))
    },
    decryptStringAsync: async (bytes) => {
      if (locked) throw new Error('locked')
      return { result: turn(bytes.toString()), shouldReEncrypt: old }
    },
    getSelectedStorageBackend: () => backend,
  }
}

const vault = (chain: Keychain, platform: NodeJS.Platform = 'linux') =>
  keychainVault({ keychain: chain, file: join(folder, 'keys', 'key.json'), platform })

test('the key is made once, sealed, and the same after a restart', async () => {
  const chain = keychain()
  const first = await openWrappedSigner(vault(chain))
  const again = await openWrappedSigner(vault(chain))
  expect(again.key).toBe(first.key)
  expect(chain.sealed).toBe(1)
  const stored: { key: string; protection: string } = JSON.parse(await readFile(join(folder, 'keys', 'key.json'), 'utf8'))
  expect(stored.protection).toBe('os-keychain')
  // PKCS8 of an Ed25519 key begins with these bytes
  expect(Buffer.from(stored.key, 'base64').toString('hex').startsWith('302e0201')).toBe(false)
  expect((await stat(join(folder, 'keys', 'key.json'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700)
})

test('a refused or damaged key is an error, never a new key', async () => {
  const first = await openWrappedSigner(vault(keychain()))
  await expect(openWrappedSigner(vault(keychain({ locked: true })))).rejects.toThrow('locked')
  expect((await openWrappedSigner(vault(keychain()))).key).toBe(first.key)
  await writeFile(join(folder, 'keys', 'key.json'), '{"version":1}')
  await expect(openWrappedSigner(vault(keychain()))).rejects.toThrow()
})

test('the keychain may ask to seal again', async () => {
  await openWrappedSigner(vault(keychain()))
  const old = keychain({ old: true })
  await openWrappedSigner(vault(old))
  expect(old.sealed).toBe(1)
})

test('without a keychain, or with the hard-coded one of Linux, the protection says none', async () => {
  expect(await keyProtection({ keychain: keychain({ available: false }), platform: 'win32' })).toBe('none')
  const basic = { ...keychain(), getSelectedStorageBackend: () => 'basic_text' as const }
  expect(await keyProtection({ keychain: basic, platform: 'linux' })).toBe('none')
  expect(await keyProtection({ keychain: keychain(), platform: 'darwin' })).toBe('os-keychain')
  const signer = await openWrappedSigner(vault(basic))
  expect((await openWrappedSigner(vault(basic))).key).toBe(signer.key)
})

test('a folder that cannot be read is an error', async () => {
  await openWrappedSigner(vault(keychain()))
  await chmod(join(folder, 'keys'), 0o000)
  const reading = openWrappedSigner(vault(keychain()))
  if (process.getuid?.() === 0) await expect(reading).resolves.toBeDefined()
  else await expect(reading).rejects.toThrow('EACCES')
  await chmod(join(folder, 'keys'), 0o700)
})
