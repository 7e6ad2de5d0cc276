// The text both engines read, with the proofs of A and B lit. It must not know votes.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { ComparisonPair, ShownOutput } from '../../../shared/domain/comparison.ts'
import { ArticleText, type Lit } from '../../ui/article-text.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useWords, type Words } from '../../words/use-words.ts'
import { markOf, type Side } from './blind-side.tsx'
import styles from './blind.module.css'

function litOf(output: ShownOutput, mark: string, item: string, t: Words['t']): Lit[] {
  if (output.kind === 'link')
    return output.anchor
      ? [{ id: mark, start: output.anchor.start, end: output.anchor.end, tone: 'anchor', mark, label: t('blind.evidence', { mark }) }]
      : []
  return output.evidence
    .filter((proof) => proof.field === 'body' && proof.item === item)
    .map((proof, index) => ({
      id: mark,
      start: proof.start,
      end: proof.end,
      ...(index === 0 ? { mark, label: t('blind.evidence', { mark }) } : {}),
    }))
}

function allLit(pair: ComparisonPair, t: Words['t']): Lit[] {
  const of = (side: Side) => pair[side].flatMap((output, index) => litOf(output, markOf(side, index), pair.item, t))
  return [...of('a'), ...of('b')]
}

interface TextProps {
  readonly pair: ComparisonPair
  readonly active: string | null
  readonly onLook: (mark: string | null) => void
}

function ArticleOfPair({ pair, active, onLook }: TextProps) {
  const { t, date, list, error } = useWords()
  const {
    data,
    error: failed,
    reload,
  } = useQuery(`article-text:${pair.item}`, () => client.articles.show({ id: pair.item }), {
    refreshOn: ['article.changed'],
  })
  if (failed) return <ErrorState text={error(failed)} onRetry={reload} />
  if (!data) return <Loading />
  const by = data.authors.length > 0 ? [t('review.byline', { authors: list(data.authors) })] : []
  return (
    <ArticleText
      title={data.title || t('common.untitled')}
      kicker={data.section ?? undefined}
      byline={[...by, ...(data.date ? [date(data.date)] : [])].join(' · ')}
      deck={data.deck ?? undefined}
      body={data.body}
      lang={data.lang}
      lit={allLit(pair, t)}
      active={active}
      onLook={onLook}
      level={2}
    />
  )
}

function CommentOfPair({ pair, active, onLook }: TextProps) {
  const { t, error } = useWords()
  const { data, error: failed, reload } = useQuery(`comment:${pair.item}`, () => client.comments.show({ id: pair.item }))
  if (failed) return <ErrorState text={error(failed)} onRetry={reload} />
  if (!data) return <Loading />
  return (
    <>
      <ArticleText
        kicker={data.article?.title ?? undefined}
        body={data.comment.body}
        lang={data.comment.lang}
        lit={allLit(pair, t)}
        active={active}
        onLook={onLook}
        level={2}
      />
    </>
  )
}

/** The middle column. */
export function BlindText(props: TextProps) {
  const { t } = useWords()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text that scrolls must be reachable from the keyboard
    <div className={styles['text']} role="region" aria-label={t('blind.text')} tabIndex={0}>
      {props.pair.task === 'moderation' ? <CommentOfPair {...props} /> : <ArticleOfPair {...props} />}
    </div>
  )
}
