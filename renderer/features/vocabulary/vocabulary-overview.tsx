// The thesaurus at a glance while no tag is open: how many, in which languages, what wants care, what is new.
// It must not know the tree.
import { useMemo } from 'react'
import { ButtonRow } from './overview-row.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import { passes, type ConceptFilter, type CountedConcept } from './concept-tree.ts'
import { useQuality } from './tag-precision.tsx'
import styles from './vocabulary.module.css'

const newest = 6

function languagesIn(concepts: readonly CountedConcept[]): { lang: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { concept } of concepts) {
    for (const lang of new Set(concept.labels.map((label) => label.lang ?? ''))) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  }
  return [...counts].map(([lang, count]) => ({ lang, count })).sort((a, b) => b.count - a.count)
}

function Newest() {
  const { t, shortDate } = useWords()
  const { data } = useQuality()
  const fresh = (data ?? [])
    .filter((tag) => tag.active && tag.drift === 'new' && tag.first !== null)
    .toSorted((a, b) => ((a.first ?? '') < (b.first ?? '') ? 1 : -1))
    .slice(0, newest)
  if (fresh.length === 0) return null
  return (
    <section className={styles['glance']} aria-label={t('vocabulary.overview.newest')}>
      <h3 className={styles['subtitle']}>{t('vocabulary.overview.newest')}</h3>
      <ul className={styles['latest']}>
        {fresh.map((tag) => (
          <li key={tag.concept}>
            <a href={hrefTo('vocabulary', [tag.concept])}>{tag.label}</a>{' '}
            <span className={styles['quiet']}>
              {t('vocabulary.overview.since', { day: shortDate(tag.first ?? ''), count: tag.articles })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export interface VocabularyOverviewProps {
  readonly concepts: readonly CountedConcept[]
  readonly onFilter: (filter: ConceptFilter) => void
}

/** What the middle shows before a tag is chosen. */
export function VocabularyOverview({ concepts, onFilter }: VocabularyOverviewProps) {
  const { t, number, language } = useWords()
  const languages = useMemo(() => languagesIn(concepts), [concepts])
  const active = concepts.filter((one) => one.concept.active).length
  const nameOf = (lang: string) => (lang === '' ? t('vocabulary.edit.lang.none') : language(lang))
  return (
    <div className={styles['sheet']}>
      <h2 className={styles['title']}>{t('vocabulary.overview.title', { count: active })}</h2>
      <p className={styles['quiet']}>
        {languages.map(({ lang, count }) => `${t('common.named', { label: nameOf(lang) })} ${number(count)}`).join(' · ')}
      </p>
      <ul className={styles['terms']}>
        {(['unused', 'undefined', 'retired'] as const).map((filter) => (
          <ButtonRow
            key={filter}
            text={t(`vocabulary.overview.${filter}`, { count: concepts.filter((one) => passes(one, filter)).length })}
            action={t('vocabulary.overview.see')}
            onAct={() => onFilter(filter)}
          />
        ))}
      </ul>
      <Newest />
      <div className={styles['buttons']}>
        <LinkButton href={hrefTo('vocabulary', [], { view: 'quality' })}>{t('vocabulary.quality.title')}</LinkButton>
      </div>
      <p className={styles['quiet']}>{t('vocabulary.overview.keys')}</p>
    </div>
  )
}
