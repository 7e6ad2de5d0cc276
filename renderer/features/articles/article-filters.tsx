// The search field and the filters over the list. It must not ask the list itself.
import { rightsSchema } from '../../../shared/domain/article.ts'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './articles.module.css'

interface ArticleFiltersProps {
  readonly filter: ArticleFilter
  readonly filtered: boolean
  readonly onChange: (filter: ArticleFilter) => void
}

type Facets = readonly { readonly value: string | null; readonly count: number }[]

/** Search, section, date, language, tag, rights. */
export function ArticleFilters({ filter, filtered, onChange }: ArticleFiltersProps) {
  const { t, language, number } = useWords()
  const { data: health } = useQuery('health', () => client.articles.health({}), { refreshOn: ['article.changed'] })
  const set = (key: keyof ArticleFilter, value: string) => onChange({ ...filter, [key]: value === '' ? undefined : value })
  const choices = (facets: Facets | undefined, name: (value: string) => string) => [
    { value: '', label: t('common.allOfThem') },
    ...(facets ?? []).flatMap(({ value, count }) => (value === null ? [] : [{ value, label: `${name(value)} (${number(count)})` }])),
  ]
  return (
    <div className={styles['filters']} role="search">
      <div className={styles['search']}>
        <Field
          label={t('articles.search')}
          type="search"
          placeholder={t('articles.searchPlaceholder')}
          value={filter.query ?? ''}
          onChange={(event) => set('query', event.target.value)}
        />
      </div>
      <Select
        label={t('articles.section')}
        value={filter.section ?? ''}
        options={choices(health?.sections, (value) => value)}
        onChange={(value) => set('section', value)}
      />
      <Select
        label={t('articles.lang')}
        value={filter.lang ?? ''}
        options={choices(health?.languages, language)}
        onChange={(value) => set('lang', value)}
      />
      <Select
        label={t('articles.rights')}
        value={filter.rights ?? ''}
        options={[{ value: '', label: t('common.all') }, ...rightsSchema.options.map((value) => ({ value, label: t(`rights.${value}`) }))]}
        onChange={(value) => set('rights', value)}
      />
      <Field
        label={t('articles.tag')}
        placeholder={t('articles.tagPlaceholder')}
        value={filter.tag ?? ''}
        onChange={(event) => set('tag', event.target.value)}
      />
      <Field label={t('articles.from')} type="date" value={filter.from ?? ''} onChange={(event) => set('from', event.target.value)} />
      <Field label={t('articles.to')} type="date" value={filter.to ?? ''} onChange={(event) => set('to', event.target.value)} />
      {filtered ? (
        <Button kind="quiet" onClick={() => onChange({})}>
          {t('articles.reset')}
        </Button>
      ) : null}
    </div>
  )
}
