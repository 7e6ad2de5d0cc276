// The one form in which text is stored: NFC, LF line ends, nothing else changed.
// It must not know where text comes from or where it is kept.

/** Unicode NFC and LF line ends. Idempotent; spaces, quotes and case stay as imported. */
export function normalise(text: string): string {
  // Few texts hold one, and looking for it costs a twentieth of the expression.
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return lines.normalize('NFC')
}
