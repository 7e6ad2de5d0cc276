// Finds title, date and section in running text that has no fields: plain text, DOCX, a paste.
// It must not know where the text comes from.

export type Guessed = { title: string; date: string | null; section: string | null; body: string }

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'janvier january jan',
    'fevrier february feb',
    'mars march mar',
    'avril april apr',
    'mai may',
    'juin june jun',
    'juillet july jul',
    'aout august aug',
    'septembre september sep sept',
    'octobre october oct',
    'novembre november nov',
    'decembre december dec',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

/** The text's own title (first line, where it looks like one), section (a kicker above it) and date (near the top). */
export function guessDocument(text: string): Guessed {
  const lines = text.replace(/^\s*\n/, '').split('\n')
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [{ text: line.trim(), index }]))
  const [first, second, third] = filled
  const date =
    filled
      .slice(0, 6)
      .filter((line) => line.text.length <= 120)
      .map((line) => findDate(line.text))
      .find((found) => found !== null) ?? null
  if (first === undefined || second === undefined) return { title: '', date, section: null, body: text }
  const kicker = third !== undefined && isKicker(first.text) && looksLikeTitle(second.text, third.text)
  const title = kicker ? second : looksLikeTitle(first.text, second.text) ? first : null
  if (title === null) return { title: '', date, section: null, body: text }
  const body = lines
    .slice(title.index + 1)
    .join('\n')
    .replace(/^\s*\n/, '')
  return { title: title.text, date, section: kicker ? first.text : null, body }
}

/** A title is short, ends without a full stop and stands above something longer, or at least different. */
function looksLikeTitle(line: string, next: string): boolean {
  return (
    line.length <= 160 &&
    !isDateline(line) &&
    /\p{L}/u.test(line) &&
    !/[.,;:]$/.test(line) &&
    !/^[-*•]\s/.test(line) &&
    !/^https?:/.test(line) &&
    next !== line
  )
}

/** "Publié le 12 mars 2024", "Par Anne Le Gall". */
function isDateline(line: string): boolean {
  return findDate(line) !== null || /^(?:par|by|publié|mis à jour|published|posted|updated)\s/i.test(line)
}

function isKicker(line: string): boolean {
  return line.length <= 30 && line.split(/\s+/).length <= 3 && /^\p{Lu}[\p{L}\s'’-]*$/u.test(line)
}

/** The first whole date of a line as `YYYY-MM-DD`: ISO, `12/03/2024`, `12 mars 2024`, `March 12, 2024`. */
export function findDate(line: string): string | null {
  const flat = line.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const iso = /\b(\d{4})-(\d{2})-(\d{2})/.exec(flat)
  if (iso) return makeDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slashed = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(flat)
  if (slashed) return makeDate(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]))
  const dayFirst = /\b(\d{1,2})(?:er|st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/.exec(flat)
  if (dayFirst && months[dayFirst[2] ?? '']) return makeDate(Number(dayFirst[3]), months[dayFirst[2] ?? ''] ?? 0, Number(dayFirst[1]))
  const monthFirst = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(flat)
  if (monthFirst && months[monthFirst[1] ?? ''])
    return makeDate(Number(monthFirst[3]), months[monthFirst[1] ?? ''] ?? 0, Number(monthFirst[2]))
  return null
}

function makeDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1600 && year <= 2200
  return real ? date.toISOString().slice(0, 10) : null
}
