// What people decided on comments like this one, beside the comment. It must not show the machine's opinions or names.
import { useState } from 'react'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { SimilarComment } from '../../../shared/contract/moderation.ts'
import type { CharterClause } from '../../../shared/domain/comment.ts'
import { BlurredText } from '../../ui/blurred-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useExposure } from '../../ui/use-exposure.ts'
import { useKeyLabel } from '../../ui/use-keyboard.ts'
import { useWords, type Words } from '../../words/use-words.ts'
import styles from './similar-decisions.module.css'
import shared from './review.module.css'

/** `Sur 6 commentaires proches : 4 refusés et 2 publiés. Les décisions passées diffèrent.` */
export function outcomeWords({ t, list }: Pick<Words, 't' | 'list'>, items: readonly Pick<SimilarComment, 'decision'>[]): string {
  const refused = items.filter((one) => one.decision === 'refuse').length
  const published = items.length - refused
  const outcome = list([
    ...(refused > 0 ? [t('commentDesk.similar.refused', { count: refused })] : []),
    ...(published > 0 ? [t('commentDesk.similar.published', { count: published })] : []),
  ])
  const counted = t('commentDesk.similar.counted', { count: items.length, outcome })
  return refused > 0 && published > 0 ? `${counted} ${t('commentDesk.similar.differ')}` : counted
}

function SimilarCard({ one, clauses }: { readonly one: SimilarComment; readonly clauses: readonly CharterClause[] }) {
  const { t, list, shortDate } = useWords()
  const exposure = useExposure()
  const [open, setOpen] = useState(false)
  const blurred = one.harsh && !open
  const clause = one.clause === null ? null : (clauses.find(({ id }) => id === one.clause)?.title ?? one.clause)
  const under = [one.title, one.at === null ? null : shortDate(one.at), one.here ? null : t('commentDesk.similar.past')]
  const reveal = () => {
    if (blurred) exposure.note(one.id)
    setOpen(!open)
  }
  return (
    <li className={styles['one']}>
      <p className={styles['head']}>
        <Chip tone={one.decision === 'refuse' ? 'red' : 'green'}>{t(`commentDesk.similar.${one.decision}`)}</Chip>
        {one.decision === 'refuse' ? <span>{clause ?? t('commentDesk.similar.clauseUnknown')}</span> : null}
      </p>
      <p className={styles['body']} lang={one.lang ?? undefined} translate="no">
        <BlurredText blurred={blurred} label={t('commentDesk.blur.text')}>
          {one.body}
        </BlurredText>
      </p>
      {one.harsh ? (
        <Button size="small" kind="quiet" onClick={reveal}>
          {t(blurred ? 'commentDesk.blur.read' : 'commentDesk.blur.hide')}
        </Button>
      ) : null}
      <p className={styles['under']}>
        {one.words.length > 0 ? t('commentDesk.similar.words', { words: list(one.words) }) : t('commentDesk.similar.spelling')}
      </p>
      <p className={styles['under']}>{under.filter((part) => part !== null && part !== '').join(' · ')}</p>
      {one.publicReason === '' || blurred ? null : (
        <details className={styles['under']}>
          <summary>{t('commentDesk.similar.letter')}</summary>
          <p className={styles['letter']}>{one.publicReason}</p>
        </details>
      )}
    </li>
  )
}

export interface SimilarDecisionsProps {
  readonly comment: string
  readonly clauses: readonly CharterClause[]
  readonly onClose: () => void
}

/** The panel `S` opens; it stays open from one comment to the next. */
export function SimilarDecisions({ comment, clauses, onClose }: SimilarDecisionsProps) {
  const words = useWords()
  const { t } = words
  const keyLabel = useKeyLabel()
  const { data, error } = useQuery(`similar:${comment}`, () => client.moderation.similar({ comment }), {
    refreshOn: ['comment.changed', 'similar.ready'],
    when: (event) => event.type !== 'comment.changed' || !event.ids.includes(comment),
  })
  return (
    <section className={styles['panel']} aria-label={t('commentDesk.similar.title')}>
      <h2 className={shared['sideHead']}>
        {t('commentDesk.similar.title')}
        <Button size="small" kind="quiet" keyHint={keyLabel('comments.similar')} onClick={onClose}>
          {t('commentDesk.similar.close')}
        </Button>
      </h2>
      <p className={shared['sideNote']}>{t('commentDesk.similar.help')}</p>
      <p className={styles['outcome']} role="status">
        {!data
          ? t(error ? 'commentDesk.similar.failed' : 'commentDesk.similar.looking')
          : data.compared === 0
            ? t('commentDesk.similar.noDecisions')
            : data.items.length === 0
              ? t('commentDesk.similar.none')
              : outcomeWords(words, data.items)}
      </p>
      <ul className={styles['list']}>
        {data?.items.map((one) => (
          <SimilarCard key={one.id} one={one} clauses={clauses} />
        ))}
      </ul>
    </section>
  )
}
