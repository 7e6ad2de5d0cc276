// Finds dates and hours in a sentence, in French or English, and places them on the calendar.
// It must not compare: dates.ts does.
import { foldToken } from '../tokens.ts'
import { MONTHS, WEEKDAYS, addDays, dayOf, makeDay } from './calendar.ts'
import type { PartialDay } from './calendar.ts'

/** `readings` are the days it may mean (a weekday: the last or the next one); hours are minutes after midnight. */
export type DateMention = {
  readonly kind: 'day' | 'hour'
  readonly start: number
  readonly end: number
  readonly text: string
  readonly readings: readonly PartialDay[]
  /** What the words themselves say, without the article's date; null for weekdays and relative days. */
  readonly said: PartialDay | null
  readonly minutes: number | null
}
type Found = { kind: 'day' | 'hour'; readings: PartialDay[]; said: PartialDay | null; minutes: number | null }
type Parts = { weekday?: number | undefined; day?: number | undefined; month?: number | undefined; year?: number | undefined }
type Rule = { pattern: RegExp; read: (match: RegExpMatchArray, today: Required<PartialDay> | null, lang: 'fr' | 'en') => Found | null }

const B = '(?<![\\p{L}\\p{N}])'
const E = '(?![\\p{L}\\p{N}])'
const MONTH = {
  fr: MONTHS.fr.join('|').replace('é', '[ée]') + '|fevrier|aout|decembre',
  en: MONTHS.en.join('|') + '|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec',
}
const WEEKDAY = { fr: WEEKDAYS.fr.join('|'), en: WEEKDAYS.en.join('|') }

const monthOf = (word: string | undefined, lang: 'fr' | 'en'): number | undefined => {
  const folded = foldToken(word ?? '')
  const at = MONTHS[lang].findIndex(
    (month) => foldToken(month) === folded || (lang === 'en' && folded.length >= 3 && month.startsWith(folded)),
  )
  return at < 0 ? undefined : at + 1
}
const weekdayOf = (word: string | undefined, lang: 'fr' | 'en'): number | undefined => {
  const at = WEEKDAYS[lang].indexOf((word ?? '').toLowerCase())
  return at < 0 ? undefined : at
}

/** A day without its year is the nearest one to the article's date. */
function placed(parts: Parts, today: Required<PartialDay> | null): PartialDay {
  const { day, month } = parts
  let { year } = parts
  if (year === undefined && month !== undefined && today) {
    const gap = month - today.month
    year = gap > 6 ? today.year - 1 : gap < -6 ? today.year + 1 : today.year
  }
  if (year !== undefined && month !== undefined && day !== undefined) return makeDay(year, month, day)
  const open = { year, month, day, weekday: parts.weekday }
  return Object.fromEntries(Object.entries(open).filter(([, value]) => value !== undefined))
}
const day = (...readings: PartialDay[]): Found => ({ kind: 'day', readings, said: null, minutes: null })
const absolute = (parts: Parts, today: Required<PartialDay> | null): Found => ({ ...day(placed(parts, today)), said: placed(parts, null) })
const hour = (minutes: number): Found => ({ kind: 'hour', readings: [], said: null, minutes })
const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number.parseInt(text, 10) || 1)

const RULES: Readonly<Record<'fr' | 'en', readonly Rule[]>> = {
  fr: [
    {
      pattern: new RegExp(`${B}(?:(${WEEKDAY.fr})\\s+)?(\\d{1,2}|1\\s?er|premier)\\s+(${MONTH.fr})(?:\\s+(\\d{4}))?${E}`, 'giu'),
      read: (m, today, lang) =>
        absolute({ weekday: weekdayOf(m[1], lang), day: number(m[2]), month: monthOf(m[3], lang), year: number(m[4]) }, today),
    },
    {
      // "du 17 au 18 janvier": the first day borrows the month of the second.
      pattern: new RegExp(`${B}(\\d{1,2}|1er)(?=\\s+(?:au|et|ou|à)\\s+\\d{1,2}\\s+(${MONTH.fr})(?:\\s+(\\d{4}))?${E})`, 'giu'),
      read: (m, today, lang) => absolute({ day: number(m[1]), month: monthOf(m[2], lang), year: number(m[3]) }, today),
    },
    {
      pattern: /(?<![\d/])(\d{1,2})(?=\s+(?:au|et|ou|à)\s+\d{1,2}\/(\d{1,2})\/(\d{4})(?!\d))/gu,
      read: (m) => absolute({ day: number(m[1]), month: number(m[2]), year: number(m[3]) }, null),
    },
    {
      pattern: new RegExp(`${B}(${MONTH.fr})(?:\\s+(\\d{4}))?${E}`, 'giu'),
      read: (m, today, lang) => absolute({ month: monthOf(m[1], lang), year: number(m[2]) }, today),
    },
    {
      pattern: new RegExp(`${B}(\\d{1,2})\\s?h(?:eures?)?\\s?(\\d{2})?${E}`, 'giu'),
      read: (m) => (/heures?/iu.test(m[0]) && m[2] === undefined ? null : hour(Number(m[1]) * 60 + Number(m[2] ?? 0))),
    },
    {
      pattern: new RegExp(`(?<=\\bà\\s)(\\d{1,2})\\s?heures?(?:\\s(\\d{2}))?${E}`, 'giu'),
      read: (m) => hour(Number(m[1]) * 60 + Number(m[2] ?? 0)),
    },
    {
      pattern: new RegExp(`${B}(?:(?:à|vers|jusqu'à) )(midi|minuit)${E}`, 'giu'),
      read: (m) => hour(m[1]?.toLowerCase() === 'midi' ? 720 : 0),
    },
  ],
  en: [
    {
      pattern: new RegExp(`${B}(?:(${WEEKDAY.en}),?\\s+)?(${MONTH.en})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?${E}`, 'giu'),
      read: (m, today, lang) =>
        absolute({ weekday: weekdayOf(m[1], lang), day: number(m[3]), month: monthOf(m[2], lang), year: number(m[4]) }, today),
    },
    {
      pattern: new RegExp(
        `${B}(?:(${WEEKDAY.en}),?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH.en})\\.?(?:,?\\s+(\\d{4}))?${E}`,
        'giu',
      ),
      read: (m, today, lang) =>
        absolute({ weekday: weekdayOf(m[1], lang), day: number(m[2]), month: monthOf(m[3], lang), year: number(m[4]) }, today),
    },
    {
      pattern: new RegExp(`${B}(${MONTH.en})\\.?,?\\s+(\\d{4})${E}`, 'giu'),
      read: (m, today, lang) => absolute({ month: monthOf(m[1], lang), year: number(m[2]) }, today),
    },
    {
      pattern: new RegExp(`${B}(January|February|April|June|July|September|October|November|December)${E}`, 'gu'),
      read: (m, today, lang) => absolute({ month: monthOf(m[1], lang) }, today),
    },
    {
      // "may" and "march" are words too: a month alone has its capital.
      pattern: new RegExp(
        `(?<=\\b(?:in|last|next|since|until|by|of|from|to|early|late|mid|this|through|and|between|before|after|for|on|during|every|each|late|mid|In|Last|Next|Since|Until|By|Of|From|To|Early|Late|Mid|This|Through|And|Between|Before|After|For|On|During|Every|Each)[\\s-])(${MONTHS.en.map((m) => (m[0] ?? '').toUpperCase() + m.slice(1)).join('|')})${E}`,
        'gu',
      ),
      read: (m, today, lang) => absolute({ month: monthOf(m[1], lang) }, today),
    },
    {
      pattern: new RegExp(`${B}(\\d{1,2})(?:[:.](\\d{2}))?\\s?([ap])\\.?m${E}\\.?`, 'giu'),
      read: (m) => hour(((Number(m[1]) % 12) + (m[3]?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(m[2] ?? 0)),
    },
    { pattern: new RegExp(`${B}(noon|midnight)${E}`, 'giu'), read: (m) => hour(m[1]?.toLowerCase() === 'noon' ? 720 : 0) },
  ],
}
const SHARED: readonly Rule[] = [
  {
    pattern: /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu,
    read: (m) => absolute({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }, null),
  },
  {
    pattern: new RegExp(`(?:${B}(?:${WEEKDAY.fr}|${WEEKDAY.en}),?\\s+)?(?<![\\d/])(\\d{1,2})\\/(\\d{1,2})\\/(\\d{4})(?![\\d/])`, 'giu'),
    read: (m, _today, lang) =>
      absolute({ year: Number(m[3]), month: Number(m[lang === 'fr' ? 2 : 1]), day: Number(m[lang === 'fr' ? 1 : 2]) }, null),
  },
  { pattern: /(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])/gu, read: (m) => hour(Number(m[1]) * 60 + Number(m[2])) },
]
// A bare four-figure number is a year, unless a counted noun or a unit follows.
const YEAR: Rule = {
  pattern:
    /(?<![\p{L}\p{N}.,/-])((?:1[6-9]|20)\d{2})(?:s(?!\p{L}))?(?![\p{N}/%€$]|[.,]\d|\s?(?:€|%|euros?|dollars?|personnes?|habitants?|people|km|m²|mètres|kg|tonnes|places|emplois|jobs|millions?|milliards?)(?!\p{L}))/gu,
  read: (m) => absolute({ year: Number(m[1]) }, null),
}
const RELATIVE: Readonly<Record<'fr' | 'en', readonly [string, (today: Required<PartialDay>) => PartialDay[]][]>> = {
  fr: [
    ['avant-hier', (t) => [addDays(t, -2)]],
    ['hier', (t) => [addDays(t, -1)]],
    ["aujourd['’]hui|ce (?:matin|soir|midi)|cet après-midi|cette nuit", (t) => [t]],
    ['après-demain', (t) => [addDays(t, 2)]],
    ['demain', (t) => [addDays(t, 1)]],
    ["(?:l['’]an|l['’]année) derni(?:er|ère)|l['’]année passée", (t) => [{ year: t.year - 1 }]],
    ["(?:l['’]an|l['’]année) prochaine?", (t) => [{ year: t.year + 1 }]],
    ['cette année', (t) => [{ year: t.year }]],
    ['le mois dernier', (t) => [monthFrom(t, -1)]],
    ['le mois prochain', (t) => [monthFrom(t, 1)]],
    ['ce mois-ci', (t) => [monthFrom(t, 0)]],
    ['(?:la semaine|le week-end|le weekend) (?:dernière?|passée?)|dernier week-end', (t) => weekFrom(t, -1)],
    ['(?:la semaine|le week-end|le weekend) (?:prochaine?|suivante?)', (t) => weekFrom(t, 1)],
    ['cette semaine|ce week-end|ce weekend', (t) => weekFrom(t, 0)],
  ],
  en: [
    ['yesterday', (t) => [addDays(t, -1)]],
    ['today|tonight|this (?:morning|afternoon|evening)', (t) => [t]],
    ['tomorrow', (t) => [addDays(t, 1)]],
    ['last year', (t) => [{ year: t.year - 1 }]],
    ['next year', (t) => [{ year: t.year + 1 }]],
    ['this year', (t) => [{ year: t.year }]],
    ['last month', (t) => [monthFrom(t, -1)]],
    ['next month', (t) => [monthFrom(t, 1)]],
    ['this month', (t) => [monthFrom(t, 0)]],
    ['last week(?:end)?', (t) => weekFrom(t, -1)],
    ['next week(?:end)?', (t) => weekFrom(t, 1)],
    ['this week(?:end)?', (t) => weekFrom(t, 0)],
  ],
}
/** The seven days of this week (0), the last (-1) or the next (1), from Monday. */
function weekFrom(today: Required<PartialDay>, weeks: number): PartialDay[] {
  const monday = -((today.weekday + 6) % 7) + 7 * weeks
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(today, monday + days))
}
function monthFrom(today: Required<PartialDay>, months: number): PartialDay {
  const { year, month } = makeDay(today.year, today.month + months, 1)
  return { year, month }
}
const RELATIVE_RULES = {
  fr: RELATIVE.fr.map(([words, days]) => relativeRule(words, days)),
  en: RELATIVE.en.map(([words, days]) => relativeRule(words, days)),
}
function relativeRule(words: string, days: (today: Required<PartialDay>) => PartialDay[]): Rule {
  return { pattern: new RegExp(`${B}(?:${words})${E}`, 'giu'), read: (_m, today) => (today ? day(...days(today)) : day({})) }
}
const WEEKDAY_RULES: Readonly<Record<'fr' | 'en', Rule>> = {
  fr: { pattern: new RegExp(`${B}(${WEEKDAY.fr})${E}`, 'giu'), read: readWeekday },
  en: { pattern: new RegExp(`${B}(${WEEKDAY.en})${E}`, 'giu'), read: readWeekday },
}
function readWeekday(m: RegExpMatchArray, today: Required<PartialDay> | null, lang: 'fr' | 'en'): Found {
  const weekday = weekdayOf(m[1], lang) ?? 0
  if (!today) return day({ weekday })
  const back = (today.weekday - weekday + 7) % 7
  return day(addDays(today, -back), addDays(today, 7 - back), addDays(today, -back - 7))
}

// Most sentences speak of no day: one cheap look spares them two dozen rules.
const HINT = {
  fr: new RegExp(
    `\\d|premier|midi|minuit|hier|demain|aujourd|matin|soir|nuit|ann[ée]e|l['’]an |mois|semaine|week-?end|${MONTH.fr}|${WEEKDAY.fr}`,
    'iu',
  ),
  en: new RegExp(`\\d|noon|midnight|morning|evening|day|tonight|tomorrow|year|month|week|${MONTHS.en.join('|')}|${WEEKDAY.en}`, 'iu'),
}

const MONTH_HINT = { fr: new RegExp(MONTH.fr, 'iu'), en: new RegExp(MONTH.en, 'iu') }
type Sorted = { rule: Rule; needsDigit: boolean; needsMonth: boolean }
const ALL_RULES: Readonly<Record<'fr' | 'en', readonly Sorted[]>> = { fr: allRules('fr'), en: allRules('en') }

/** Every rule in its order, with what a text must have for it to find anything. */
function allRules(lang: 'fr' | 'en'): Sorted[] {
  return [...SHARED, ...RULES[lang], ...RELATIVE_RULES[lang], WEEKDAY_RULES[lang], YEAR].map((rule) => ({
    rule,
    needsDigit: rule.pattern.source.includes('\\d{') && !rule.pattern.source.includes(`(${MONTH[lang]})(?:\\s+(\\d{4}))?`),
    needsMonth: rule.pattern.source.includes(MONTH[lang]),
  }))
}

/** Dates and hours of a sentence, longest first and never overlapping, in order. `offset` is added to places. */
export function readDates(text: string, lang: 'fr' | 'en', date: string | null, offset: number): DateMention[] {
  if (!HINT[lang].test(text)) return []
  const today = dayOf(date)
  const found: DateMention[] = []
  const [hasDigit, hasMonth] = [/\d/u.test(text), MONTH_HINT[lang].test(text)]
  for (const { rule, needsDigit, needsMonth } of ALL_RULES[lang]) {
    if ((needsDigit && !hasDigit) || (needsMonth && !hasMonth)) continue
    for (const match of text.matchAll(rule.pattern)) {
      const start = offset + match.index
      const end = start + match[0].length
      if (found.some((other) => start < other.end && other.start < end)) continue
      const read = rule.read(match, today, lang)
      if (read) found.push({ ...read, start, end, text: match[0] })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
