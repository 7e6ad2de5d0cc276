// The signer of a desk whose key this process cannot reach (a CLI beside an OS-protected key).
// It must not know any private key.
import { DeskError } from '../../../shared/domain/error.ts'
import type { SyncSigner } from './sign.ts'

/** A signer that names its key and refuses to sign with `key-locked`. */
export function lockedSigner(key: string): SyncSigner {
  return {
    key,
    sign: () => {
      throw new DeskError('key-locked', 'key', 'the key is held by the operating system; sign off in the app')
    },
  }
}
