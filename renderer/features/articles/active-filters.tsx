// What narrows the list now, each part removable, and how many articles are left. It must not ask the list.
import { rightsSchema } from '../../../shared/domain/article.ts'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import { Button } from '../../ui/button.tsx'
import { ChipButton } from '../../ui/chip.tsx'
import { useWords, type Words } from '../../words/use-words.ts'
import { activeParts, type FilterKey } from './filter-address.ts'
import { sayLength } from './say-length.ts'
import styles from './articles.module.css'

interface ActiveFiltersProps {
  readonly filter: ArticleFilter
  /** Undefined while the list is asked or counted. */
  readonly found: number | undefined
  readonly onChange: (parts: ArticleFilter) => void
  readonly onClear: () => void
}

type Part = { readonly key: FilterKey; readonly said: string; readonly without: ArticleFilter }

/** A range of lengths is one part, though two of the filter. */
function saidParts(words: Words, filter: ArticleFilter): readonly Part[] {
  const range = { lengthFrom: undefined, lengthTo: undefined }
  return activeParts(filter).flatMap(({ key, value }): readonly Part[] => {
    if (key === 'lengthTo' && filter.lengthFrom !== undefined) return []
    if (key === 'lengthFrom' || key === 'lengthTo') return [{ key, said: sayLength(words, filter), without: range }]
    return [{ key, said: sayPart(words, key, value), without: { [key]: undefined } }]
  })
}

/** One chip a part; nothing when nothing narrows. */
export function ActiveFilters({ filter, found, onChange, onClear }: ActiveFiltersProps) {
  const words = useWords()
  const { t } = words
  const parts = saidParts(words, filter)
  if (parts.length === 0) return null
  return (
    <div className={styles['active']}>
      <span role="status" className={styles['found']}>
        {found === undefined ? '' : t('common.articles', { count: found })}
      </span>
      <ul className={styles['parts']} aria-label={t('articles.activeFilters')}>
        {parts.map(({ key, said, without }) => (
          <li key={key}>
            <ChipButton tone="pencil" aria-label={t('articles.dropFilter', { what: said })} onClick={() => onChange(without)}>
              {said} <span aria-hidden="true">✕</span>
            </ChipButton>
          </li>
        ))}
      </ul>
      <Button size="small" kind="quiet" onClick={onClear}>
        {t('articles.reset')}
      </Button>
    </div>
  )
}

/** `Rubrique : Mer`, `Du 5 mars 2024`. */
function sayPart(words: Words, key: Exclude<FilterKey, 'lengthFrom' | 'lengthTo'>, value: string): string {
  const { t } = words
  if (key === 'query') return t('articles.activeQuery', { query: value })
  if (key === 'from') return t('articles.activeFrom', { day: words.shortDate(value) })
  if (key === 'to') return t('articles.activeTo', { day: words.shortDate(value) })
  if (key === 'aiUse') return t(value === 'true' ? 'articles.aiYes' : 'articles.aiNo')
  if (key === 'missing') return words.maybe(`health.missing.${value}`, value)
  const rights = rightsSchema.safeParse(value)
  const said = key === 'lang' ? words.language(value) : key === 'rights' && rights.success ? t(`rights.${rights.data}`) : value
  return `${t('common.named', { label: t(`articles.${key}`) })} ${said}`
}
