// The key of the loopback host and the CLI: a file only its owner may read, in the data folder.
// It must not know the ledger, nor the OS keychain.
import { chmodSync, closeSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DeskError } from '../../../shared/domain/error.ts'
import { hasCode } from './has-code.ts'
import { createKey, signerOf } from './sign.ts'
import type { KeyedSigner } from './sign.ts'

function writeNewKey(folder: string, path: string): void {
  const draft = join(folder, `.${randomBytes(8).toString('hex')}.tmp`)
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, createKey())
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    // A link, not a rename: of two processes that start together one key wins, and no half-written key is ever read.
    linkSync(draft, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function readOwnKey(path: string): Buffer {
  const stat = lstatSync(path)
  if (!stat.isFile()) throw new DeskError('key-locked', 'key', 'the key is not a plain file')
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) chmodSync(path, 0o600)
  return readFileSync(path)
}

/**
 * The signer of `<dataFolder>/keys/<name>.pk8` (PKCS8 DER, mode 0600, folder 0700), made on first use.
 * Throws `key-locked` when the file is there but is no Ed25519 key: a damaged key is never replaced.
 */
export function openFileSigner(dataFolder: string, name = 'desk'): KeyedSigner {
  if (!/^[a-z0-9-]{1,64}$/.test(name)) throw new DeskError('bad-input', 'key', 'a key name is 1-64 lower-case letters, digits, hyphens')
  const folder = join(dataFolder, 'keys')
  const path = join(folder, `${name}.pk8`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    return signerOf(readOwnKey(path))
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
  writeNewKey(folder, path)
  return signerOf(readOwnKey(path))
}
