// The search field and the filters over the list of comments, and what narrows it now. It must not ask the list itself.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { ChipButton } from '../../ui/chip.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import { filterToQuery, hasVerdicts, states, verdicts, type ListFilter } from './comment-filter.ts'
import styles from './comments.module.css'

interface CommentFiltersProps {
  readonly filter: ListFilter
  /** Undefined while the list is asked or counted, and where it is not of what is shown. */
  readonly total: number | undefined
  readonly article: string | undefined
  readonly onChange: (parts: Partial<ListFilter>) => void
}

/** Search, who decided, what was decided; a chip for each that narrows. */
export function CommentFilters({ filter, total, article, onChange }: CommentFiltersProps) {
  const { t, number } = useWords()
  return (
    <div className={styles['filters']} role="search">
      <h1 className={styles['title']}>
        {t('comments.title')} <span role="status">{total === undefined ? '' : number(total)}</span>
      </h1>
      {filter.state === 'constructive' ? null : (
        <Field
          type="search"
          label={t('comments.search')}
          labelHidden
          placeholder={t('comments.placeholder')}
          value={filter.query}
          onChange={(event) => onChange({ query: event.target.value })}
        />
      )}
      <Select
        label={t('comments.state')}
        labelHidden
        value={filter.state}
        options={states.map((value) => ({ value, label: t(`comments.states.${value === '' ? 'any' : value}`) }))}
        onChange={(state) => onChange({ state })}
      />
      {hasVerdicts(filter) ? (
        <Select
          label={t('comments.verdict')}
          labelHidden
          value={filter.verdict}
          options={verdicts.map((value) => ({ value, label: t(`comments.verdicts.${value === '' ? 'any' : value}`) }))}
          onChange={(verdict) => onChange({ verdict })}
        />
      ) : null}
      <Active filter={filter} onChange={onChange} />
      {article === undefined ? null : <OfArticle id={article} filter={filter} />}
    </div>
  )
}

function Active({ filter: { query, state, verdict }, onChange }: Pick<CommentFiltersProps, 'filter' | 'onChange'>) {
  const { t } = useWords()
  const parts = [
    ...(query.trim() === '' ? [] : [{ key: 'query', said: t('comments.activeQuery', { query: query.trim() }) }]),
    ...(state === '' ? [] : [{ key: 'state', said: t(`comments.states.${state}`) }]),
    ...(verdict === '' ? [] : [{ key: 'verdict', said: t(`comments.verdicts.${verdict}`) }]),
  ]
  if (parts.length === 0) return null
  return (
    <ul className={styles['parts']} aria-label={t('comments.activeFilters')}>
      {parts.map(({ key, said }) => (
        <li key={key}>
          <ChipButton tone="pencil" aria-label={t('comments.dropFilter', { what: said })} onClick={() => onChange({ [key]: '' })}>
            {said} <span aria-hidden="true">✕</span>
          </ChipButton>
        </li>
      ))}
    </ul>
  )
}

/** Which article the list is kept to, and the way out. */
function OfArticle({ id, filter }: { readonly id: string; readonly filter: ListFilter }) {
  const { t } = useWords()
  const { data } = useQuery(`comments-article:${id}`, () => client.articles.show({ id }))
  return (
    <p className={styles['meta']}>
      {data ? <strong>{data.title || t('common.untitled')}</strong> : t('comments.ofArticle')}{' '}
      <a href={hrefTo('comments', [], filterToQuery(filter, undefined))}>{t('comments.allArticles')}</a>
    </p>
  )
}
