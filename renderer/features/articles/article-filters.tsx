// The search field and the filters over the list. It must not ask the list itself.
import { memo, useId, useState } from 'react'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field, Select } from '../../ui/field.tsx'
import type { Span } from '../../ui/parse-dates.ts'
import { useWords } from '../../words/use-words.ts'
import { isNarrowedMore, MoreFilters } from './more-filters.tsx'
import { TagField } from './tag-field.tsx'
import styles from './articles.module.css'

interface ArticleFiltersProps {
  readonly filter: ArticleFilter
  /** Changes some parts; always the same function, so that a key typed draws only the field it was typed in. */
  readonly onChange: (parts: ArticleFilter) => void
}

type Facets = readonly { readonly value: string | null; readonly count: number }[]

/** Search, section, language, tag, dates; the others on demand, or where one of them narrows the list. */
export function ArticleFilters({ filter, onChange }: ArticleFiltersProps) {
  const { t } = useWords()
  const more = useId()
  const [opened, setOpened] = useState(false)
  const open = opened || isNarrowedMore(filter)
  // Whoever sets the last of them back must not lose the field they are in.
  const changeMore = (parts: ArticleFilter) => {
    setOpened(true)
    onChange(parts)
  }
  return (
    <div role="search">
      <div className={styles['filters']}>
        <div className={styles['search']}>
          <Field
            label={t('articles.search')}
            type="search"
            placeholder={t('articles.searchPlaceholder')}
            value={filter.query ?? ''}
            onChange={(event) => onChange({ query: event.target.value })}
          />
        </div>
        <Choices section={filter.section} lang={filter.lang} tag={filter.tag} onChange={onChange} />
        <Dates from={filter.from} to={filter.to} onChange={onChange} />
        {isNarrowedMore(filter) ? null : (
          <div className={styles['more']}>
            <Button kind="quiet" aria-expanded={open} aria-controls={more} onClick={() => setOpened(!open)}>
              {t(open ? 'articles.fewerFilters' : 'articles.moreFilters')}
            </Button>
          </div>
        )}
      </div>
      <div id={more} hidden={!open}>
        {open ? <MoreFilters filter={filter} onChange={changeMore} /> : null}
      </div>
    </div>
  )
}

type ChoicesProps = Pick<ArticleFilter, 'section' | 'lang' | 'tag'> & Pick<ArticleFiltersProps, 'onChange'>

const Choices = memo(function Choices({ section, lang, tag, onChange }: ChoicesProps) {
  const { t, language, number } = useWords()
  const { data: facets } = useQuery('article-facets', () => client.articles.facets({}), { refreshOn: ['article.changed'] })
  const choices = (values: Facets | undefined, name: (value: string) => string, chosen: string | undefined) => {
    const known = (values ?? []).flatMap(({ value, count }) =>
      value === null ? [] : [{ value, label: `${name(value)} (${number(count)})` }],
    )
    // A filter kept in the address may name what the archive no longer has: it must still be seen, to be removed.
    const lost = chosen !== undefined && !known.some(({ value }) => value === chosen) ? [{ value: chosen, label: name(chosen) }] : []
    return [{ value: '', label: t('common.allOfThem') }, ...lost, ...known]
  }
  return (
    <>
      <Select
        label={t('articles.section')}
        value={section ?? ''}
        options={choices(facets?.sections, (value) => value, section)}
        onChange={(value) => onChange({ section: value })}
      />
      <Select
        label={t('articles.lang')}
        value={lang ?? ''}
        options={choices(facets?.languages, language, lang)}
        onChange={(value) => onChange({ lang: value })}
      />
      <TagField value={tag ?? ''} tags={facets?.tags ?? noTags} onChange={onChange} />
    </>
  )
})

const noTags: readonly { readonly value: string; readonly count: number }[] = []

type DatesProps = Pick<ArticleFilter, 'from' | 'to'> & Pick<ArticleFiltersProps, 'onChange'>

/** Du, Au. A month or a year typed in one while the other is empty fills both: it is a period. */
const Dates = memo(function Dates({ from, to, onChange }: DatesProps) {
  const { t } = useWords()
  const set = (key: 'from' | 'to', other: string | undefined) => (day: string, span: Span | null) =>
    onChange(span && !other ? { from: span.from, to: span.to } : { [key]: day })
  const shared = { placeholder: t('articles.datePlaceholder'), notADate: t('articles.notADate') }
  return (
    <>
      <DateField {...shared} label={t('articles.from')} edge="first" value={from ?? ''} onChange={set('from', to)} />
      <DateField {...shared} label={t('articles.to')} edge="last" value={to ?? ''} onChange={set('to', from)} />
    </>
  )
})
