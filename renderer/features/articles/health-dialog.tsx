// The health sheet: what the collection holds and lacks. It must not change anything.
import type { CorpusHealth } from '../../../shared/domain/article.ts'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './articles.module.css'

interface Line {
  readonly label: string
  readonly count: number
}

/** The sheet, in a window. */
export function HealthDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const { data, error, reload } = useQuery('health', () => client.articles.health({}), { refreshOn: ['article.changed'] })
  return (
    <Dialog open onClose={onClose} size="wide" title={words.t('articles.health')} description={words.t('articles.healthText')}>
      {data ? <Sheet health={data} /> : error ? <ErrorState text={words.error(error)} onRetry={reload} /> : <Loading />}
    </Dialog>
  )
}

const missingFields = ['title', 'date', 'section', 'authors', 'tags', 'lang'] as const

function Sheet({ health }: { readonly health: CorpusHealth }) {
  const { t, language } = useWords()
  const named = (value: string | null, name: (value: string) => string): string => (value === null ? t('articles.noValue') : name(value))
  const lines = (facets: CorpusHealth['languages'], name: (value: string) => string): readonly Line[] =>
    facets.map(({ value, count }) => ({ label: named(value, name), count }))
  const lengths = health.lengths.map(({ upTo, count }) => ({
    label: upTo === null ? t('articles.more') : t('articles.upTo', { count: upTo }),
    count,
  }))
  return (
    <>
      <p>
        {t('common.articles', { count: health.articles })} · {t('common.comments', { count: health.comments })}
      </p>
      <div className={styles['sheet']}>
        <Shares
          title={t('articles.healthMissing')}
          total={health.articles}
          lines={missingFields.map((field) => ({ label: t(`articles.missing.${field}`), count: health.missing[field] }))}
        />
        <Shares title={t('articles.healthRights')} total={health.articles} lines={lines(health.rights, (value) => rightsName(value))} />
        <Shares title={t('articles.healthLanguages')} total={health.articles} lines={lines(health.languages, language)} />
        <Shares title={t('articles.healthYears')} total={health.articles} lines={lines(health.years, (value) => value)} />
        <Shares
          title={t('articles.healthSections')}
          total={health.articles}
          lines={lines(health.sections, (value) => value).slice(0, 30)}
        />
        <Shares title={t('articles.healthLengths')} total={health.articles} lines={lengths} />
      </div>
    </>
  )

  function rightsName(value: string): string {
    return value === 'own' || value === 'agency' || value === 'third-party' || value === 'unknown' ? t(`rights.${value}`) : value
  }
}

function Shares({ title, total, lines }: { readonly title: string; readonly total: number; readonly lines: readonly Line[] }) {
  const { t, number, percent } = useWords()
  const share = (line: Line) => (total === 0 ? '' : percent(line.count / total))
  return (
    <div>
      <h3 className={styles['sheetTitle']}>{title}</h3>
      <Table
        caption={title}
        rows={lines}
        rowKey={(line) => line.label}
        columns={[
          { id: 'label', title: t('articles.healthValue'), cell: (line) => line.label },
          { id: 'count', title: t('articles.healthCount'), align: 'end', cell: (line) => number(line.count) },
          { id: 'share', title: t('articles.healthShare'), align: 'end', cell: share },
        ]}
      />
    </div>
  )
}
