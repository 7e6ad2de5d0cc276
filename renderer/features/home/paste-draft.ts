// A pasted article while a person corrects it. It must not know the form's fields on screen.
import type { Rights } from '../../../shared/domain/article.ts'
import type { ArticleDraft } from '../../ui/article-form.tsx'

export type PasteDraft = ArticleDraft<Rights>

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
