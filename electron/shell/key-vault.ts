// Keeps the person's wrapped private key in a file, under the operating system's keychain (Electron's safeStorage).
// It must not know what is signed, nor import electron at run time.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SafeStorage } from 'electron'
import { z } from 'zod'
import type { KeyVault } from '../core/ledger/wrapped-signer.ts'

/** `none`: no keychain here (or Linux's hard-coded `basic_text`): the file's 0600 mode is all that protects the key. */
const storedSchema = z.object({ version: z.literal(1), protection: z.enum(['os-keychain', 'none']), key: z.base64() })
export type KeyProtection = z.infer<typeof storedSchema>['protection']

/** What is used of `safeStorage`. */
export type Keychain = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

type VaultOptions = { keychain: Keychain; file: string; platform: NodeJS.Platform }

/**
 * The vault of one file. `load` rejects when the file is damaged or the keychain refuses: a new key is never made in its
 * place, since the ledger's entries name the old one.
 */
export function keychainVault(options: VaultOptions): KeyVault {
  return {
    load: async () => {
      const text = await readIfThere(options.file)
      return text === null ? null : unwrap(options, text)
    },
    store: (pkcs8) => wrap(options, pkcs8.toString('base64')),
  }
}

/** What would protect a key stored now. */
export async function keyProtection({ keychain, platform }: Omit<VaultOptions, 'file'>): Promise<KeyProtection> {
  if (!(await keychain.isAsyncEncryptionAvailable())) return 'none'
  return platform === 'linux' && keychain.getSelectedStorageBackend() === 'basic_text' ? 'none' : 'os-keychain'
}

async function wrap(options: VaultOptions, plain: string): Promise<void> {
  const { keychain, file } = options
  const protection = await keyProtection(options)
  const key = protection === 'none' ? plain : (await keychain.encryptStringAsync(plain)).toString('base64')
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, JSON.stringify({ version: 1, protection, key }), { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
}

async function unwrap(options: VaultOptions, text: string): Promise<Buffer> {
  const stored = storedSchema.parse(JSON.parse(text))
  if (stored.protection === 'none') return Buffer.from(stored.key, 'base64')
  const { result, shouldReEncrypt } = await options.keychain.decryptStringAsync(Buffer.from(stored.key, 'base64'))
  if (shouldReEncrypt) await wrap(options, result)
  return Buffer.from(result, 'base64')
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
