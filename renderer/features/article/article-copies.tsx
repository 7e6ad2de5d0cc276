// Pieces of the archive that are almost this text: carried again, brought up to date, taken from the same agency.
// It must not know how likeness is measured.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './article.module.css'

/** Nothing where there is no copy. */
export function ArticleCopies({ article }: { readonly article: string }) {
  const { t, date, percent } = useWords()
  const { data } = useQuery(`article-copies:${article}`, () => client.links.nearDuplicates({ article }), { refreshOn: ['article.changed'] })
  const group = data?.groups[0]
  if (!group) return null
  return (
    <section aria-label={t('article.copies.title')} className={styles['section']}>
      <h2 className={styles['heading']}>{t('article.copies.title')}</h2>
      <p className={styles['by']}>{t(`article.copies.kind.${group.kind}`, { share: percent(group.similarity) })}</p>
      <ul className={styles['lines']}>
        {group.articles
          .filter((one) => one.id !== article)
          .map((one) => (
            <li key={one.id}>
              <a href={hrefTo('articles', [one.id])}>{one.title || t('common.untitled')}</a> {one.date ? date(one.date) : null}
            </li>
          ))}
      </ul>
    </section>
  )
}
