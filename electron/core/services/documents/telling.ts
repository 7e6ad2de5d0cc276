// What every part of the *Bilan* needs to speak, and the cutting of counts into the parts of a bar. Pure.
import type { Report } from '../../../../shared/domain/experiment.ts'
import type { Stack } from './plots.ts'
import type { ReportWords } from './report-words.ts'
import type { Lang, Names } from './say.ts'

export type Telling = { readonly report: Report; readonly words: ReportWords; readonly lang: Lang; readonly names: Names }

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
