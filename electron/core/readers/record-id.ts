// The id of a record (cli.md, "Ids"): its own, else a hash of what names it elsewhere.
// It must not know formats; an id is never used as a path.
import { createHash } from 'node:crypto'
import { limits } from './source.ts'

const printable = /^[^\p{C}\p{Zl}\p{Zp}]+$/u

/** True for 1–200 printable characters that are not all spaces. */
export function isKeptId(id: string): boolean {
  return id.length <= limits.id * 2 && Array.from(id).length <= limits.id && printable.test(id) && id.trim() !== ''
}

/** `x-` and the first 16 hex digits of the SHA-256. */
export function hashedId(name: string): string {
  return `x-${createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 16)}`
}

/** What may name a record, strongest first. `path` is relative to the import root, with the record's place where the file holds several. */
export type Naming = { own?: string | null; guid?: string | null; url?: string | null; path: string }

/** The record's own id verbatim where it can be kept; else the hash of its GUID (or unkeepable id), canonical URL or path. */
export function recordId({ own, guid, url, path }: Naming): string {
  if (own && isKeptId(own)) return own
  return hashedId(own || guid || canonicalUrl(url) || path)
}

/** A reference to another record (parent, article) by the same rule; null stays null. */
export function referenceId(own: string | null): string | null {
  if (own === null || own === '') return null
  return isKeptId(own) ? own : hashedId(own)
}

/** The URL without its fragment, as the URL standard writes it; null for what is no web address. */
export function canonicalUrl(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null
  const parsed = new URL(url)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null
  parsed.hash = ''
  return parsed.href
}

/** A URL kept with an article: as imported, but never one a page could run (`javascript:`, `data:`, `file:`). */
export function safeUrl(url: string | null): string | null {
  return url !== null && /^[a-z][a-z0-9+.-]*:/i.test(url) && !/^https?:/i.test(url) ? null : url
}
