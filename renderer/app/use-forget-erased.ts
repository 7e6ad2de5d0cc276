// After a purge, on this page or from the command line, nothing half-written about what went stays in the browser.
// It must not know what was erased: the session names the last purges.
import { useEffect } from 'react'
import { client, toDeskError } from '../client.ts'
import type { Session } from '../../shared/contract/desk.ts'
import { draftsKept, keepDraft } from '../ui/drafts.ts'
import { forgetVisit, rememberedLasting, rememberLasting } from '../ui/remembered.ts'

/** Texts about a comment; the others are about articles, which only a purge of everything takes. */
const aboutComments = ['publicReason', 'note', 'refusal'] as const

function forgetEverything(): void {
  for (const { kind, id } of draftsKept()) keepDraft(kind, id, null)
  forgetVisit()
}

/** A letter begun about a comment that is still there stays. */
async function forgetGoneComments(): Promise<void> {
  for (const { kind, id } of draftsKept(aboutComments))
    await client.comments.show({ id }).catch((thrown: unknown) => {
      if (toDeskError(thrown).code === 'not-found') keepDraft(kind, id, null)
    })
}

/** Compares the session's last purges with those this browser knows of, and forgets what they took. */
export function useForgetErased(session: Session | undefined): void {
  const folder = session?.dataFolder
  const all = session?.erased.all
  const comments = session?.erased.comments
  useEffect(() => {
    if (folder === undefined || all === undefined || comments === undefined) return
    const missed = (scope: string, entry: string | null): boolean => {
      const key = `erased.${scope}:${folder}`
      if ((rememberedLasting(key) ?? null) === entry) return false
      rememberLasting(key, entry)
      return entry !== null
    }
    const missedAll = missed('all', all)
    const missedComments = missed('comments', comments)
    if (missedAll) forgetEverything()
    else if (missedComments) void forgetGoneComments()
  }, [folder, all, comments])
}
