// Finds days, years and hours of the claim that the article does not give.
// Relative days are counted from the article's date. It must not know other figures.
import { WEEKDAYS, covers, dayOf } from './calendar.ts'
import type { PartialDay } from './calendar.ts'
import { flag, mentionsInPlace } from './comparison.ts'
import type { Comparison, Detector } from './comparison.ts'
import type { DateMention } from './dates-reading.ts'
import { foldToken } from '../tokens.ts'

export const dates: Detector = {
  codes: ['date-absent'],
  find: (comparison) =>
    comparison.claim.dates.flatMap((claimed) => {
      const there = mentionsInPlace(comparison, claimed, (sentence) => sentence.dates).filter((known) => known.kind === claimed.kind)
      if (there.length > 0) return there.some((known) => agrees(known, claimed)) ? [] : [flag('date-absent', claimed, there[0]?.text)]
      const near = comparison.support.flatMap((sentence) => sentence.dates)
      if (near.some((known) => agrees(known, claimed))) return []
      const all = comparison.article.sentences.flatMap((sentence) => sentence.dates)
      const rival = near.find((known) => isRival(known, claimed, comparison))
      if (!rival && (all.some((known) => agrees(known, claimed)) || isDayOfArticle(claimed, comparison))) return []
      const same = [...near, ...all].find((known) => known.kind === claimed.kind)
      return [flag('date-absent', claimed, (rival ?? same)?.text)]
    }),
}

function agrees(known: DateMention, claimed: DateMention): boolean {
  if (known.kind !== claimed.kind) return false
  if (known.minutes !== null && claimed.minutes !== null) return known.minutes === claimed.minutes
  if (foldToken(known.text) === foldToken(claimed.text)) return true
  // "la semaine dernière" is not "le mois dernier", though the month holds the week.
  if (known.said === null && claimed.said === null && shape(known) !== shape(claimed)) return false
  const [theirs, mine] = [weekdayIn(known.text), weekdayIn(claimed.text)]
  if (theirs !== null && mine !== null && theirs !== mine) return false
  const wanted = claimed.said ? [claimed.said] : claimed.readings.filter((reading) => Object.keys(reading).length > 0)
  return wanted.some((day) => known.readings.some((reading) => covers(withWeekday(reading), day)))
}

/** The weekday that the words say, right or wrong. */
function weekdayIn(text: string): number | null {
  const words = text.toLowerCase().split(/[^\p{L}]+/u)
  for (const days of [WEEKDAYS.fr, WEEKDAYS.en]) {
    const at = days.findIndex((day) => words.includes(day))
    if (at >= 0) return at
  }
  return null
}

function withWeekday(reading: PartialDay): PartialDay {
  const { year, month, day } = reading
  if (year === undefined || month === undefined || day === undefined) return reading
  return { ...reading, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() }
}

/** A date as precise as the claim's that no date of the claim repeats. */
function isRival(known: DateMention, claimed: DateMention, comparison: Comparison): boolean {
  if (known.kind !== claimed.kind || comparison.claim.dates.some((other) => agrees(known, other))) return false
  return shape(known) === shape(claimed)
}

function shape(mention: DateMention): string {
  return Object.keys(mention.said ?? mention.readings[0] ?? {})
    .filter((part) => part !== 'weekday')
    .sort()
    .join('+')
}

/** The day of publication supports a date said in full, not a weekday, which would support too much. */
function isDayOfArticle(claimed: DateMention, comparison: Comparison): boolean {
  const today = dayOf(comparison.article.article.date)
  return today !== null && claimed.said !== null && covers(today, claimed.said)
}
