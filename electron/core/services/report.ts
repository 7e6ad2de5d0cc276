// An experiment's report, from its suggestions and decisions alone. No figure by person.
import type { Criterion, Report } from '../../../shared/domain/experiment.ts'
import type { Flag } from '../../../shared/domain/suggestion.ts'
import { findComment } from '../store/comment-rows.ts'
import { fromJsonOrNull } from '../store/rows.ts'
import { listSuggestions, type SuggestionRow } from '../store/suggestion-rows.ts'
import type { DeskContext } from './context.ts'
import { viewExperiment } from './experiments.ts'
import { freeTrialId } from './free-trial.ts'
import { countStates, isReviewToQuestion, minutesOf, plotsOf, type Moment, type Output } from './report-figures.ts'
import { overridesOf, worstErrors } from './report-quotes.ts'
import { sourcesOf } from './report-sources.ts'
import { blockingFindings } from './review-checks.ts'
import { mayLeave } from './review-states.ts'
import { suggestionOf } from './reviews.ts'

export async function makeReport(desk: DeskContext, id: string): Promise<Report> {
  const experiment = await viewExperiment(desk, id)
  const rows = await listSuggestions(desk.store.read, { experiment: id })
  const outputs = rows.filter((row) => row.origin !== 'human').map(outputOf)
  const machine = outputs.map(({ suggestion }) => suggestion)
  // An addition that was undone or withdrawn is not something the machine missed.
  const added = rows.filter((row) => row.origin === 'human' && mayLeave(suggestionOf(row).state)).length
  const byState = countStates(machine)
  const kept = byState.accepted + byState.edited
  const decided = kept + byState.rejected
  const flagged = machine.filter((suggestion) => blockingFindings(suggestion.flags).length > 0).length
  const shares = {
    acceptance: share(kept, decided),
    unchanged: share(byState.accepted, decided),
    recall: share(kept, kept + added),
    refused: share(byState.rejected, decided),
    flagged: share(flagged, machine.length),
    agreement: experiment.card.task === 'moderation' ? share(byState.accepted, byState.accepted + byState.rejected) : null,
  }
  const moments = await momentsOf(desk, rows)
  const items = [...new Set(rows.map((row) => row.item))]
  return {
    experiment,
    items: items.length,
    proposed: machine.length,
    byState,
    added,
    flagged,
    acceptance: shares.acceptance,
    unchanged: shares.unchanged,
    recall: shares.recall,
    agreement: shares.agreement,
    reviewers: new Set(moments.map(({ by }) => by)).size,
    criterion: judge(experiment.card.criterion, shares),
    reviewToQuestion: isReviewToQuestion(byState.accepted, decided),
    worst: await worstErrors(desk, outputs),
    overrides: overridesOf(machine),
    withoutProtocol: id === freeTrialId,
    plots: plotsOf(outputs),
    sources: await sourcesOf(
      desk,
      experiment.card.task,
      experiment.runs.map((run) => run.id),
      items,
    ),
    minutes: minutesOf(moments),
  }
}

function outputOf(row: SuggestionRow): Output {
  const suggestion = suggestionOf(row)
  const machine = fromJsonOrNull<{ flags?: readonly Flag[] }>(row.proposed)
  return { suggestion, decidedAt: row.decided_at, firstFlags: machine?.flags ?? suggestion.flags }
}

/** Every decision that stands, additions too. An opinion on a comment has none of its own: the comment's counts. */
async function momentsOf(desk: DeskContext, rows: readonly SuggestionRow[]): Promise<Moment[]> {
  const moments: Moment[] = []
  const comments = new Set<string>()
  for (const row of rows) {
    const decision = fromJsonOrNull<Moment>(row.decision)
    if (decision) moments.push({ by: decision.by, at: decision.at })
    else if (row.task === 'moderation' && row.decided_at !== null) comments.add(row.item)
  }
  for (const id of comments) {
    const decided = (await findComment(desk.store.read, id))?.decided
    if (decided) moments.push({ by: decided.by, at: decided.at })
  }
  return moments
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function judge(
  criterion: Criterion | string,
  shares: Record<Criterion['measure'], number | null>,
): { measured: number | null; met: boolean | null } {
  if (typeof criterion === 'string') return { measured: null, met: null }
  const measured = shares[criterion.measure]
  if (measured === null) return { measured, met: null }
  return { measured, met: criterion.operator === '>=' ? measured >= criterion.value : measured <= criterion.value }
}
