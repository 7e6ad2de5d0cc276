// The guard's report as a signed file: what left this machine and what tried to, for whoever has to file it.
// It must not know where keys live; signing is handed in.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { DeskError } from '../../../shared/domain/error.ts'
import { egressReportSchema } from '../../../shared/domain/network.ts'
import type { EgressReport } from '../../../shared/domain/network.ts'

/** Signs 64 hex digits, as the ledger's signer does. `key`: fingerprint; `publicKey`: 32 raw bytes, base64. */
export type ReportSigner = {
  readonly key: string
  readonly publicKey: string
  readonly sign: (hashHex: string) => Promise<string> | string
}
/** `signed` is the very text the signature covers (SHA-256, Ed25519), so no rule of re-serialising is needed to check it. */
export type SignedEgressReport = {
  format: 'marbre-egress-report'
  version: 1
  signed: string
  signature: string
  key: string
  publicKey: string
}
/** What the signed text says. `desk`: the desk's id. */
export type EgressStatement = { desk: string; at: string; report: EgressReport }

function hashOf(text: string): string {
  return createHash('sha256').update(`marbre-egress-report\n${text}`, 'utf8').digest('hex')
}

/** The report of `desk` at `at`, signed, as a JSON document. */
export async function signEgressReport(desk: string, report: EgressReport, at: Date, signer: ReportSigner): Promise<SignedEgressReport> {
  const statement: EgressStatement = { desk, at: at.toISOString(), report: egressReportSchema.parse(report) }
  const signed = JSON.stringify(statement)
  const signature = await signer.sign(hashOf(signed))
  return { format: 'marbre-egress-report', version: 1, signed, signature, key: signer.key, publicKey: signer.publicKey }
}

function isSigned(document: Readonly<Record<string, unknown>>): document is SignedEgressReport {
  const texts = ['signed', 'signature', 'key', 'publicKey'].every((name) => typeof document[name] === 'string')
  return texts && document['format'] === 'marbre-egress-report' && document['version'] === 1
}

function isStatement(value: unknown): value is EgressStatement {
  if (typeof value !== 'object' || value === null || !('desk' in value) || !('at' in value) || !('report' in value)) return false
  return typeof value.desk === 'string' && typeof value.at === 'string' && egressReportSchema.safeParse(value.report).success
}

/**
 * What a signed report says, once its signature holds; null when it does not. Whether `key` is to be trusted is the reader's question.
 * Throws `bad-input` for another kind of file.
 */
export function verifyEgressReport(json: string): (EgressStatement & { key: string }) | null {
  let document: unknown
  try {
    document = JSON.parse(json)
  } catch {
    throw new DeskError('bad-input', 'egress report', 'not JSON')
  }
  if (typeof document !== 'object' || document === null) throw new DeskError('bad-input', 'egress report', 'not an egress report')
  const given = { ...document }
  if (!isSigned(given)) throw new DeskError('bad-input', 'egress report', 'not an egress report')
  const raw = Buffer.from(given.publicKey, 'base64')
  if (raw.length !== 32 || createHash('sha256').update(raw).digest('hex') !== given.key) return null
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
  if (!verify(null, Buffer.from(hashOf(given.signed), 'hex'), publicKey, Buffer.from(given.signature, 'base64'))) return null
  const statement: unknown = JSON.parse(given.signed)
  return isStatement(statement) ? { ...statement, key: given.key } : null
}
