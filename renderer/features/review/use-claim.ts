// The claim one looks at and what it still asks: its own text, findings, checks. It must not know decisions or keys.
import { useState } from 'react'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { checksFor, isOpen, nextWaiting, textOf } from './claim-rules.ts'
import { useDraft, useTicks } from './desk-store.ts'
import { useTextCheck } from './use-text-check.ts'

/** Which of `claims` has the focus: the one chosen, else the first that waits. */
export function useFocusedClaim(item: string, claims: readonly Suggestion[]) {
  const [place, setPlace] = useState<{ item: string; id: string } | null>(null)
  const chosen = place?.item === item ? claims.findIndex((claim) => claim.id === place.id) : -1
  const at = chosen >= 0 ? chosen : Math.max(0, nextWaiting(claims, -1))
  return { at, claim: claims[at], focus: (id: string) => setPlace({ item, id }) }
}

/** What a claim asks before it may be validated. `own` is the person's text, null while the machine's stands. */
export function useClaim(item: string, claim: Suggestion | undefined) {
  const id = claim?.id ?? ''
  const draft = useDraft(id)
  const ticked = useTicks(id)
  const open = claim !== undefined && isOpen(claim)
  // A stale claim is checked anew against the article as it reads now: its stored findings are about the old text.
  const own = open ? (draft ?? (claim.state === 'stale' ? textOf(claim) : null)) : null
  const check = useTextCheck(item, own, claim?.flags ?? [])
  const needed = checksFor(check.verbatim)
  const left = needed.filter((one) => !ticked.includes(one)).length
  const ready = open && left === 0 && check.state !== 'checking' && own?.trim() !== ''
  return { open, own, check, needed, left, ready }
}
