// The bar under an article: its rights, correcting it, barring links to it. It must not touch suggestions.
import { useState } from 'react'
import type { Article } from '../../../shared/domain/article.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import { BarLinksDialog } from './bar-links-dialog.tsx'
import { EditArticleDialog } from './edit-article-dialog.tsx'
import styles from './article.module.css'

/** What can be done to the article itself. */
export function ArticleBar({ article }: { readonly article: Article }) {
  const { t } = useWords()
  const [open, setOpen] = useState<'edit' | 'bar' | null>(null)
  return (
    <>
      <LinkButton href={hrefTo('articles')}>{t('article.backToList')}</LinkButton>
      <Button onClick={() => setOpen('edit')}>{t('article.edit')}</Button>
      <Button onClick={() => setOpen('bar')}>{t('article.bar')}</Button>
      <p className={styles['facts']}>
        {article.doNotLink ? <Chip tone="red">{t('article.barred', { reason: t(`doNotLink.${article.doNotLink.reason}`) })}</Chip> : null}
        <Chip>{t('article.rights', { rights: t(`rights.${article.rights}`) })}</Chip>
        <Chip tone={article.aiUse ? 'plain' : 'amber'}>{t(article.aiUse ? 'articles.aiYes' : 'articles.aiNo')}</Chip>
      </p>
      {open === 'edit' ? <EditArticleDialog article={article} onClose={() => setOpen(null)} /> : null}
      {open === 'bar' ? <BarLinksDialog article={article} onClose={() => setOpen(null)} /> : null}
    </>
  )
}
