// What every part of the *Bilan* needs to speak, and the cutting of counts into the parts of a bar. Pure.
import type { BlindTotals } from '../../../../shared/domain/comparison.ts'
import type { Report } from '../../../../shared/domain/experiment.ts'
import type { ReadingTotals } from '../../../../shared/domain/reading.ts'
import type { RubricTotals } from '../../../../shared/domain/rubric.ts'
import type { Stack } from './plots.ts'
import type { ReportWords } from './report-words.ts'
import type { Lang, Names } from './say.ts'

/** What others read again, voted blind or filled in, added up; null where the experiment has none. Never by person. */
export type Totals = {
  readonly readings: ReadingTotals | null
  readonly blind: BlindTotals | null
  readonly rubric: RubricTotals | null
}

export type Telling = {
  readonly report: Report
  readonly totals: Totals
  readonly words: ReportWords
  readonly lang: Lang
  readonly names: Names
}

/** An engine as a reader of the paper knows it: ours by name, others by the id they are started with. */
export function engineName(engine: string, words: Pick<ReportWords, 'builtin'>): string {
  return engine === 'builtin' ? words.builtin : engine
}

/** The parts of a bar from the counts by state; what was withdrawn or went stale waits like the rest. */
export function stackOf(byState: Report['byState']): Stack {
  return {
    kept: byState.accepted,
    edited: byState.edited,
    refused: byState.rejected,
    doubt: byState.unsure,
    waiting: byState.proposed + byState.stale + byState.withdrawn,
  }
}
