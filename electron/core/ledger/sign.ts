// Ed25519 signatures of hashes, and the fingerprints that name keys.
// It must not know where a private key lives, nor what was signed.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { DeskError } from '../../../shared/domain/error.ts'

/** Signs hashes with one person's key. `key` is its fingerprint; `sign` takes 64 hex digits, gives a base64 signature. */
export type Signer = { readonly key: string; readonly sign: (hashHex: string) => Promise<string> | string }
/** A signer that answers at once, so an entry can be signed inside the transaction that reads the head. */
export type SyncSigner = { readonly key: string; readonly sign: (hashHex: string) => string }
/** A signer whose public half is at hand, for registering it. `publicKey`: the 32 raw bytes, base64. */
export type KeyedSigner = SyncSigner & { readonly publicKey: string }

/** A public key the desk, or the reader of a bundle, knows. `person`: whose it is, null for the desk's own. */
export type KnownKey = { readonly key: string; readonly publicKey: string; readonly person: string | null }

/** Bytes of a base64 text, or null where the text is not the one canonical spelling of its bytes. */
export function exactBase64(text: string, bytes: number): Buffer | null {
  const decoded = Buffer.from(text, 'base64')
  return decoded.length === bytes && decoded.toString('base64') === text ? decoded : null
}

/** SHA-256 of the 32 raw bytes of a public key, lower-case hex. */
export function keyFingerprint(raw: Buffer): string {
  return createHash('sha256').update(raw).digest('hex')
}

function rawPublicKey(key: KeyObject): Buffer {
  const { x } = key.export({ format: 'jwk' })
  if (x === undefined) throw new DeskError('internal', 'key', 'not an Ed25519 key')
  return Buffer.from(x, 'base64url')
}

/** A fresh Ed25519 private key, PKCS8 DER: what key files and vaults keep. */
export function createKey(): Buffer {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' })
}

/** The signer of a PKCS8 DER private key. Throws `key-locked` when the bytes are no Ed25519 key. */
export function signerOf(pkcs8: Buffer): KeyedSigner {
  let privateKey: KeyObject
  try {
    privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  } catch {
    throw new DeskError('key-locked', 'key', 'the key cannot be read')
  }
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new DeskError('key-locked', 'key', 'not an Ed25519 key')
  const raw = rawPublicKey(createPublicKey(privateKey))
  return {
    key: keyFingerprint(raw),
    publicKey: raw.toString('base64'),
    sign: (hashHex) => sign(null, Buffer.from(hashHex, 'hex'), privateKey).toString('base64'),
  }
}

/** Checks signatures against known keys. Keys whose public half does not match their fingerprint are left out. */
export type KeyRing = {
  readonly knows: (key: string) => boolean
  readonly personOf: (key: string) => string | null
  readonly verifies: (key: string, hashHex: string, signature: string) => boolean
}

/** A ring of known keys; parsing each key once makes verifying a long chain about twice as fast. */
export function keyRing(keys: readonly KnownKey[]): KeyRing {
  const ring = new Map<string, { publicKey: KeyObject; person: string | null }>()
  for (const known of keys) {
    const raw = exactBase64(known.publicKey, 32)
    if (raw === null || keyFingerprint(raw) !== known.key) continue
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }
    ring.set(known.key, { publicKey: createPublicKey({ key: jwk, format: 'jwk' }), person: known.person })
  }
  return {
    knows: (key) => ring.has(key),
    personOf: (key) => ring.get(key)?.person ?? null,
    verifies: (key, hashHex, signature) => {
      const publicKey = ring.get(key)?.publicKey
      const bytes = exactBase64(signature, 64)
      return publicKey !== undefined && bytes !== null && verify(null, Buffer.from(hashHex, 'hex'), publicKey, bytes)
    },
  }
}
