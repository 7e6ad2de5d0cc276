// How a printed document speaks: its words filled in, numbers, shares, days, and French no-break spaces. Pure.
// It must not know which document.

export type Lang = 'fr' | 'en'
/** A person's name by id; an id nobody knows stays an id. */
export type Names = (person: string) => string
type Book = { readonly [key: string]: string | readonly string[] | Book }

const locales = { fr: 'fr-FR', en: 'en-GB' } as const

function setSpaces(text: string): string {
  return text
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ (:|»|%)/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
}

/** The same words with the no-break spaces French wants, so that they are typed with plain ones. */
export function withFrenchSpaces<T extends Book>(book: T): T {
  return mapped(book) as T
}

function mapped(book: Book): Book {
  return Object.fromEntries(
    Object.entries(book).map(([key, one]) => {
      if (typeof one === 'string') return [key, setSpaces(one)]
      return [key, Array.isArray(one) ? one.map((text: string) => setSpaces(text)) : mapped(one as Book)]
    }),
  )
}

/** `{name}` becomes its value; a name nothing is given for stays. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

export function number(value: number, lang: Lang): string {
  return new Intl.NumberFormat(locales[lang]).format(value)
}

/** `[one, many]` with the number filled in; French counts 0 as one. */
export function counted([one, many]: readonly [string, string], value: number, lang: Lang): string {
  const single = lang === 'fr' ? value < 2 : value === 1
  return fill(single ? one : many, { n: number(value, lang) })
}

export function percent(value: number | null, lang: Lang, digits = 1): string {
  return value === null ? '–' : new Intl.NumberFormat(locales[lang], { style: 'percent', maximumFractionDigits: digits }).format(value)
}

/** A number with so many decimals, the sign as it is printed. */
export function decimal(value: number, lang: Lang, digits: number): string {
  const format = new Intl.NumberFormat(locales[lang], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  })
  return format.format(value).replace('-', '\u2212')
}

/** `14 octobre 2026`; what is no date is said as it is written. */
export function day(iso: string, lang: Lang): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(locales[lang], { dateStyle: 'long' }).format(date)
}
