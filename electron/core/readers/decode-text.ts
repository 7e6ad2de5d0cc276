// Bytes to text: UTF-8, else windows-1252 where that is plausible, else nothing.
// It must not know where the bytes come from.
import { isUtf8 } from 'node:buffer'

const windows1252 = new TextDecoder('windows-1252')
const unicode = new TextDecoder('utf-8')
/** Bytes that windows-1252 leaves undefined, and controls no text file holds. */
const implausible = /[\u0000-\u0008\u000e-\u001f\u0081\u008d\u008f\u0090\u009d]/
/** What UTF-8 looks like when it is read as windows-1252: the file was UTF-8 and is damaged. */
const mojibake = /â[€‚„†]|Ã[\u0080-\u00bf]|Â[\u0080-\u00bf]|[ÃÂ]$/

/** The text, or null where the bytes are neither. `strict` forbids windows-1252. */
export function decodeText(bytes: Buffer, strict: boolean): string | null {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  if (strict) return null
  const { valid, broken } = countSequences(bytes)
  // More whole UTF-8 sequences than stray bytes: damaged UTF-8, not windows-1252.
  if (valid >= broken) return null
  const text = windows1252.decode(bytes)
  return implausible.test(text) || mojibake.test(text) ? null : text
}

function countSequences(bytes: Buffer): { valid: number; broken: number } {
  let valid = 0
  let broken = 0
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i] ?? 0
    const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    if (length === 1) i += 1
    else if (lead >= 0xc2 && isUtf8(bytes.subarray(i, i + length)) && i + length <= bytes.length) {
      valid += 1
      i += length
    } else {
      broken += 1
      i += 1
    }
  }
  return { valid, broken }
}

/** Decodes whatever it is given, for looking at a file's first bytes only. */
export function decodeLoosely(bytes: Buffer): string {
  return unicode.decode(bytes)
}
