// One line of the list of articles. It must not ask the core anything.
import { memo } from 'react'
import type { ArticleSummary } from '../../../shared/domain/article.ts'
import { Chip } from '../../ui/chip.tsx'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './articles.module.css'

/** Title, then date, section, tags, rights; blank while it is being loaded. Scrolling draws anew only the rows that come. */
export const ArticleRow = memo(function ArticleRow({ article }: { readonly article: ArticleSummary | undefined }) {
  const { t, date } = useWords()
  if (!article) return <div className={styles['row']} aria-busy="true" />
  const meta = [article.date ? date(article.date) : t('common.noDate'), article.section ?? t('common.noSection')].join(' · ')
  return (
    <div className={styles['row']}>
      <div className={styles['rowText']}>
        <a className={styles['rowTitle']} href={hrefTo('articles', [article.id])} lang={article.lang ?? undefined}>
          {article.title || t('common.untitled')}
        </a>
        <p className={styles['meta']}>
          {meta}
          {article.tags.length > 0 ? <span> · {article.tags.slice(0, 4).join(', ')}</span> : null}
        </p>
      </div>
      <div className={styles['rowChips']}>
        {article.byMeaning ? <Chip title={t('articles.byMeaningTitle')}>{t('articles.byMeaning')}</Chip> : null}
        {article.pending > 0 ? <Chip tone="pencil">{t('articles.pending', { count: article.pending })}</Chip> : null}
        {article.rights === 'own' ? null : <Chip>{t(`rights.${article.rights}`)}</Chip>}
        {article.aiUse ? null : <Chip tone="amber">{t('articles.aiNo')}</Chip>}
      </div>
    </div>
  )
})
