// The figures of an experiment's report, from its suggestions and decisions alone. No figure by person.
import type { Criterion, Report } from '../../../shared/domain/experiment.ts'
import {
  suggestionStates,
  type Flag,
  type ModerationValue,
  type Suggestion,
  type SuggestionState,
} from '../../../shared/domain/suggestion.ts'
import { findArticle } from '../store/article-rows.ts'
import { findComment } from '../store/comment-rows.ts'
import { listSuggestions } from '../store/suggestion-rows.ts'
import type { DeskContext } from './context.ts'
import { viewExperiment } from './experiments.ts'
import { freeTrialId } from './free-trial.ts'
import { blockingFindings } from './review-checks.ts'
import { mayLeave } from './review-states.ts'
import { suggestionOf } from './reviews.ts'

/** Kept unchanged at this share or above, the review itself is to be questioned. */
const suspiciouslyUnchanged = 0.97
/** … once enough was decided to say so. */
const enoughDecided = 20
const mostQuoted = 8

export async function makeReport(desk: DeskContext, id: string): Promise<Report> {
  const experiment = await viewExperiment(desk, id)
  const all = (await listSuggestions(desk.store.read, { experiment: id })).map(suggestionOf)
  const machine = all.filter((suggestion) => suggestion.origin !== 'human')
  // An addition that was undone or withdrawn is not something the machine missed.
  const added = all.filter((suggestion) => suggestion.origin === 'human' && mayLeave(suggestion.state)).length
  const byState = Object.fromEntries(
    suggestionStates.map((state) => [state, machine.filter((suggestion) => suggestion.state === state).length]),
  ) as Record<SuggestionState, number>
  const kept = byState.accepted + byState.edited
  const decided = kept + byState.rejected
  const shares = {
    acceptance: share(kept, decided),
    unchanged: share(byState.accepted, decided),
    recall: share(kept, kept + added),
    refused: share(byState.rejected, decided),
    flagged: share(machine.filter((suggestion) => blockingFindings(suggestion.flags).length > 0).length, machine.length),
    agreement: experiment.card.task === 'moderation' ? share(byState.accepted, byState.accepted + byState.rejected) : null,
  }
  return {
    experiment,
    items: new Set(all.map((suggestion) => suggestion.item)).size,
    proposed: machine.length,
    byState,
    added,
    flagged: machine.filter((suggestion) => blockingFindings(suggestion.flags).length > 0).length,
    acceptance: shares.acceptance,
    unchanged: shares.unchanged,
    recall: shares.recall,
    agreement: shares.agreement,
    reviewers: new Set(all.flatMap((suggestion) => suggestion.decision?.by ?? [])).size,
    criterion: judge(experiment.card.criterion, shares),
    reviewToQuestion: decided >= enoughDecided && (shares.unchanged ?? 0) >= suspiciouslyUnchanged,
    worst: await worstErrors(desk, machine),
    overrides: overridesOf(machine),
    withoutProtocol: id === freeTrialId,
  }
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

/** Refused and corrected outputs, those the fact-lock caught first. */
async function worstErrors(desk: DeskContext, machine: readonly Suggestion[]): Promise<Report['worst']> {
  const wrong = machine
    .filter((suggestion) => suggestion.state === 'rejected' || suggestion.state === 'edited')
    .toSorted((a, b) => blockingFindings(b.flags).length - blockingFindings(a.flags).length)
    .slice(0, mostQuoted)
  const quoted: Report['worst'] = []
  for (const suggestion of wrong) {
    quoted.push({
      item: suggestion.item,
      title: await titleOf(desk, suggestion.item),
      text: wordsOf(suggestion.proposed ?? suggestion.value),
      kept: suggestion.state === 'edited' ? wordsOf(suggestion.value) : null,
      reason: suggestion.decision?.reason ?? '',
      flags: blockingFindings(suggestion.flags).map((flag: Flag) => flag.code),
    })
  }
  return quoted
}

function overridesOf(machine: readonly Suggestion[]): Report['overrides'] {
  return machine.flatMap((suggestion) => {
    const reason = suggestion.decision?.override
    if (reason === null || reason === undefined || reason === '') return []
    return blockingFindings(suggestion.flags).map((flag) => ({
      item: suggestion.item,
      flag: flag.code,
      text: wordsOf(suggestion.value),
      reason,
    }))
  })
}

/** An output as one line of words. */
export function wordsOf(value: Suggestion['value']): string {
  if ('text' in value) return value.text
  if ('label' in value) return value.label
  if ('article' in value) return value.anchor ? `${value.anchor.quote} → ${value.article}` : value.article
  return opinionWords(value)
}

function opinionWords(value: ModerationValue): string {
  return value.hold === null ? '?' : value.hold ? `✕ ${value.clauses.join(', ')}` : '✓'
}

async function titleOf(desk: DeskContext, item: string): Promise<string> {
  const article = await findArticle(desk.store.read, item)
  if (article) return article.title
  const comment = await findComment(desk.store.read, item)
  return comment?.article === undefined || comment.article === null
    ? ''
    : ((await findArticle(desk.store.read, comment.article))?.title ?? '')
}
