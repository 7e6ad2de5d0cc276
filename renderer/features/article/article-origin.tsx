// What an article came with: the tags it carried, its address, when it was brought here. It must not mix them with what is proposed.
import { useState } from 'react'
import type { Article } from '../../../shared/domain/article.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './article.module.css'

/** More tags than this open on demand. */
const shownTags = 12

/** The section; its tags are the file's, not the thesaurus's. */
export function ArticleOrigin({ article }: { readonly article: Article }) {
  const { t, moment } = useWords()
  const [whole, setWhole] = useState(false)
  const { tags } = article
  const hidden = whole ? 0 : Math.max(0, tags.length - shownTags)
  return (
    <section aria-label={t('article.origin')} className={styles['section']}>
      <h2 className={styles['heading']}>{t('article.origin')}</h2>
      {tags.length > 0 ? (
        <ul className={styles['carried']} aria-label={t('article.carriedTags')}>
          {tags.slice(0, tags.length - hidden).map((tag) => (
            <li key={tag}>
              <Chip>{tag}</Chip>
            </li>
          ))}
        </ul>
      ) : null}
      {hidden > 0 ? (
        <p>
          <Button size="small" kind="quiet" onClick={() => setWhole(true)}>
            {t('article.moreTags', { count: hidden })}
          </Button>
        </p>
      ) : null}
      <dl className={styles['origin']}>
        <dt>{t('article.brought')}</dt>
        <dd>{moment(article.importedAt)}</dd>
        {article.url ? (
          <>
            <dt>{t('article.address')}</dt>
            <dd translate="no">{article.url}</dd>
          </>
        ) : null}
        <dt>{t('article.length')}</dt>
        <dd>{t('article.signs', { count: article.body.length })}</dd>
      </dl>
    </section>
  )
}
