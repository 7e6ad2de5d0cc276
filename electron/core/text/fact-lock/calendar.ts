// Days of the civil calendar: names of months and weekdays, and arithmetic on days.
// It must not know time zones: a date is the day written in the source.

export const MONTHS: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
}
export const WEEKDAYS: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  en: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
}

/** A day or a part of one; months are 1–12, weekdays 0 (Sunday) – 6. */
export type PartialDay = { readonly year?: number; readonly month?: number; readonly day?: number; readonly weekday?: number }

/** The day written at the head of an ISO-like string ("2024-03-12T…"), or null. */
export function dayOf(date: string | null): Required<PartialDay> | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '')
  return found ? makeDay(Number(found[1]), Number(found[2]), Number(found[3])) : null
}

export function makeDay(year: number, month: number, day: number): Required<PartialDay> {
  const at = new Date(Date.UTC(year, month - 1, day))
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), weekday: at.getUTCDay() }
}

export function addDays(day: Required<PartialDay>, days: number): Required<PartialDay> {
  return makeDay(day.year, day.month, day.day + days)
}

/** True when nothing that both say differs, and `claimed` says nothing that `known` leaves open. */
export function covers(known: PartialDay, claimed: PartialDay): boolean {
  const parts = ['year', 'month', 'day', 'weekday'] as const
  return parts.every((part) => claimed[part] === undefined || claimed[part] === known[part])
}
