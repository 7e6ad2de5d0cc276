// The criterion of a draft as one sentence, while it is written. Pure; it must not know React.
import type { Words } from '../../words/use-words.ts'
import { readShare, type CardDraft } from './card-draft.ts'

/** `Au moins 60 % des points gardés tels quels.` */
export function criterionSentence(
  draft: Pick<CardDraft, 'measure' | 'operator' | 'share' | 'task'>,
  { t, percent }: Pick<Words, 't' | 'percent'>,
): string {
  const share = readShare(draft.share)
  if (share === null) return t('card.sentence.unfinished')
  return t(`card.sentence.${draft.measure}`, {
    bound: t(`card.bound.${draft.operator}`),
    value: percent(share, 1),
    what: t(`card.what.${draft.task}`),
  })
}
