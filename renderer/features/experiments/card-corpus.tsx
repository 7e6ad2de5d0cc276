// What the corpus of a card holds, counted while it is written: cleared, barred, unknown, and the first titles.
// It must not know how a run reads them.
import type { ArticleSummary } from '../../../shared/domain/article.ts'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Chip } from '../../ui/chip.tsx'
import { useLater } from '../../ui/use-later.ts'
import { useWords } from '../../words/use-words.ts'
import { idsOf, type CardDraft } from './card-draft.ts'
import styles from './experiments.module.css'

const counted = 500
const mostAsked = 60
const shown = 4

type Found = Pick<ArticleSummary, 'id' | 'title' | 'aiUse'>

async function byQuery(query: string): Promise<{ total: number; missing: number; items: Found[] }> {
  const { total, items } = await client.articles.list({ ...(query === '' ? {} : { query }), offset: 0, limit: counted })
  return { total, missing: 0, items }
}

async function byIds(ids: readonly string[]): Promise<{ total: number; missing: number; items: Found[] }> {
  const asked = await Promise.allSettled(ids.slice(0, mostAsked).map((id) => client.articles.show({ id })))
  const items = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  return { total: ids.length, missing: asked.length - items.length, items }
}

/** The count, live, and the first titles. */
export function CorpusCount({ draft }: { draft: CardDraft }) {
  const { t } = useWords()
  const settled = useLater(`${draft.corpusKind}\n${draft.corpusKind === 'query' ? draft.query.trim() : idsOf(draft.ids).join('\n')}`, 250)
  const [kind, ...parts] = settled.split('\n')
  const ids = parts.filter(Boolean)
  // Comments are read whatever their article's rights, and a list may name them: there is nothing to count here.
  const empty = draft.task === 'moderation' || (kind === 'articles' && ids.length === 0)
  const { data } = useQuery(empty ? null : `experiments-corpus:${settled}`, () =>
    kind === 'articles' ? byIds(ids) : byQuery(parts.join(' ')),
  )
  if (!data) return null
  const cleared = data.items.filter((item) => item.aiUse).length
  const barred = data.items.length - cleared
  const read = data.items.length + data.missing
  return (
    <div className={styles['corpus']}>
      <div role="status">
        {data.total === 0 ? <p className={styles['problem']}>{t('card.corpus.none')}</p> : null}
        {data.total > 0 ? <p>{t('card.corpus.cleared', { count: cleared })}</p> : null}
        {barred > 0 ? <p className={styles['problem']}>{t('card.corpus.barred', { count: barred })}</p> : null}
        {data.missing > 0 ? <p className={styles['problem']}>{t('card.corpus.missing', { count: data.missing })}</p> : null}
        {data.total > read ? <p className={styles['quiet']}>{t('card.corpus.first', { count: read, total: data.total })}</p> : null}
      </div>
      {data.items.length > 0 ? (
        <ul className={styles['firsts']} aria-label={t('card.corpus.preview')}>
          {data.items.slice(0, shown).map((item) => (
            <li key={item.id}>
              {item.title || t('common.untitled')} {item.aiUse ? null : <Chip tone="red">{t('card.corpus.barredOne')}</Chip>}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
