// The classes of corruption and the ways to plant each, with the finding a journalist would expect.
// It must not know the fact-lock beyond the names of its findings.
import type { FlagCode } from '../../shared/domain/suggestion.ts'
import { shuffled } from './archives.ts'
import type { Random, TrialArticle } from './archives.ts'
import * as certainty from './corrupt-certainty.ts'
import * as figures from './corrupt-figures.ts'
import type { Corruption } from './corrupt-figures.ts'
import * as words from './corrupt-words.ts'

export type PlantClass =
  'number' | 'date' | 'money' | 'unit' | 'name' | 'quotation' | 'negation' | 'attribution' | 'conditional' | 'forecast' | 'context'
export type Planted = { readonly claim: string; readonly how: string }
export type Ways = Readonly<Record<PlantClass, Readonly<Record<string, Corruption>>>>

/** What a class should be called; another code also catches it, but not by its name. */
export const EXPECTED: Readonly<Record<PlantClass, readonly FlagCode[]>> = {
  number: ['number-absent'],
  date: ['date-absent'],
  money: ['money-changed'],
  unit: ['unit-changed', 'number-absent'],
  name: ['name-absent'],
  quotation: ['quotation-altered'],
  negation: ['negation-changed'],
  attribution: ['attribution-lost', 'name-absent'],
  conditional: ['conditional-lost'],
  forecast: ['forecast-as-fact'],
  context: ['out-of-context'],
}

/** The ways of an archive: foreign names are taken from `pool`. */
export function waysOf(pool: ReadonlyMap<number, readonly string[]>): Ways {
  const { changedDigit, otherMagnitude, otherPercent, otherNumberWord, otherOrdinal, borrowedNumber, exchangedNumbers } = figures
  const { otherDay, otherMonth, otherYear, otherWeekday, otherRelativeDay, falseAbsolute, otherHour } = figures
  return {
    number: { changedDigit, otherMagnitude, otherPercent, otherNumberWord, otherOrdinal, borrowedNumber, exchangedNumbers },
    date: { otherDay, otherMonth, otherYear, otherWeekday, otherRelativeDay, falseAbsolute, otherHour },
    money: { otherAmount: figures.otherAmount, otherCurrency: figures.otherCurrency, otherSumScale: figures.otherSumScale },
    unit: { otherUnit: figures.otherUnit, otherCountScale: figures.otherCountScale },
    name: {
      foreignName: words.foreignName(pool),
      neighbourName: words.neighbourName,
      exchangedNames: words.exchangedNames,
      otherFirstName: words.otherFirstName,
      otherTitle: words.otherTitle,
    },
    quotation: {
      changedQuotedWord: words.changedQuotedWord,
      addedQuotedWord: words.addedQuotedWord,
      droppedQuotedWord: words.droppedQuotedWord,
      inventedQuotation: words.inventedQuotation,
    },
    negation: { droppedNegation: words.droppedNegation, addedNegation: words.addedNegation, opposite: words.opposite },
    attribution: { lostSource: certainty.lostSource, otherSource: certainty.otherSource },
    conditional: { lostConditional: certainty.lostConditional },
    forecast: { forecastAsFact: certainty.forecastAsFact, expectedAsSure: certainty.expectedAsSure },
    context: {
      pronounOpening: words.pronounOpening,
      linkedOpening: words.linkedOpening,
      looseSpeech: words.looseSpeech,
      looseDay: words.looseDay,
    },
  }
}

/** Plants one corruption of a class in a true claim; null when the claim gives it no hold. */
export function corrupt(claim: string, article: TrialArticle, kind: PlantClass, ways: Ways, random: Random): Planted | null {
  for (const [how, way] of shuffled(Object.entries(ways[kind]), random)) {
    const made = way(claim, article, random)?.replace(/ {2,}/gu, ' ').trim()
    if (made && made !== claim && !article.body.includes(made)) return { claim: made, how }
  }
  return null
}
