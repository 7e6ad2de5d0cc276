// One tag, read and corrected: what it is, its form, how well it does, where it last served, what was learned.
// It must not know the list.
import { useEffect, useRef, useState } from 'react'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import { ConceptEditor } from './concept-editor.tsx'
import type { CountedConcept, TreeIndex } from './concept-tree.ts'
import { LearnedTagSection } from './learned-tag.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { TagPrecision } from './tag-precision.tsx'
import { useRestore } from './use-restore.ts'
import styles from './vocabulary.module.css'

/** From the root to the tag's parent, as links. */
function Path({ index, id }: { readonly index: TreeIndex; readonly id: string }) {
  const { t } = useWords()
  const path: { id: string; label: string }[] = []
  for (let at = index.byId.get(id)?.above ?? null; at !== null; at = index.byId.get(at)?.above ?? null)
    path.unshift({ id: at, label: index.byId.get(at)?.label ?? at })
  if (path.length === 0) return null
  return (
    <nav aria-label={t('vocabulary.path')} className={styles['quiet']}>
      {path.map((one) => (
        <span key={one.id}>
          <a href={hrefTo('vocabulary', [one.id])}>{one.label}</a>
          {' › '}
        </span>
      ))}
    </nav>
  )
}

function Retired({ id, label, index }: { readonly id: string; readonly label: string; readonly index: TreeIndex }) {
  const { t } = useWords()
  const restore = useRestore()
  const into = index.byId.get(id)?.concept.replacedBy ?? null
  return (
    <div className={styles['notice']}>
      <p>
        {into === null ? (
          t('vocabulary.leave.retired')
        ) : (
          <>
            {t('vocabulary.leave.retiredFor')} <a href={hrefTo('vocabulary', [into])}>{index.byId.get(into)?.label ?? into}</a>
          </>
        )}
      </p>
      <Button size="small" onClick={() => restore(id, label)}>
        {t('vocabulary.leave.restore')}
      </Button>
    </div>
  )
}

function Latest({ concept }: { readonly concept: string }) {
  const { t, shortDate } = useWords()
  const { data } = useQuery(`vocabulary-latest:${concept}`, () => client.vocabulary.latest({ concept }), {
    refreshOn: ['vocabulary.changed', 'suggestion.changed', 'article.changed'],
  })
  if (!data || data.length === 0) return null
  return (
    <section className={styles['learned']} aria-label={t('vocabulary.latest')}>
      <h3 className={styles['subtitle']}>{t('vocabulary.latest')}</h3>
      <ul className={styles['latest']}>
        {data.map((article) => (
          <li key={article.id}>
            <a href={hrefTo('articles', [article.id])}>{article.title || t('common.untitled')}</a>{' '}
            <span className={styles['quiet']}>{article.day === null ? t('common.noDate') : shortDate(article.day)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The page of a tag of the thesaurus. */
export function ConceptPage({ counted, index }: { readonly counted: CountedConcept; readonly index: TreeIndex }) {
  const { t } = useWords()
  const [leaving, setLeaving] = useState<'merge' | 'retire' | null>(null)
  const page = useRef<HTMLElement>(null)
  const { concept, articles } = counted
  // The column keeps its place from one tag to the next; another tag is read from its top.
  useEffect(() => {
    // In braces: newer Chromiums answer with a promise, which is no clean-up.
    page.current?.closest('[role=region]')?.scrollTo({ top: 0 })
  }, [])
  const label = index.byId.get(concept.id)?.label ?? concept.id
  return (
    <>
      <article ref={page} className={styles['sheet']} aria-label={label}>
        <header className={styles['conceptHead']}>
          <div>
            <Path index={index} id={concept.id} />
            <h2 className={styles['title']}>{label}</h2>
            <p className={styles['quiet']}>{`${concept.id} · ${t('vocabulary.usage', { count: articles })}`}</p>
          </div>
          {concept.active ? (
            <div className={styles['buttons']}>
              <Button size="small" onClick={() => setLeaving('merge')}>
                {t('vocabulary.leave.open.merge')}
              </Button>
              <Button size="small" onClick={() => setLeaving('retire')}>
                {t('vocabulary.leave.open.retire')}
              </Button>
            </div>
          ) : null}
        </header>
        {concept.active ? null : <Retired id={concept.id} label={label} index={index} />}
        <ConceptEditor concept={concept} term="" index={index} />
      </article>
      <TagPrecision concept={concept.id} />
      <Latest concept={concept.id} />
      <LearnedTagSection concept={concept.id} />
      {leaving ? <LeaveDialog kind={leaving} concept={concept.id} index={index} onClose={() => setLeaving(null)} /> : null}
    </>
  )
}
