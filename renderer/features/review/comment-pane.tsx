// The comment under judgement, the thread above it and the article it stands under.
// It must not know the decisions.
import type { Article } from '../../../shared/domain/article.ts'
import type { Comment } from '../../../shared/domain/comment.ts'
import type { Flag } from '../../../shared/domain/suggestion.ts'
import { ArticleText } from '../../ui/article-text.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { useKeyLabel } from '../../ui/use-keyboard.ts'
import { useWords } from '../../words/use-words.ts'
import { FlaggedText } from './flagged-text.tsx'
import styles from './comment-pane.module.css'
import shared from './review.module.css'

function CommentHead({ comment }: { comment: Comment }) {
  const { t, shortDate } = useWords()
  return (
    <p className={styles['commentHead']}>
      <span>{comment.author ?? t('review.comment.anonymous')}</span>
      {comment.date ? <span>{shortDate(comment.date)}</span> : null}
      {comment.masked > 0 ? <span>{t('review.comment.masked', { count: comment.masked })}</span> : null}
    </p>
  )
}

export interface CommentPaneProps {
  readonly comment: Comment
  readonly parents: readonly Comment[]
  readonly article: Article | null
  readonly places: readonly Flag[]
  readonly blurred: boolean
  /** The machine says it is harsh; otherwise people refused it. */
  readonly byMachine: boolean
  /** Null when nothing is blurred. */
  readonly onReveal: (() => void) | null
  /** Parents whose text is harsh, and those of them blurred now. */
  readonly veiled: readonly string[]
  readonly veiledNow: readonly string[]
  readonly onRevealParent: (id: string) => void
}

/** A comment of the thread above. */
function Parent({ parent, blurred, onReveal }: { parent: Comment; blurred: boolean; onReveal: (() => void) | null }) {
  const { t } = useWords()
  return (
    <article className={classes(styles['comment'], styles['parent'])} lang={parent.lang ?? undefined} translate="no">
      <CommentHead comment={parent} />
      <p className={classes(styles['commentBody'], blurred && styles['blurred'])} aria-hidden={blurred}>
        {parent.body}
      </p>
      {blurred ? <p className={shared['note']}>{t('commentDesk.blur.refused')}</p> : null}
      {onReveal ? (
        <Button size="small" kind="quiet" onClick={onReveal}>
          {t(blurred ? 'commentDesk.blur.read' : 'commentDesk.blur.hide')}
        </Button>
      ) : null}
    </article>
  )
}

/** Parents, the comment, then its article. */
export function CommentPane(props: CommentPaneProps) {
  const { comment, parents, article, places, blurred, byMachine, onReveal, veiled, veiledNow, onRevealParent } = props
  const { t, date } = useWords()
  const keyLabel = useKeyLabel()
  return (
    <>
      <div className={styles['sheet']}>
        <p className={styles['kicker']}>{parents.length > 0 ? t('review.comment.thread') : t('review.comment.alone')}</p>
        {parents.map((parent) => (
          <Parent
            key={parent.id}
            parent={parent}
            blurred={veiledNow.includes(parent.id)}
            onReveal={veiled.includes(parent.id) ? () => onRevealParent(parent.id) : null}
          />
        ))}
        <article className={classes(styles['comment'], styles['now'])} lang={comment.lang ?? undefined} translate="no">
          <CommentHead comment={comment} />
          <p className={classes(styles['commentBody'], blurred && styles['blurred'])} aria-hidden={blurred}>
            <FlaggedText text={comment.body} flags={places} />
          </p>
          {blurred ? <p className={shared['note']}>{t(byMachine ? 'review.comment.blurred' : 'commentDesk.blur.refused')}</p> : null}
          {onReveal ? (
            <Button size="small" keyHint={keyLabel('comments.reveal')} onClick={onReveal}>
              {t(blurred ? 'review.act.reveal' : 'review.act.hide')}
            </Button>
          ) : null}
        </article>
      </div>
      <div className={styles['under']}>
        {article ? (
          <ArticleText
            title={article.title || t('common.untitled')}
            kicker={t('review.comment.under')}
            byline={article.date ? date(article.date) : undefined}
            deck={article.deck ?? undefined}
            body={article.body}
            lang={article.lang}
            level={2}
          />
        ) : (
          <p className={styles['sheet']}>{t('review.comment.noArticle')}</p>
        )}
      </div>
    </>
  )
}
