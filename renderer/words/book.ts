// The two languages behind i18next, and French typography. It must not know any screen.
import { createInstance, type i18n } from 'i18next'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type Lang = 'fr' | 'en'
type Book = typeof fr
type Strip<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K
type Paths<T> = { [K in keyof T & string]: T[K] extends string ? Strip<K> : `${Strip<K>}.${Paths<T[K]>}` }[keyof T & string]
/** `review.validate`: a screen, then its words; plural forms go by their base name. */
export type WordKey = Paths<Book>

interface Section {
  readonly [key: string]: string | Section
}

/** Sets the no-break spaces French wants, so that the sources are typed with plain spaces. */
export function setFrenchSpaces(text: string): string {
  return text
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ (:|»|%|€)/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/(\d) (h|min|Go|Mo|Ko)\b/g, '$1\u00a0$2')
}

/** French counts from a million on have a form of their own (`many`); ours read like `other`. */
function complete(section: Section, set: (text: string) => string): Section {
  const words = Object.entries(section).map(([key, one]) => [key, typeof one === 'string' ? set(one) : complete(one, set)] as const)
  const many = words.filter(([key]) => key.endsWith('_other')).map(([key, one]) => [key.replace(/_other$/, '_many'), one] as const)
  return Object.fromEntries([...many, ...words])
}

function makeBook(): i18n {
  const book = createInstance()
  void book.init({
    lng: 'fr',
    fallbackLng: 'fr',
    // React escapes already.
    interpolation: { escapeValue: false },
    initAsync: false,
    resources: {
      fr: { translation: complete(fr, setFrenchSpaces) },
      en: { translation: complete(en, (text) => text) },
    },
  })
  return book
}

export const book = makeBook()

/** Changes the language of the whole page. */
export function speak(lang: Lang): void {
  document.documentElement.lang = lang
  if (book.language !== lang) void book.changeLanguage(lang)
}
