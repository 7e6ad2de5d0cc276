// How a component speaks: words, numbers, dates, errors, in the current language.
// It must not know any screen.
import { useMemo, useSyncExternalStore } from 'react'
import type { DeskError } from '../../shared/domain/error.ts'
import { book, type Lang, type WordKey } from './book.ts'
import { makeFormats, type Formats } from './format.ts'

export type Parameters = Readonly<Record<string, string | number>>

export interface Words extends Formats {
  readonly lang: Lang
  /** The words for a key: `t('common.articles', { count: 12 })`. */
  readonly t: (key: WordKey, parameters?: Parameters) => string
  /** The words for a key made at run time (`flag.${code}`); `otherwise` when the list lacks it. */
  readonly maybe: (key: string, otherwise: string, parameters?: Parameters) => string
  /** What happened, what was kept, what to do. */
  readonly error: (error: DeskError) => string
  /** `encore 3 minutes` */
  readonly timeLeft: (seconds: number) => string
  /** What is heard of long work: each quarter of it, not every step. Empty before the first. */
  readonly spoken: (what: string, done: number, total: number) => string
}

const formats: Record<Lang, Formats> = { fr: makeFormats('fr'), en: makeFormats('en') }

function knownWhat(what: string): string {
  return what.length > 60 ? `${what.slice(0, 60)}…` : what
}

/** More sentences than a screen shows at once; then the memory starts anew. */
const mostRemembered = 4_000

/** The same words asked again are not composed again: a list of a hundred rows asks hundreds of times at each change. */
function remembering(speak: (key: WordKey, parameters: Parameters) => string): Words['t'] {
  const said = new Map<string, string>()
  return (key, parameters) => {
    const name = parameters === undefined ? key : `${key} ${JSON.stringify(parameters)}`
    const before = said.get(name)
    if (before !== undefined) return before
    const now = speak(key, parameters ?? {})
    if (said.size >= mostRemembered) said.clear()
    said.set(name, now)
    return now
  }
}

function makeWords(lang: Lang): Words {
  const speak = book.getFixedT(lang)
  const t = remembering((key: WordKey, parameters: Parameters) => speak(key, { ...parameters }))
  const maybe = (key: string, otherwise: string, parameters: Parameters = {}) =>
    book.exists(key, { lng: lang }) ? speak(key, { ...parameters }) : otherwise
  return {
    ...formats[lang],
    lang,
    t,
    maybe,
    error: (error) => {
      if (error.code === 'internal' && error.what === 'connection') return t('error.connection')
      const details = Object.entries(error.details).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]]))
      return t(`error.${error.code}`, { ...Object.fromEntries(details), what: knownWhat(error.what) })
    },
    timeLeft: (seconds) => {
      if (seconds < 90) return t('common.secondsLeft', { count: Math.max(1, Math.round(seconds)) })
      if (seconds < 5400) return t('common.minutesLeft', { count: Math.round(seconds / 60) })
      return t('common.hoursLeft', { count: Math.round(seconds / 3600) })
    },
    spoken: (what, done, total) => {
      const quarters = total > 0 ? Math.min(4, Math.floor((4 * done) / total)) : 0
      return quarters === 0 ? '' : t('common.progressSpoken', { what, percent: formats[lang].percent(quarters / 4) })
    },
  }
}

const words: Record<Lang, Words> = { fr: makeWords('fr'), en: makeWords('en') }

function watchLanguage(listener: () => void): () => void {
  book.on('languageChanged', listener)
  return () => book.off('languageChanged', listener)
}

function currentLang(): Lang {
  return book.language === 'en' ? 'en' : 'fr'
}

/** The words of the current language; re-renders when it changes. */
export function useWords(): Words {
  const lang = useSyncExternalStore(watchLanguage, currentLang)
  return useMemo(() => words[lang], [lang])
}

/** Outside a component (a toast after a call). */
export function wordsNow(): Words {
  return words[currentLang()]
}
