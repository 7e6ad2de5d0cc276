// Reads a date as people type it, in French or English: a day, a month or a year. Pure; it must not know fields.

/** First and last day meant, `YYYY-MM-DD`. A day is its own first and last. */
export interface Span {
  readonly from: string
  readonly to: string
}

const months: readonly (readonly string[])[] = [
  ['janvier', 'january', 'janv', 'jan'],
  ['fevrier', 'february', 'fevr', 'fev', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'april', 'avr', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'july', 'juil', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'september', 'sept', 'sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
]

/** Lower case, without accents, dots or doubled spaces; `1er` and `1st` are 1. */
function simplify(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(\d)(er|st|nd|rd|th)\b/g, '$1')
    .replace(/([a-z])\./g, '$1')
    .replace(/[\s\u00a0\u202f,]+/g, ' ')
    .trim()
}

function monthOf(word: string): number | null {
  const index = months.findIndex((names) => names.includes(word))
  return index < 0 ? null : index + 1
}

/** `24` is 2024, `98` is 1998: a newsroom's archive reaches back further than forward. */
function fullYear(text: string): number {
  const year = Number(text)
  return text.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year
}

const two = (value: number) => String(value).padStart(2, '0')

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function ofYear(year: number): Span | null {
  return year >= 1000 && year <= 9999 ? { from: isoDay(year, 1, 1), to: isoDay(year, 12, 31) } : null
}

function ofMonth(year: number, month: number | null): Span | null {
  if (month === null || month < 1 || month > 12 || ofYear(year) === null) return null
  return { from: isoDay(year, month, 1), to: isoDay(year, month, lastDay(year, month)) }
}

function ofDay(year: number, month: number | null, day: number): Span | null {
  if (month === null || ofMonth(year, month) === null || day < 1 || day > lastDay(year, month)) return null
  const iso = isoDay(year, month, day)
  return { from: iso, to: iso }
}

/** Each form people type, and what its parts mean. Numbers are day, month, year, as in both languages here. */
const forms: readonly (readonly [RegExp, (parts: readonly string[]) => Span | null])[] = [
  [/^(\d{4})$/, ([year = '']) => ofYear(Number(year))],
  [/^(\d{4})[-/.](\d{1,2})$/, ([year = '', month = '']) => ofMonth(Number(year), Number(month))],
  [/^(\d{1,2})[-/. ](\d{4})$/, ([month = '', year = '']) => ofMonth(Number(year), Number(month))],
  [/^([a-z]+) ?(\d{4})$/, ([word = '', year = '']) => ofMonth(Number(year), monthOf(word))],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t.*)?$/, ([year = '', month = '', day = '']) => ofDay(Number(year), Number(month), Number(day))],
  [
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/,
    ([day = '', month = '', year = '']) => ofDay(fullYear(year), Number(month), Number(day)),
  ],
  [/^(\d{2})(\d{2})(\d{4})$/, ([day = '', month = '', year = '']) => ofDay(Number(year), Number(month), Number(day))],
  [/^(\d{1,2}) ?([a-z]+) ?(\d{4})$/, ([day = '', word = '', year = '']) => ofDay(Number(year), monthOf(word), Number(day))],
  [/^([a-z]+) (\d{1,2}) (\d{4})$/, ([word = '', day = '', year = '']) => ofDay(Number(year), monthOf(word), Number(day))],
]

/**
 * `2024`, `mars 2024`, `03/2024`, `5/3/24`, `05.03.2024`, `1er mars 2024`, `2024-03-05`: the days meant.
 *
 * @returns null when it is no date, or one no calendar has.
 */
export function parseDates(text: string): Span | null {
  const simple = simplify(text)
  for (const [form, read] of forms) {
    const found = form.exec(simple)
    if (found) return read(found.slice(1))
  }
  return null
}

/** `2024-03-05` (or an instant that begins so) as `05/03/2024`; anything else as it is. */
export function showDay(iso: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  return found ? `${found[3]}/${found[2]}/${found[1]}` : iso
}
