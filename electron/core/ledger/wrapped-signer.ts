// The key of the app: kept by a vault (Electron's safeStorage, in main), unwrapped only to sign.
// It must not know Electron, nor how the vault protects what it keeps.
import { createKey, signerOf } from './sign.ts'
import type { KeyedSigner } from './sign.ts'

/** Where a wrapped private key lives. `load` gives the PKCS8 DER bytes, null where none was stored yet. */
export type KeyVault = { readonly load: () => Promise<Buffer | null>; readonly store: (pkcs8: Buffer) => Promise<void> }

/** The signer of the vault's key, made and stored on first use. It stays in the process that holds the vault. */
export async function openWrappedSigner(vault: KeyVault): Promise<KeyedSigner> {
  const stored = await vault.load()
  if (stored !== null) return signerOf(stored)
  const fresh = createKey()
  await vault.store(fresh)
  return signerOf(fresh)
}
