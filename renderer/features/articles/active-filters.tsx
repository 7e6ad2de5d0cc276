// What narrows the list now, each part removable, and how many articles are left. It must not ask the list.
import { rightsSchema } from '../../../shared/domain/article.ts'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import { Button } from '../../ui/button.tsx'
import { ChipButton } from '../../ui/chip.tsx'
import { useWords, type Words } from '../../words/use-words.ts'
import { activeParts, type FilterKey } from './filter-address.ts'
import styles from './articles.module.css'

interface ActiveFiltersProps {
  readonly filter: ArticleFilter
  /** Undefined while the list is asked. */
  readonly found: number | undefined
  readonly onChange: (filter: ArticleFilter) => void
}

/** One chip a part; nothing when nothing narrows. */
export function ActiveFilters({ filter, found, onChange }: ActiveFiltersProps) {
  const words = useWords()
  const { t } = words
  const parts = activeParts(filter)
  if (parts.length === 0) return null
  return (
    <div className={styles['active']}>
      <span role="status" className={styles['found']}>
        {found === undefined ? '' : t('common.articles', { count: found })}
      </span>
      <ul className={styles['parts']} aria-label={t('articles.activeFilters')}>
        {parts.map(({ key, value }) => {
          const said = sayPart(words, key, value)
          return (
            <li key={key}>
              <ChipButton
                tone="pencil"
                aria-label={t('articles.dropFilter', { what: said })}
                onClick={() => onChange({ ...filter, [key]: undefined })}
              >
                {said} <span aria-hidden="true">✕</span>
              </ChipButton>
            </li>
          )
        })}
      </ul>
      <Button size="small" kind="quiet" onClick={() => onChange({})}>
        {t('articles.reset')}
      </Button>
    </div>
  )
}

/** `Rubrique : Mer`, `Du 5 mars 2024`. */
function sayPart(words: Words, key: FilterKey, value: string): string {
  const { t } = words
  if (key === 'query') return t('articles.activeQuery', { query: value })
  if (key === 'from') return t('articles.activeFrom', { day: words.shortDate(value) })
  if (key === 'to') return t('articles.activeTo', { day: words.shortDate(value) })
  const rights = rightsSchema.safeParse(value)
  const said = key === 'lang' ? words.language(value) : key === 'rights' && rights.success ? t(`rights.${rights.data}`) : value
  return `${t('common.named', { label: t(`articles.${key}`) })} ${said}`
}
