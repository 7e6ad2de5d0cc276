// The health sheet: what the collection holds and lacks, and what to do about it. It must not change anything.
import type { ReactNode } from 'react'
import type { CorpusHealth } from '../../../shared/domain/article.ts'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { bringFiles } from '../../ui/intake.ts'
import { Page, Section } from '../../ui/page.tsx'
import { hrefTo } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { filterToQuery } from './filter-address.ts'
import { HealthFigures } from './health-figures.tsx'
import { adviceOf } from './health-lines.ts'
import styles from './health.module.css'

/** The sheet, a page of its own. */
export function HealthPage() {
  const words = useWords()
  const { t } = words
  const { data, error, reload } = useQuery('health', () => client.articles.health({}), { refreshOn: ['article.changed'] })
  const frame = (children: ReactNode, lead?: string) => (
    <Page title={t('health.title')} lead={lead} actions={<LinkButton href={hrefTo('articles')}>{t('health.back')}</LinkButton>}>
      {children}
    </Page>
  )
  if (!data) return frame(error ? <ErrorState text={words.error(error)} onRetry={reload} /> : <Loading />)
  if (data.articles === 0) {
    return frame(
      <EmptyState title={t('health.empty')}>
        <Button kind="main" onClick={() => bringFiles()}>
          {t('articles.import')}
        </Button>
      </EmptyState>,
    )
  }
  const counted = { articles: t('common.articles', { count: data.articles }), comments: t('common.comments', { count: data.comments }) }
  return frame(
    <>
      <Advice health={data} />
      <HealthFigures health={data} />
    </>,
    t('health.lead', counted),
  )
}

function Advice({ health }: { readonly health: CorpusHealth }) {
  const { t } = useWords()
  const advice = adviceOf(health)
  if (advice.length === 0) return <p className={styles['well']}>{t('health.todoNone')}</p>
  return (
    <Section title={t('health.todo')}>
      <ul className={styles['advice']}>
        {advice.map(({ key, count, filter }) => (
          <li key={key}>
            {t(`health.advice.${key}`, { count })}{' '}
            {filter ? <a href={hrefTo('articles', [], filterToQuery(filter))}>{t('health.see')}</a> : null}
          </li>
        ))}
      </ul>
      <p className={styles['how']}>{t('health.todoHow')}</p>
    </Section>
  )
}
