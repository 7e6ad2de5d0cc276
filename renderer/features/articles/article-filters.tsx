// The search field and the filters over the list. It must not ask the list itself.
import { rightsSchema } from '../../../shared/domain/article.ts'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field, Select } from '../../ui/field.tsx'
import type { Span } from '../../ui/parse-dates.ts'
import { useWords } from '../../words/use-words.ts'
import { TagField } from './tag-field.tsx'
import styles from './articles.module.css'

interface ArticleFiltersProps {
  readonly filter: ArticleFilter
  readonly onChange: (filter: ArticleFilter) => void
}

type Facets = readonly { readonly value: string | null; readonly count: number }[]

/** Search, section, language, rights, tag, dates. */
export function ArticleFilters({ filter, onChange }: ArticleFiltersProps) {
  const { t, language, number } = useWords()
  const { data: facets } = useQuery('article-facets', () => client.articles.facets({}), { refreshOn: ['article.changed'] })
  const set = (key: keyof ArticleFilter, value: string) => onChange({ ...filter, [key]: value === '' ? undefined : value })
  const choices = (values: Facets | undefined, name: (value: string) => string, chosen: string | undefined) => {
    const known = (values ?? []).flatMap(({ value, count }) =>
      value === null ? [] : [{ value, label: `${name(value)} (${number(count)})` }],
    )
    // A filter kept in the address may name what the archive no longer has: it must still be seen, to be removed.
    const lost = chosen !== undefined && !known.some(({ value }) => value === chosen) ? [{ value: chosen, label: name(chosen) }] : []
    return [{ value: '', label: t('common.allOfThem') }, ...lost, ...known]
  }
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
        options={choices(facets?.sections, (value) => value, filter.section)}
        onChange={(value) => set('section', value)}
      />
      <Select
        label={t('articles.lang')}
        value={filter.lang ?? ''}
        options={choices(facets?.languages, language, filter.lang)}
        onChange={(value) => set('lang', value)}
      />
      <Select
        label={t('articles.rights')}
        value={filter.rights ?? ''}
        options={[{ value: '', label: t('common.all') }, ...rightsSchema.options.map((value) => ({ value, label: t(`rights.${value}`) }))]}
        onChange={(value) => set('rights', value)}
      />
      <TagField value={filter.tag ?? ''} tags={facets?.tags ?? []} onChange={(tag) => set('tag', tag)} />
      <Dates filter={filter} onChange={onChange} />
    </div>
  )
}

/** Du, Au. A month or a year typed in one while the other is empty fills both: it is a period. */
function Dates({ filter, onChange }: ArticleFiltersProps) {
  const { t } = useWords()
  const set = (key: 'from' | 'to', other: 'from' | 'to') => (day: string, span: Span | null) => {
    if (span && !filter[other]) onChange({ ...filter, from: span.from, to: span.to })
    else onChange({ ...filter, [key]: day === '' ? undefined : day })
  }
  const shared = { placeholder: t('articles.datePlaceholder'), notADate: t('articles.notADate') }
  return (
    <>
      <DateField {...shared} label={t('articles.from')} edge="first" value={filter.from ?? ''} onChange={set('from', 'to')} />
      <DateField {...shared} label={t('articles.to')} edge="last" value={filter.to ?? ''} onChange={set('to', 'from')} />
    </>
  )
}
