// One output to read again: its article or comment, what the machine proposed, and one's own reading once given.
// It must not know the list around it, nor any first decision.
import type { ReadingPaper } from '../../../shared/domain/reading.ts'
import { ArticleText, type Lit } from '../../ui/article-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { CommentToRead } from './reading-comment.tsx'
import { FindingChips, sayVerdict, wordsOfValue } from './readings-value.tsx'
import styles from './referent.module.css'

function litOf(paper: ReadingPaper, label: string): Lit[] {
  const places = paper.evidence.flatMap((one) => (one.kind === 'text' && one.field === 'body' && one.item === paper.item ? [one] : []))
  const lit = places.map((place, nth): Lit => ({
    id: paper.suggestion,
    start: place.start,
    end: place.end,
    ...(nth === 0 ? { mark: '1', label } : {}),
  }))
  const anchor = 'anchor' in paper.value ? paper.value.anchor : null
  return anchor ? [...lit, { id: paper.suggestion, start: anchor.start, end: anchor.end, tone: 'anchor' }] : lit
}

/** The article, or the comment under those it answers. */
export function Sheet({ paper }: { paper: ReadingPaper }) {
  const { t, date } = useWords()
  if (paper.comment) return <CommentToRead key={paper.suggestion} comment={paper.comment} article={paper.article.title} />
  const { title, body, lang, section, deck } = paper.article
  if (body === '') return <EmptyState title={title || t('common.untitled')} text={t('packetReadings.noText')} />
  return (
    <ArticleText
      title={title || t('common.untitled')}
      kicker={section ?? undefined}
      byline={paper.article.date ? date(paper.article.date) : undefined}
      deck={deck ?? undefined}
      body={body}
      lang={lang}
      lit={litOf(paper, t('referent.reading.evidence'))}
      active={paper.suggestion}
      level={2}
    />
  )
}

/** What the machine proposed; where the article's text did not come, the passages it quotes. */
function Proposal({ paper }: { paper: ReadingPaper }) {
  const words = useWords()
  const quotes = paper.article.body === '' ? paper.evidence.flatMap((one) => (one.kind === 'text' ? [one.quote] : [])) : []
  return (
    <div className={styles['paper']}>
      <p className={styles['proposed']} data-unvalidated="" title={words.t('common.machineProposalBy', { engine: paper.engine })}>
        {wordsOfValue(paper.value, paper.target?.title ?? null, words)}
      </p>
      {quotes.map((quote) => (
        <blockquote key={quote} className={styles['quiet']}>
          {quote}
        </blockquote>
      ))}
      <FindingChips flags={paper.flags} />
    </div>
  )
}

/** What is read again, and the reading once it is given. */
export function Output({ paper }: { paper: ReadingPaper }) {
  const words = useWords()
  const { t } = words
  const { reading } = paper
  return (
    <div className={styles['side']}>
      <h2 className={styles['sideTitle']}>{t(paper.comment ? 'packetReadings.comment' : 'referent.reading.output')}</h2>
      <p className={styles['quiet']}>{t(paper.comment ? 'packetReadings.blind' : 'referent.reading.blind')}</p>
      {paper.comment ? null : <Proposal paper={paper} />}
      {reading ? (
        <div className={styles['paper']}>
          <p>
            <Chip tone="pencil">{t('referent.reading.yours', { verdict: sayVerdict(paper.task, reading.verdict, words) })}</Chip>
          </p>
          {reading.value ? <p className={styles['kept']}>{wordsOfValue(reading.value, null, words)}</p> : null}
          {reading.reason ? <p className={styles['quiet']}>{t('referent.settle.reason', { reason: reading.reason })}</p> : null}
          {reading.again ? <p className={styles['quiet']}>{t('referent.reading.again')}</p> : null}
        </div>
      ) : null}
    </div>
  )
}
