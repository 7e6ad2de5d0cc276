// Escaping for the text formats. Pure.

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

/** Markdown's own signs, so that a title never becomes markup; one line, so that it never leaves its list item. */
export function escapeMarkdown(text: string): string {
  const line = text.replaceAll(/\s*[\n\r\u2028\u2029]\s*/g, ' ')
  return line
    .replaceAll(/[\\`*_{}[\]<>#|]/g, (sign) => `\\${sign}`)
    .replace(/^[-+~]/, (sign) => `\\${sign}`)
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

/** A CSV field; a leading sign that a spreadsheet would run as a formula is defused (OWASP, CSV injection). */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
