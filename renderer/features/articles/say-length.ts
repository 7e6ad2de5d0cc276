// How a range of lengths is said. It must not know where.
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import type { Words } from '../../words/use-words.ts'

/** `Moins de 500 signes`, `De 500 à 1 000 signes`, `8 000 signes et plus`. */
export function sayLength({ t }: Words, { lengthFrom, lengthTo }: ArticleFilter): string {
  if (lengthTo === undefined) return t('articles.lengthOver', { from: lengthFrom ?? 0 })
  return lengthFrom === undefined
    ? t('articles.lengthUnder', { to: lengthTo })
    : t('articles.lengthBetween', { from: lengthFrom, to: lengthTo })
}
