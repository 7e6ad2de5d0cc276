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

/** True while a decision is still possible without undoing one first; what waits for a second reading is decided, and not told. */
export function isOpen(suggestion: Pick<Suggestion, 'state' | 'inReading'>): boolean {
  return open.has(suggestion.state) && suggestion.inReading !== true
}

/** True for what the queue still waits for: a doubt already given waits no more, though it may be decided later. */
export function isWaiting(suggestion: Pick<Suggestion, 'state' | 'inReading'>): boolean {
  return (suggestion.state === 'proposed' && suggestion.inReading !== true) || suggestion.state === 'stale'
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

/** Verbs that carry the mood of the one after them: `a été dépassée` becomes `aurait été dépassée`. */
const auxiliaries = new Set(
  'a ai as avons avez ont avait avaient est es sommes êtes sont était étaient fut furent sera seront is are was were has have had will'.split(
    ' ',
  ),
)
const lastWord = (text: string) => /([\p{L}]+)\s*$/u.exec(text)
const fold = (word: string | undefined) => word?.toLowerCase()

/**
 * Where the verb to replace begins. The finding may point at the last word of it only (`dépassée`) while the article's wording is
 * the whole verb (`aurait été dépassée`): what the text already has of it, and the auxiliary in its place, are replaced too.
 * Null when something stands between the two (`n’a pas été dépassée`): only a person can rewrite that.
 */
function verbStart(text: string, start: number, end: number, expected: string): number | null {
  const missing = expected.split(/\s+/).map(fold)
  const flagged = text.slice(start, end).trim().split(/\s+/).map(fold)
  if (missing.slice(-flagged.length).join(' ') !== flagged.join(' ')) return start
  missing.splice(-flagged.length)
  let from = start
  let before = lastWord(text.slice(0, from))
  while (before && missing.length > 0 && fold(before[1]) === missing.at(-1)) {
    from = before.index
    missing.pop()
    before = lastWord(text.slice(0, from))
  }
  if (before && missing.length > 0 && auxiliaries.has(fold(before[1]) ?? '')) return before.index
  return from < start && missing.length > 0 ? null : from
}

/** Puts the article's wording where a finding says it was lost. Null when no such finding has a place in `text`. */
export function restoreWording(text: string, flags: readonly Flag[]): { text: string; caret: number } | null {
  const lost = flags.find((flag) => flag.code === 'conditional-lost' && flag.expected && flag.end <= text.length && flag.end > flag.start)
  if (!lost?.expected) return null
  const start = verbStart(text, lost.start, lost.end, lost.expected)
  return start === null ? null : { text: text.slice(0, start) + lost.expected + text.slice(lost.end), caret: start + lost.expected.length }
}
