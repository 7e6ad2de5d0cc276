// The list of checks of the fact-lock. A new check is one file and one line here.
// It must not know how claims are read.
import { attributions } from './attributions.ts'
import type { Detector } from './comparison.ts'
import { conditionals } from './conditionals.ts'
import { dates } from './dates.ts'
import { forecasts } from './forecasts.ts'
import { measures } from './measures.ts'
import { money } from './money.ts'
import { names } from './names.ts'
import { negations } from './negations.ts'
import { numbers } from './numbers.ts'
import { quotations } from './quotations.ts'

/** Checks that compare a claim with its article. Independent of each other, run in this order. */
export const detectors: readonly Detector[] = [
  numbers,
  dates,
  measures,
  money,
  names,
  quotations,
  negations,
  attributions,
  conditionals,
  forecasts,
]
