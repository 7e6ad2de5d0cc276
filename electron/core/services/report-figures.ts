// The figures a report draws: outcomes by engine, acceptance over time, how much was edited, findings, time. Pure.
// It must not know rows or who asks; no figure of it is by person.
import type { ReportPlots } from '../../../shared/domain/experiment.ts'
import { suggestionStates, type Flag, type Suggestion, type SuggestionState } from '../../../shared/domain/suggestion.ts'
import { blockingFindings } from './review-checks.ts'

/** A machine's output with what its row keeps beside it. */
export type Output = {
  readonly suggestion: Suggestion
  /** When its last decision was taken; null while it waits. */
  readonly decidedAt: string | null
  /** What the fact-lock said of the machine's own text, before any edit. */
  readonly firstFlags: readonly Flag[]
}

/** Somebody decided something. */
export type Moment = { readonly by: string; readonly at: string }

/** Kept unchanged at this share or above, the review itself is to be questioned. */
const suspiciouslyUnchanged = 0.97
/** … once enough was decided to say so. */
const enoughDecided = 20

/** Whether nearly everything was kept as it came: said of the review, never of a person. `unchanged` and `decided` are counts. */
export function isReviewToQuestion(unchanged: number, decided: number): boolean {
  return decided >= enoughDecided && unchanged / decided >= suspiciouslyUnchanged
}

/** Fewer decisions than this make no batch worth a point. */
const smallestBatch = 10
const mostBatches = 8
/** Upper ends of the bands of edits: a touch, a phrase, a half, a rewriting. */
const bandEnds = [0.1, 0.25, 0.5, 1] as const
/** A pause longer than this is not review. */
const idle = 5 * 60_000
/** Time says nothing of a person only when several made it (trust.md). */
export const fewestReviewersForTime = 3

export function countStates(outputs: readonly Pick<Suggestion, 'state'>[]): Record<SuggestionState, number> {
  const counts = Object.fromEntries(suggestionStates.map((state) => [state, 0])) as Record<SuggestionState, number>
  for (const { state } of outputs) counts[state] += 1
  return counts
}

export function plotsOf(outputs: readonly Output[]): ReportPlots {
  const engines = Map.groupBy(outputs, ({ suggestion }) => suggestion.engine)
  return {
    byEngine: [...engines]
      .map(([engine, made]) => ({ engine, byState: countStates(made.map(({ suggestion }) => suggestion)) }))
      .toSorted((a, b) => a.engine.localeCompare(b.engine)),
    progress: progressOf(outputs),
    edits: editsOf(outputs.map(({ suggestion }) => suggestion)),
    findings: findingsOf(outputs),
  }
}

/** Batches of equal size, in the order decisions were taken; doubts are no decision. */
function progressOf(outputs: readonly Output[]): ReportPlots['progress'] {
  const decided = outputs
    .filter(({ suggestion, decidedAt }) => decidedAt !== null && ['accepted', 'edited', 'rejected'].includes(suggestion.state))
    .toSorted((a, b) => (a.decidedAt ?? '').localeCompare(b.decidedAt ?? ''))
  const batches = Math.min(mostBatches, Math.floor(decided.length / smallestBatch))
  if (batches < 2) return []
  return Array.from({ length: batches }, (_, index) => {
    const from = Math.round((index * decided.length) / batches)
    const batch = decided.slice(from, Math.round(((index + 1) * decided.length) / batches))
    const kept = batch.filter(({ suggestion }) => suggestion.state !== 'rejected').length
    return { from: from + 1, to: from + batch.length, decided: batch.length, acceptance: kept / batch.length }
  })
}

function editsOf(machine: readonly Suggestion[]): ReportPlots['edits'] {
  const shares = machine
    .flatMap(({ state, proposed, value }) =>
      state === 'edited' && proposed && 'text' in proposed && 'text' in value ? [shareOfWordsChanged(proposed.text, value.text)] : [],
    )
    .toSorted((a, b) => a - b)
  return { measured: shares.length, median: median(shares), bands: bandsOf(shares) }
}

function bandsOf(shares: readonly number[]): ReportPlots['edits']['bands'] {
  return bandEnds.map((upTo, index) => {
    const above = index === 0 ? 0 : (bandEnds[index - 1] ?? 0)
    return { above, upTo, count: shares.filter((share) => (share > above || index === 0) && share <= upTo).length }
  })
}

function median(sorted: readonly number[]): number | null {
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

const wordsIn = (text: string): readonly string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? []

/**
 * How much of a text was changed: the fewest words to insert, remove or replace (Levenshtein 1966, over words),
 * as a share of the longer text. 0 when only signs changed, 1 when no word is left in place.
 */
export function shareOfWordsChanged(before: string, after: string): number {
  const [a, b] = [wordsIn(before), wordsIn(after)]
  const longer = Math.max(a.length, b.length)
  if (longer === 0) return before === after ? 0 : 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, word] of a.entries()) {
    const next = [i + 1]
    for (const [j, other] of b.entries()) {
      const replaced = (row[j] ?? 0) + (word === other ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return (row[b.length] ?? 0) / longer
}

/** An output that carries the same finding twice counts once. */
function findingsOf(outputs: readonly Output[]): ReportPlots['findings'] {
  const carried = outputs.flatMap(({ suggestion, firstFlags }) =>
    [...new Set(blockingFindings(firstFlags).map((flag) => flag.code))].map((flag) => ({ flag, state: suggestion.state })),
  )
  return [...Map.groupBy(carried, ({ flag }) => flag)]
    .toSorted(([a, some], [b, others]) => others.length - some.length || a.localeCompare(b))
    .map(([flag, some]) => ({ flag, byState: countStates(some) }))
}

/** Minutes between decisions of a same person, gaps over five minutes left out, everybody together; null under three reviewers. */
export function minutesOf(moments: readonly Moment[]): number | null {
  const byReviewer = Map.groupBy(moments, ({ by }) => by)
  if (byReviewer.size < fewestReviewersForTime) return null
  let spent = 0
  for (const own of byReviewer.values()) {
    const times = own.map(({ at }) => Date.parse(at)).toSorted((a, b) => a - b)
    for (const [index, time] of times.entries()) {
      const gap = time - (times[index - 1] ?? time)
      if (gap <= idle) spent += gap
    }
  }
  return Math.round(spent / 60_000)
}
