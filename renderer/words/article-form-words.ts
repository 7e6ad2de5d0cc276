// The words of the article form, the same where an article is pasted and where it is corrected. It must not know the form's state.
import { rightsSchema, type Rights } from '../../shared/domain/article.ts'
import type { Words } from './use-words.ts'

/** Labels, hints and the choice of rights, as the form wants them. */
export function articleFormWords({ t }: Words) {
  return {
    own: 'own' satisfies Rights,
    rights: rightsSchema.options.map((value) => ({ value, label: t(`rights.${value}`) })),
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
