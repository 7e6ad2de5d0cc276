// The filters one needs less often: rights, whether AI may read an article, what it lacks, how long it is. It must not ask the list.
import { missingFieldSchema, rightsSchema } from '../../../shared/domain/article.ts'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import { Select } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { sayLength } from './say-length.ts'
import styles from './articles.module.css'

interface MoreFiltersProps {
  readonly filter: ArticleFilter
  readonly onChange: (parts: ArticleFilter) => void
}

/** The lengths of the health sheet, in characters. */
const bounds = [500, 1000, 2000, 4000, 8000] as const

const nameOf = ({ lengthFrom, lengthTo }: ArticleFilter): string =>
  lengthFrom === undefined && lengthTo === undefined ? '' : `${lengthFrom ?? ''}-${lengthTo ?? ''}`

/** Whether one of these filters narrows the list: then they must be seen. */
export function isNarrowedMore({ rights, missing, aiUse, lengthFrom, lengthTo }: ArticleFilter): boolean {
  return rights !== undefined || missing !== undefined || aiUse !== undefined || lengthFrom !== undefined || lengthTo !== undefined
}

/** Four lists of choices. */
export function MoreFilters({ filter, onChange }: MoreFiltersProps) {
  const { t } = useWords()
  return (
    <div className={styles['filters']}>
      <Select
        label={t('articles.rights')}
        value={filter.rights ?? ''}
        options={[{ value: '', label: t('common.all') }, ...rightsSchema.options.map((value) => ({ value, label: t(`rights.${value}`) }))]}
        onChange={(value) => onChange({ rights: value === '' ? undefined : value })}
      />
      <Select
        label={t('articles.aiUse')}
        value={filter.aiUse === undefined ? '' : filter.aiUse ? 'yes' : 'no'}
        options={[
          { value: '', label: t('articles.either') },
          { value: 'yes', label: t('articles.aiYes') },
          { value: 'no', label: t('articles.aiNo') },
        ]}
        onChange={(choice) => onChange({ aiUse: choice === '' ? undefined : choice === 'yes' })}
      />
      <Select
        label={t('articles.missing')}
        value={filter.missing ?? ''}
        options={[
          { value: '', label: t('articles.either') },
          ...missingFieldSchema.options.map((field) => ({ value: field, label: t(`health.missing.${field}`) })),
        ]}
        onChange={(field) => onChange({ missing: field === '' ? undefined : field })}
      />
      <Lengths {...{ filter, onChange }} />
    </div>
  )
}

function Lengths({ filter, onChange }: MoreFiltersProps) {
  const words = useWords()
  const ranges: ArticleFilter[] = [...bounds, undefined].map((lengthTo, index) => ({ lengthFrom: bounds[index - 1], lengthTo }))
  const chosen = nameOf(filter)
  // An address may hold any two bounds.
  const all = chosen === '' || ranges.some((range) => nameOf(range) === chosen) ? ranges : [filter, ...ranges]
  return (
    <Select
      label={words.t('articles.length')}
      value={chosen}
      options={[
        { value: '', label: words.t('common.allOfThem') },
        ...all.map((range) => ({ value: nameOf(range), label: sayLength(words, range) })),
      ]}
      onChange={(name) => {
        const range = all.find((one) => nameOf(one) === name)
        onChange({ lengthFrom: range?.lengthFrom, lengthTo: range?.lengthTo })
      }}
    />
  )
}
