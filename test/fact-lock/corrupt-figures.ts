// Plants one false figure: a number, a date, a sum or a unit.
// It must not know the fact-lock.
import { capital, pick, spliced } from './archives.ts'
import type { Random, TrialArticle } from './archives.ts'

/** A way to corrupt a claim; null when the claim gives no hold. */
export type Corruption = (claim: string, article: TrialArticle, random: Random) => string | null

const MONTHS = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const DAYS = {
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
}
const NUMBERS = {
  fr: 'deux trois quatre cinq six sept huit neuf dix onze douze treize quinze vingt trente quarante cinquante soixante'.split(' '),
  en: 'two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty sixty'.split(' '),
}
const ORDINALS = {
  fr: 'premier deuxième troisième quatrième cinquième sixième septième huitième dixième'.split(' '),
  en: 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' '),
}

type Spot = { readonly start: number; readonly end: number; readonly text: string }

export const spots = (claim: string, pattern: RegExp): Spot[] =>
  [...claim.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }))

export function swapped(claim: string, pattern: RegExp, random: Random, by: (text: string) => string | null | undefined): string | null {
  const spot = pick(spots(claim, pattern), random)
  const made = spot ? by(spot.text) : null
  if (!spot || made === null || made === undefined || made === spot.text) return null
  return spliced(claim, spot.start, spot.end, /^\p{Lu}/u.test(spot.text) && !/^\p{Lu}/u.test(made) ? capital(made) : made)
}

const other = (list: readonly string[], word: string, random: Random): string | undefined =>
  pick(
    list.filter((one) => one.toLowerCase() !== word.toLowerCase()),
    random,
  )

function otherDigit(figure: string, random: Random): string {
  const places = [...figure.matchAll(/\d/gu)].map((match) => match.index)
  const at = pick(places, random) ?? 0
  const old = Number(figure[at])
  const lead = at === places[0] && places.length > 1
  const digit =
    pick(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((one) => one !== old && !((lead || places.length === 1) && one === 0)),
      random,
    ) ?? 7
  return spliced(figure, at, at + 1, String(digit))
}

const MONTH_NAMES = [...MONTHS.fr, ...MONTHS.en].join('|')
// A plain count: not in a date, a year, an hour, money, a version or a name ("Boeing 737").
const COUNT = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/$€£-])(?<!(?:${MONTH_NAMES}|\\p{Lu}\\p{L}+|n°|No\\.?|version|article|US\\$|[$€£]) ?)\\d{1,3}(?:[ ,.\\u00a0\\u202f]\\d{3})*(?:[.,]\\d{1,2})?(?!\\d|\\)|[-:/.,]\\d|[hH]\\d|\\p{L})(?!\\s?(?:${MONTH_NAMES}|h|heures? \\d|(?:er|a\\.?m|p\\.?m)(?!\\p{L})|€|\\$|£|(?:millions?|milliards?|billions?)? ?(?:d['’]|de )?(?:euros?|dollars?)))`,
  'gu',
)

export const changedDigit: Corruption = (claim, _article, random) => swapped(claim, COUNT, random, (figure) => otherDigit(figure, random))

export const otherMagnitude: Corruption = (claim, { lang }, random) =>
  swapped(claim, COUNT, random, (figure) =>
    /^\d{1,3}$/u.test(figure) ? `${figure}0` : /[ ,.\u00a0\u202f]\d{3}$/u.test(figure) ? `${figure}${lang === 'fr' ? ' ' : ','}000` : null,
  )

export const otherPercent: Corruption = (claim, _article, random) =>
  swapped(claim, /(?<![\d.,])\d{1,3}(?:[.,]\d+)?(?=\s?(?:%|per ?cent|pour cent))/gu, random, (figure) => otherDigit(figure, random))

export const otherNumberWord: Corruption = (claim, { lang }, random) =>
  swapped(claim, new RegExp(`(?<![\\p{L}-])(?:${NUMBERS[lang].join('|')})(?![\\p{L}-])(?! et un)`, 'giu'), random, (word) =>
    other(NUMBERS[lang], word, random),
  )

export const otherOrdinal: Corruption = (claim, { lang }, random) =>
  swapped(
    claim,
    lang === 'fr'
      ? /(?<![\p{L}-])(?:premi(?:er|ère)|deuxième|second|troisième|quatrième|cinquième|sixième|septième|huitième|dixième)(?= (?!ministre|minister|lady|dame)\p{Ll})/giu
      : /(?<![\p{L}-])(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?= (?!lady|time ever)\p{Ll})/giu,
    random,
    (word) =>
      /première/iu.test(word)
        ? 'troisième'
        : other(ORDINALS[lang], /second/u.test(word) ? (lang === 'fr' ? 'deuxième' : 'second') : word, random),
  )

/** A count of elsewhere in the article: right figure, wrong thing. */
export const borrowedNumber: Corruption = (claim, { body }, random) => {
  const mine = spots(claim, COUNT).map((spot) => spot.text)
  const foreign = spots(body, COUNT)
    .map((spot) => spot.text)
    .filter((text) => !mine.includes(text) && text.length > 1)
  return swapped(claim, COUNT, random, () => pick(foreign, random))
}

export const exchangedNumbers: Corruption = (claim) => {
  const [a, b] = spots(claim, COUNT)
  if (!a || !b || a.text === b.text) return null
  return claim.slice(0, a.start) + b.text + claim.slice(a.end, b.start) + a.text + claim.slice(b.end)
}

export const otherDay: Corruption = (claim, _article, random) =>
  swapped(
    claim,
    new RegExp(
      `(?<!\\d)\\d{1,2}(?= (?:${MONTHS.fr.join('|')}|${MONTHS.en.join('|')})(?!\\p{L}))|(?<=(?:${MONTHS.en.join('|')}) )\\d{1,2}(?!\\d)`,
      'gu',
    ),
    random,
    (day) => {
      const made = 1 + ((Number(day) + 2 + Math.floor(random() * 20)) % 28)
      return made === Number(day) ? null : String(made)
    },
  )

export const otherMonth: Corruption = (claim, { lang }, random) =>
  swapped(
    claim,
    new RegExp(
      lang === 'fr'
        ? `(?<!\\p{L})(?:${MONTHS.fr.join('|')})(?!\\p{L})`
        : `(?<!\\p{L})(?:${MONTHS.en.filter((m) => m !== 'May' && m !== 'March').join('|')})(?!\\p{L})`,
      'gu',
    ),
    random,
    (month) => other(MONTHS[lang], month, random),
  )

export const otherYear: Corruption = (claim, _article, random) =>
  swapped(claim, /(?<![\d\p{L}./-]|\p{Lu}\p{L}+ )(?:19|20)\d\d(?![\d\p{L}/-]|[.,]\d)/gu, random, (year) =>
    String(Number(year) + (random() < 0.5 ? -1 : 1) * (1 + Math.floor(random() * 9))),
  )

export const otherWeekday: Corruption = (claim, { lang }, random) =>
  swapped(claim, new RegExp(`(?<!\\p{L})(?:${DAYS[lang].join('|')})(?!\\p{L})`, lang === 'fr' ? 'giu' : 'gu'), random, (day) =>
    other(DAYS[lang], day, random),
  )

const RELATIVE: Readonly<Record<'fr' | 'en', readonly (readonly [RegExp, readonly string[]])[]>> = {
  fr: [
    [/(?<!\p{L})hier(?!\p{L})/giu, ['demain', 'avant-hier', 'le mois dernier']],
    [/(?<!\p{L})demain(?!\p{L})/giu, ['hier']],
    [/aujourd['’]hui(?! \p{Ll}+iste)/giu, ['hier', 'demain']],
    [/l['’]an(?:née)? derni(?:er|ère)/giu, ['l’année prochaine']],
    [/(?<!\p{L})cette année/giu, ['l’année dernière']],
    [/la semaine dernière/giu, ['le mois dernier', 'la semaine prochaine']],
    [/le mois dernier/giu, ['l’année dernière', 'le mois prochain']],
    [/ce (?:matin|soir)(?!\p{L})/giu, ['hier soir']],
  ],
  en: [
    [/(?<!\p{L})yesterday(?!\p{L})/giu, ['tomorrow', 'last month', 'today']],
    [/(?<!\p{L})today(?!['’\p{L}])/giu, ['yesterday', 'last week']],
    [/(?<!\p{L})tomorrow(?!\p{L})/giu, ['yesterday']],
    [/last year/giu, ['this year', 'next year']],
    [/this year/giu, ['last year']],
    [/last week/giu, ['last month', 'next week']],
    [/last month/giu, ['last year', 'next month']],
    [/next year/giu, ['last year', 'this year']],
  ],
}
export const otherRelativeDay: Corruption = (claim, { lang }, random) => {
  const usable = RELATIVE[lang].filter(([pattern]) => spots(claim, pattern).length > 0)
  const chosen = pick(usable, random)
  return chosen ? swapped(claim, chosen[0], random, () => pick(chosen[1], random)) : null
}

/** "yesterday" written as a date, and the wrong one. */
export const falseAbsolute: Corruption = (claim, { lang, date }, random) => {
  if (date === null) return null
  const day = new Date(`${date.slice(0, 10)}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 4 - Math.floor(random() * 60))
  const [number, month] = [day.getUTCDate(), day.getUTCMonth()]
  return swapped(
    claim,
    lang === 'fr' ? /(?<!\p{L})(?:hier|aujourd['’]hui)(?!\p{L})(?! (?:soir|matin))/giu : /(?<!\p{L})(?:yesterday|today)(?!['’\p{L}])/giu,
    random,
    () => (lang === 'fr' ? `le ${number} ${MONTHS.fr[month] ?? ''}` : `on ${MONTHS.en[month] ?? ''} ${number}`),
  )
}

export const otherHour: Corruption = (claim, _article, random) =>
  swapped(claim, /(?<!\d)\d{1,2}(?=\s?h(?:eures?)?\s?\d{2}(?!\d)|:\d{2}\s?(?:a\.?m|p\.?m|UTC|GMT|local))/gu, random, (hour) =>
    String((Number(hour) % 12) + (Number(hour) > 12 ? 5 : 1)),
  )

const SUM =
  /(?:US\$|[$€£])\s?\d[\d.,]*|\d[\d.,  ]*(?=\s?(?:millions?|milliards?|billions?)?\s?(?:d['’]|de )?(?:€|euros?|dollars?|livres|pounds))/gu
export const otherAmount: Corruption = (claim, _article, random) =>
  swapped(claim, SUM, random, (sum) => (/\d/u.test(sum) ? sum.replace(/\d[\d.,]*\d|\d/u, (figure) => otherDigit(figure, random)) : null))

export const otherCurrency: Corruption = (claim, { lang }, random) =>
  swapped(
    claim,
    lang === 'fr'
      ? /(?<=\d.{0,14})(?:euros?(?!\p{L})|dollars?(?: américains)?|€|\$)/gu
      : /US\$|[$€£](?=\d)|(?<=\d.{0,14})(?:euros?|dollars?|pounds)(?!\p{L})/gu,
    random,
    (sign) => (/euro/u.test(sign) ? 'dollars' : /dollar|pounds/u.test(sign) ? 'euros' : sign === '€' ? (lang === 'fr' ? '$' : '£') : '€'),
  )

export const otherSumScale: Corruption = (claim, _article, random) =>
  swapped(
    claim,
    /(?<=\d[\d.,]*\s?)(?:millions?|milliards?|billions?)(?=\s?(?:d['’]|de |US |U\.S\. )?(?:€|euros?|dollars?))|(?<=[$€£]\s?\d[\d.,]*\s?)(?:million|billion|thousand|trillion)/gu,
    random,
    otherScale,
  )

function otherScale(word: string): string {
  if (word.startsWith('milliard')) return word.replace('milliard', 'million')
  if (word.startsWith('billion')) return word.replace('billion', 'million')
  return word.startsWith('million') ? (word.endsWith('s') ? 'milliards' : 'billion') : 'million'
}

export const otherCountScale: Corruption = (claim, { lang }, random) =>
  swapped(
    claim,
    /(?<=(?<![$€£]|US\$)(?<!\S)\d[\d.,]*\s)(?:millions?|milliards?|billions?)(?!\s?(?:d['’]|de )?(?:€|euros?|dollars?))/gu,
    random,
    (word) => (lang === 'fr' ? otherScale(word) : word.startsWith('b') ? 'million' : 'billion'),
  )

const UNITS: Readonly<Record<'fr' | 'en', readonly (readonly [string, string])[]>> = {
  fr: [
    ['kilomètres', 'mètres'],
    ['km', 'm'],
    ['mètres', 'kilomètres'],
    ['m', 'km'],
    ['centimètres', 'mètres'],
    ['kilos', 'tonnes'],
    ['kg', 'tonnes'],
    ['tonnes', 'kilos'],
    ['minutes', 'heures'],
    ['heures', 'jours'],
    ['jours', 'mois'],
    ['semaines', 'jours'],
    ['mois', 'ans'],
    ['ans', 'mois'],
    ['années', 'mois'],
    ['secondes', 'minutes'],
    ['hectares', 'km²'],
    ['%', 'points'],
    ['pour cent', 'points'],
    ['km/h', 'm/s'],
    ['Mo', 'Go'],
    ['Go', 'Mo'],
    ['litres', 'hectolitres'],
  ],
  en: [
    ['kilometers', 'meters'],
    ['kilometres', 'metres'],
    ['km', 'm'],
    ['meters', 'kilometers'],
    ['metres', 'kilometres'],
    ['miles', 'feet'],
    ['feet', 'miles'],
    ['tons', 'pounds'],
    ['kg', 'tons'],
    ['pounds', 'tons'],
    ['minutes', 'hours'],
    ['hours', 'days'],
    ['days', 'weeks'],
    ['weeks', 'months'],
    ['months', 'years'],
    ['years', 'months'],
    ['seconds', 'minutes'],
    ['acres', 'square miles'],
    ['%', ' points'],
    ['percent', 'points'],
    ['per cent', 'points'],
    ['mph', 'km/h'],
    ['GB', 'MB'],
    ['MB', 'GB'],
    ['inches', 'feet'],
  ],
}
export const otherUnit: Corruption = (claim, { lang }, random) => {
  const usable = UNITS[lang].flatMap(([unit, by]) =>
    spots(
      claim,
      new RegExp(`(?<=\\d[\\s\\u00a0-]?|(?<!\\p{L})(?:${NUMBERS[lang].join('|')})[\\s-])${unit.replace('/', '\\/')}(?![\\p{L}/²³])`, 'gu'),
    ).map((spot) => ({ spot, by })),
  )
  const chosen = pick(usable, random)
  return chosen ? spliced(claim, chosen.spot.start, chosen.spot.end, chosen.by) : null
}
