// A packet or readings sealed with a key of nobody’s, far along in a chain that does not exist: what anybody can make.
import { packetFormat, readingsFormat, type ReadingsContent, type SealedPacket } from '../../../shared/domain/packet.ts'
import { appendEntrySync } from '../../../electron/core/ledger/append-entry.ts'
import { createKey, signerOf } from '../../../electron/core/ledger/sign.ts'
import { packetDigest } from '../../../electron/core/services/read-packet.ts'
import { parts } from '../ledger/make-chain.ts'

export function forge(content: ReadingsContent | SealedPacket['content']): { text: string; signer: string } {
  const signer = signerOf(createKey())
  const facts = { digest: packetDigest(content) }
  const said = parts(9001, { desk: content.desk, act: 'packet.sealed', person: 'machine', facts })
  const entry = appendEntrySync({ count: 9000, head: 'a'.repeat(64) }, said, signer)
  const seal = { entry, keys: [{ key: signer.key, publicKey: signer.publicKey }], checkpoint: null }
  const [format, version] = 'readings' in content ? [readingsFormat, 1] : [packetFormat, 2]
  return { text: JSON.stringify({ format, version, content, seal }), signer: signer.key }
}
