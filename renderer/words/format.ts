// Numbers, dates, sizes and durations in the person's language. It must not know sentences.
import type { Lang } from './book.ts'

const locales = { fr: 'fr-FR', en: 'en-GB' } satisfies Record<Lang, string>
const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }
const shortDay: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' }
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** The calendar day a stored date names, in its own zone: never shifted to the reader's. */
function calendarDay(date: string): Date | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  return found ? new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]))) : null
}

/** French says the first of a month, and only that day, as an ordinal: `1er janvier`. Intl does not. */
function withFirst(lang: Lang, format: Intl.DateTimeFormat): (day: Date) => string {
  return (at) => (lang === 'fr' ? format.format(at).replace(/^1(?=\s)/, '1er') : format.format(at))
}

/** The formats of one language. */
export function makeFormats(lang: Lang) {
  const locale = locales[lang]
  const numbers = new Intl.NumberFormat(locale)
  const days = withFirst(lang, new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' }))
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shortDays = new Intl.DateTimeFormat(locale, { ...shortDay, timeZone: 'UTC' })
  const localShortDays = new Intl.DateTimeFormat(locale, shortDay)
  const localDays = withFirst(lang, new Intl.DateTimeFormat(locale, day))
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  const lists = new Intl.ListFormat(locale)
  const tongues = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  // A newsroom writes 9 h 04: the hour has no zero before it.
  const time = (instant: string | Date) =>
    lang === 'fr' ? clock.format(new Date(instant)).replace(/^0?(\d+):/, '$1\u00a0h\u00a0') : clock.format(new Date(instant))
  const fullMoment = (instant: string) => `${localDays(new Date(instant))}, ${time(instant)}`
  const dated = (format: (day: Date) => string) => (date: string) => {
    const found = calendarDay(date)
    return found ? format(found) : date
  }
  return {
    /** `3 899` */
    number: (value: number) => numbers.format(value),
    /** 0.97 → `97 %` */
    percent: (share: number, digits = 0) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share),
    decimal: (value: number, digits = 1) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    /** An article's date, in its own zone: `14 octobre 2026`. Unreadable dates are shown as they are. */
    date: dated(days),
    /** `14/10/2026` */
    shortDate: dated((at) => shortDays.format(at)),
    /** The month of an article's date, `2026-10` or longer: `octobre 2026`. */
    month: (date: string) => dated((at) => months.format(at))(/^\d{4}-\d{2}$/.test(date) ? `${date}-01` : date),
    /** The day of an instant on this machine: `14/10/2026`. */
    shortDay: (instant: string) => localShortDays.format(new Date(instant)),
    /** An instant as a time of this machine: `10 h 42`. */
    time,
    /** An instant: `10 h 42` today, `14 octobre 2026, 10 h 42` otherwise. */
    moment: (instant: string) => {
      const at = new Date(instant)
      return at.toDateString() === new Date().toDateString() ? time(at) : fullMoment(instant)
    },
    /** An instant with its day, always, for sentences of record: `14 octobre 2026, 9 h 04`. */
    fullMoment,
    list: (values: readonly string[]) => lists.format(values),
    /** `fr` → `français`; an unknown code stays a code. */
    language: (code: string) => {
      try {
        return tongues.of(code) ?? code
      } catch {
        return code
      }
    },
    /** 1 234 567 → `1,2 Mo` */
    bytes: (count: number) => {
      const power = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log10(count) / 3))
      const unit = units[power] ?? 'byte'
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: power === 0 ? 'long' : 'short',
        maximumFractionDigits: 1,
      }).format(count / 1000 ** power)
    },
  }
}

export type Formats = ReturnType<typeof makeFormats>
