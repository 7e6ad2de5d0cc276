// Reads the keys a reader trusts: a list of fingerprints he got by another way than the bundle.
// It must not know bundles or signatures.
import { DeskError } from '../../../shared/domain/error.ts'
import { isHash } from './hash-entry.ts'

function fromJson(value: unknown): string[] {
  const list: unknown = typeof value === 'object' && value !== null && !Array.isArray(value) && 'keys' in value ? value.keys : value
  if (!Array.isArray(list)) throw new DeskError('bad-input', '--trust', 'no list of keys')
  return list.map((item: unknown) => String(typeof item === 'object' && item !== null && 'key' in item ? item.key : item))
}

function fromLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/)[0] ?? '')
}

/**
 * Fingerprints from a keys file: one a line (the rest of the line and `#` comments are for people), or JSON:
 * a list of fingerprints, of `{key}`, or `{keys: [...]}`. Colons and capitals are accepted. `bad-input` names the entry.
 */
export function readTrustedKeys(text: string): string[] {
  let listed: string[]
  if (/^\s*[[{]/.test(text)) {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      throw new DeskError('bad-input', '--trust', 'not JSON')
    }
    listed = fromJson(value)
  } else listed = fromLines(text)
  return listed.map((item, index) => {
    const key = item.replaceAll(':', '').toLowerCase()
    if (!isHash(key)) throw new DeskError('bad-input', '--trust', 'a fingerprint is 64 hex digits', { at: index + 1 })
    return key
  })
}
