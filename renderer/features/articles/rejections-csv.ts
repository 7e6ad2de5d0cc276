// The report of what an import skipped, as a file or for the clipboard. Pure; it must not know the screen.

/** A cell a spreadsheet would run as a formula is told to be text. */
function plain(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

/** Rows as CSV: semicolons as French spreadsheets want, every cell quoted, a mark that says UTF-8. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((cell) => `"${plain(cell).replaceAll('"', '""')}"`).join(';'))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

/** Rows for the clipboard: pasted into a spreadsheet they fall into columns. */
export function toTabs(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => plain(cell).replaceAll(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
}
