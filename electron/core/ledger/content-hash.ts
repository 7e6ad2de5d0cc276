// Salted hashes stand in the ledger for contents, so contents can be erased and the chain stay whole.
// It must not know tables, entries or why a content is erased.
import { createHash } from 'node:crypto'
import { DeskError } from '../../../shared/domain/error.ts'

/** A content as a purgeable table keeps it: found by its hash, with the 32-byte salt (hex) that the hash needs. */
export type SealedContent = { readonly hash: string; readonly salt: string; readonly content: string }
/** Gives 32 fresh random bytes. */
export type Salts = () => Buffer

/**
 * SHA-256 of the 32 salt bytes followed by the UTF-8 bytes of the content, lower-case hex.
 * The salt's fixed length leaves one way to cut the bytes; a salt nobody keeps makes short contents unguessable.
 */
export function hashContent(saltHex: string, content: string): string {
  if (!/^[0-9a-f]{64}$/.test(saltHex)) throw new DeskError('bad-input', 'salt', 'a salt is 32 bytes in lower-case hex')
  if (!content.isWellFormed()) throw new DeskError('bad-input', 'content', 'a content holds a lone surrogate')
  return createHash('sha256').update(Buffer.from(saltHex, 'hex')).update(content, 'utf8').digest('hex')
}

/** Whether a kept content still is what its hash says. */
export function contentMatches(hash: string, kept: { readonly salt: string; readonly content: string }): boolean {
  try {
    return hashContent(kept.salt, kept.content) === hash
  } catch {
    return false
  }
}

/** Salts and hashes contents by role: `hashes` goes into the entry's body, `rows` into the purgeable table. */
export function sealContents(
  byRole: Readonly<Record<string, string>>,
  salts: Salts,
): { hashes: Record<string, string>; rows: SealedContent[] } {
  const hashes: Record<string, string> = {}
  const rows: SealedContent[] = []
  for (const [role, content] of Object.entries(byRole)) {
    const salt = salts().toString('hex')
    const hash = hashContent(salt, content)
    hashes[role] = hash
    rows.push({ hash, salt, content })
  }
  return { hashes, rows }
}

/** How many hashes one purge entry lists at most: an entry stays readable, a big purge writes several. */
export const hashesPerPurge = 1000

/** The facts of the `contents.purged` entries that cover these erased contents. `reason`: `retention`, `request`… */
export function purgeFacts(hashes: readonly string[], reason: string): { reason: string; count: number; contents: string[] }[] {
  const facts = []
  for (let start = 0; start < hashes.length; start += hashesPerPurge) {
    const part = hashes.slice(start, start + hashesPerPurge)
    facts.push({ reason, count: part.length, contents: part })
  }
  return facts
}
