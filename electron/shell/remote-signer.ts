// The signer inside the core's process: asks main, which holds the key, for each signature.
// It must not know any private key.
import { DeskError } from '../../shared/domain/error.ts'
import type { ToMain } from './core-messages.ts'

export type RemoteSigner = {
  /** Fingerprint of the key. */
  key: string
  publicKey: string
  sign(hashHex: string): Promise<string>
  /** Main's answer to one request; null: the key cannot be used. */
  answered(id: number, signature: string | null): void
}

/** `ask` posts to main. A refused signature rejects with `key-locked`, and the decision is not written. */
export function remoteSigner(identity: { key: string; publicKey: string }, ask: (message: ToMain) => void): RemoteSigner {
  const waiting = new Map<number, (signature: string | null) => void>()
  let last = 0
  return {
    key: identity.key,
    publicKey: identity.publicKey,
    sign: async (hash) => {
      const id = ++last
      const signature = await new Promise<string | null>((resolve) => {
        waiting.set(id, resolve)
        ask({ type: 'sign', id, hash })
      })
      if (signature === null) throw new DeskError('key-locked', 'key', 'the operating system did not unlock the key')
      return signature
    },
    answered: (id, signature) => {
      waiting.get(id)?.(signature)
      waiting.delete(id)
    },
  }
}
