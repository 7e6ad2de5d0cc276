// A pasted article while a person corrects it. It must not know the form.
import type { Rights } from '../../../shared/domain/article.ts'

export interface PasteDraft {
  readonly title: string
  readonly body: string
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string
  readonly section: string
  readonly rights: Rights
  readonly aiUse: boolean
}

/** What the core read in a pasted text. */
export interface ReadPasted {
  readonly title: string
  readonly body: string
  readonly date: string | null
  readonly section: string | null
}

/** The draft a person starts from. */
export function draftFrom(found: ReadPasted): PasteDraft {
  return {
    title: found.title,
    body: found.body,
    date: found.date?.slice(0, 10) ?? '',
    section: found.section ?? '',
    rights: 'own',
    aiUse: true,
  }
}

/** Other people's texts may not be worked on unless somebody says so. */
export function withRights(draft: PasteDraft, rights: Rights): PasteDraft {
  return { ...draft, rights, aiUse: rights === 'own' }
}
