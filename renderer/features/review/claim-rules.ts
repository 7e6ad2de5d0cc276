// What a claim asks of the person: its checks, its findings, whether it still waits.
// It must not know React, keys or the server; the core enforces the same rules again.
import { blockingFlags, type Check, type Flag, type Suggestion, type SuggestionState } from '../../../shared/domain/suggestion.ts'

const threeChecks: readonly Check[] = ['accuracy', 'plausibility', 'sources']
const verbatimChecks: readonly Check[] = ['stands-alone']

/** Flags that say something about the run or the text's origin, not about a defect of it. */
const silent = new Set<Flag['code']>(['verbatim', 'without-protocol'])

/** The checks a text must pass: a verbatim sentence has its accuracy recorded by code and asks one. */
export function checksFor(verbatim: boolean): readonly Check[] {
  return verbatim ? verbatimChecks : threeChecks
}

export function isVerbatim(flags: readonly Flag[]): boolean {
  return flags.some((flag) => flag.code === 'verbatim')
}

/** Findings to show beside the words. */
export function findingsOf(flags: readonly Flag[]): Flag[] {
  return flags.filter((flag) => !silent.has(flag.code))
}

/** Findings that need a written reason to be overridden. */
export function blockingOf(flags: readonly Flag[]): Flag[] {
  return flags.filter((flag) => blockingFlags.includes(flag.code))
}

/** Shortest reason the core takes for overriding a finding (trust.md). */
export const overrideLength = 15

const open = new Set<SuggestionState>(['proposed', 'unsure', 'stale'])

/** True while a decision is still possible without undoing one first. */
export function isOpen(suggestion: Pick<Suggestion, 'state'>): boolean {
  return open.has(suggestion.state)
}

/** True for what the queue still waits for: a doubt already given waits no more, though it may be decided later. */
export function isWaiting(suggestion: Pick<Suggestion, 'state'>): boolean {
  return suggestion.state === 'proposed' || suggestion.state === 'stale'
}

/**
 * The points to work on, waiting or decided, and apart from them those decided in an experiment that is over:
 * they are history, and may only be read. Order is kept.
 */
export function splitBefore<T extends Pick<Suggestion, 'state' | 'experiment'>>(
  claims: readonly T[],
  concluded: ReadonlySet<string>,
): { now: T[]; before: T[] } {
  const past = (claim: T) => !isOpen(claim) && concluded.has(claim.experiment)
  return { now: claims.filter((claim) => !past(claim)), before: claims.filter(past) }
}

/** Index of the next claim that waits after `from`, or -1 when the article has none left. */
export function nextWaiting(suggestions: readonly Pick<Suggestion, 'state'>[], from: number): number {
  const after = suggestions.findIndex((one, index) => index > from && isWaiting(one))
  return after >= 0 ? after : suggestions.findIndex((one, index) => index !== from && isWaiting(one))
}

export function textOf(suggestion: Suggestion): string {
  return 'text' in suggestion.value ? suggestion.value.text : ''
}

/** Puts the article's wording where a finding says it was lost. Null when no such finding has a place in `text`. */
export function restoreWording(text: string, flags: readonly Flag[]): { text: string; caret: number } | null {
  const lost = flags.find((flag) => flag.code === 'conditional-lost' && flag.expected && flag.end <= text.length && flag.end > flag.start)
  if (!lost?.expected) return null
  return { text: text.slice(0, lost.start) + lost.expected + text.slice(lost.end), caret: lost.start + lost.expected.length }
}
