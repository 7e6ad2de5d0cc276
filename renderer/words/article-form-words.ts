// The words of the article form, the same where an article is pasted and where it is corrected. It must not know the form's state.
import type { Rights } from '../../shared/domain/article.ts'
import type { Words } from './use-words.ts'

/** One entry a right: one more in the domain is an error here. */
type Choice = { readonly [R in Rights]: { readonly value: R; readonly label: string } }

/** Labels, hints and the choice of rights, as the form wants them. */
export function articleFormWords({ t }: Words) {
  const rights: Choice = {
    own: { value: 'own', label: t('rights.own') },
    agency: { value: 'agency', label: t('rights.agency') },
    'third-party': { value: 'third-party', label: t('rights.third-party') },
    unknown: { value: 'unknown', label: t('rights.unknown') },
  }
  return {
    own: 'own' satisfies Rights,
    rights: Object.values<Choice[Rights]>(rights),
    words: {
      title: t('home.fieldTitle'),
      date: t('home.fieldDate'),
      datePlaceholder: t('articles.datePlaceholder'),
      notADay: t('articles.notADay'),
      section: t('home.fieldSection'),
      body: t('home.fieldBody'),
      bodyHint: t('home.fieldBodyHint'),
      rights: t('home.fieldRights'),
      ai: t('home.fieldAi'),
      aiYes: t('home.aiYes'),
      aiNo: t('home.aiNo'),
      aiHint: t('home.aiHint'),
    },
  } as const
}
