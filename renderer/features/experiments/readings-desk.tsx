// The second reading: the article, what the machine proposed, and four keys. What was decided first is not here.
// It must not know disagreements.
import { useSession } from '../../client-session.ts'
import type { ReadingLine, ReadingPaper } from '../../../shared/domain/reading.ts'
import { ArticleText, type Lit } from '../../ui/article-text.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Panes } from '../../ui/panes.tsx'
import { hrefTo } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useKeyLabel } from '../../ui/use-keyboard.ts'
import { useActionKeys } from '../../ui/use-keys.ts'
import { useWords } from '../../words/use-words.ts'
import { ReadingDialog } from './readings-dialogs.tsx'
import { PlanForm } from './readings-plan.tsx'
import { FindingChips, wordsOfValue } from './readings-value.tsx'
import { useReadingQueue, useSecondReading } from './use-second-reading.ts'
import styles from './referent.module.css'

type Desk = ReturnType<typeof useSecondReading>

function Lines({ lines, shown, experiment, read, drawn, forOther, onPlan }: LinesProps) {
  const { t } = useWords()
  return (
    <>
      <div className={styles['listHead']}>
        <a href={hrefTo('experiments', ['referent'])}>{t('referent.back')}</a>
        <h2 className={styles['listTitle']}>{t('referent.reading.list')}</h2>
        <span role="status">{t('referent.reading.progress', { count: read, total: drawn })}</span>
        <span>
          <Button size="small" kind="quiet" onClick={onPlan}>
            {t('referent.plan.title')}
          </Button>
        </span>
        {forOther > 0 ? <span className={styles['quiet']}>{t('referent.reading.forOther', { count: forOther })}</span> : null}
      </div>
      <ol className={styles['list']}>
        {lines.map((line) => (
          <li key={line.suggestion} className={classes(line.verdict !== null && styles['done'])}>
            <a
              className={styles['entry']}
              aria-current={line === shown ? 'true' : undefined}
              href={hrefTo('experiments', [experiment, 'reading', line.suggestion])}
            >
              <span className={styles['entryTitle']}>{line.title || t('common.untitled')}</span>
              <span className={styles['excerpt']}>{line.excerpt}</span>
              <span className={styles['entryNote']}>
                {line.verdict === null ? t('referent.reading.unread') : t(`referent.reading.verdict.${line.verdict}`)}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}

interface LinesProps {
  readonly lines: readonly ReadingLine[]
  readonly shown: ReadingLine | undefined
  readonly experiment: string
  readonly read: number
  readonly drawn: number
  readonly forOther: number
  readonly onPlan: () => void
}

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

function Sheet({ paper }: { paper: ReadingPaper }) {
  const { t, date } = useWords()
  const { title, body, lang, section, deck } = paper.article
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

function Output({ paper }: { paper: ReadingPaper }) {
  const words = useWords()
  const { t } = words
  const { reading } = paper
  return (
    <div className={styles['side']}>
      <h2 className={styles['sideTitle']}>{t('referent.reading.output')}</h2>
      <p className={styles['quiet']}>{t('referent.reading.blind')}</p>
      <div className={styles['paper']}>
        <p className={styles['proposed']} data-unvalidated="" title={t('common.machineProposalBy', { engine: paper.engine })}>
          {wordsOfValue(paper.value, paper.target?.title ?? null, words)}
        </p>
        <FindingChips flags={paper.flags} />
      </div>
      {reading ? (
        <div className={styles['paper']}>
          <p>
            <Chip tone="pencil">{t('referent.reading.yours', { verdict: t(`referent.reading.verdict.${reading.verdict}`) })}</Chip>
          </p>
          {reading.value ? <p className={styles['kept']}>{wordsOfValue(reading.value, null, words)}</p> : null}
          {reading.reason ? <p className={styles['quiet']}>{t('referent.settle.reason', { reason: reading.reason })}</p> : null}
          {reading.again ? <p className={styles['quiet']}>{t('referent.reading.again')}</p> : null}
        </div>
      ) : null}
      <p className={styles['quiet']}>{t('referent.reading.keys')}</p>
    </div>
  )
}

function useReadingKeys(desk: Desk, able: { readonly give: boolean; readonly edit: boolean; readonly undo: boolean }) {
  const { brake, give, setWindow, shown } = desk
  const judge = (allowed: boolean, press: () => void) => brake(() => (allowed ? press() : undefined))
  useActionKeys('points', {
    enabled: desk.window === null && shown !== undefined,
    act: {
      'points.validate': judge(able.give, () => give('accept')),
      'points.edit': judge(able.edit, () => setWindow('edit')),
      'points.refuse': judge(able.give, () => setWindow('reject')),
      'points.doubt': judge(able.give, () => setWindow('unsure')),
      next: () => desk.walk(1),
      previous: () => desk.walk(-1),
      undo: (event) => {
        if (able.undo && !event.repeat) void desk.undo.run(shown?.suggestion ?? '')
      },
    },
  })
}

function Bar({ desk, paper }: { desk: Desk; paper: ReadingPaper | undefined }) {
  const { t } = useWords()
  const { person } = useSession()
  const keyOf = useKeyLabel()
  const { lines, at, give, setWindow, shown } = desk
  const referent = person.roles.includes('referent')
  const open = referent && shown?.verdict === null && paper !== undefined && !desk.busy
  const able = { give: open, edit: open && paper.task === 'key-points', undo: referent && shown !== undefined && shown.verdict !== null }
  useReadingKeys(desk, able)
  const decide = (verdict: 'accept' | 'edit' | 'reject' | 'unsure') => (verdict === 'accept' ? give(verdict) : setWindow(verdict))
  const verdicts = [
    ['accept', 'points.validate'],
    ['edit', 'points.edit'],
    ['reject', 'points.refuse'],
    ['unsure', 'points.doubt'],
  ] as const
  return (
    <>
      {verdicts.map(([verdict, key]) => (
        <Button
          key={verdict}
          kind={verdict === 'accept' ? 'main' : 'plain'}
          disabled={verdict === 'edit' ? !able.edit : !able.give}
          keyHint={keyOf(key)}
          onClick={() => decide(verdict)}
        >
          {t(`referent.reading.verdict.${verdict}`)}
        </Button>
      ))}
      {able.undo ? (
        <Button kind="quiet" keyHint={keyOf('undo')} onClick={() => void desk.undo.run(shown?.suggestion ?? '')}>
          {t('referent.reading.undo')}
        </Button>
      ) : null}
      {referent ? null : <span className={styles['quiet']}>{t('referent.reading.role')}</span>}
      <div className={styles['place']}>
        <span>{t('referent.reading.place', { at: at + 1, total: lines.length })}</span>
        <Button size="small" kind="quiet" keyHint={keyOf('next')} disabled={at + 1 >= lines.length} onClick={() => desk.walk(1)}>
          {t('referent.reading.next')}
        </Button>
        <Button size="small" kind="quiet" keyHint={keyOf('previous')} disabled={at <= 0} onClick={() => desk.walk(-1)}>
          {t('referent.reading.previous')}
        </Button>
      </div>
    </>
  )
}

function Windows({
  desk,
  paper,
  experiment,
  every,
}: {
  desk: Desk
  paper: ReadingPaper | undefined
  experiment: string
  every: number | null
}) {
  const { t } = useWords()
  const { window, setWindow } = desk
  const close = () => setWindow(null)
  if (window === 'plan')
    return (
      <Dialog open onClose={close} title={t('referent.plan.title')}>
        <PlanForm experiment={experiment} every={every} onDone={close} />
      </Dialog>
    )
  if (window === null || !paper) return null
  return (
    <ReadingDialog
      key={`${window} ${paper.suggestion}`}
      verdict={window}
      suggestion={paper.suggestion}
      text={'text' in paper.value ? paper.value.text : ''}
      needsReason={window === 'reject' && paper.task === 'key-points'}
      onClose={close}
      onGiven={(given) => desk.give(window, given)}
    />
  )
}

function NothingToRead({ experiment, every, forOther }: { experiment: string; every: number | null; forOther: number }) {
  const { t } = useWords()
  return (
    <Page title={t('referent.reading.title')} lead={<a href={hrefTo('experiments', ['referent'])}>{t('referent.back')}</a>} width="text">
      {every === null ? null : (
        <EmptyState
          title={t('referent.reading.nothing.title')}
          text={forOther > 0 ? t('referent.reading.forOther', { count: forOther }) : t('referent.reading.nothing.text')}
        >
          <LinkButton href={hrefTo('experiments', [experiment])}>{t('experiments.card.title')}</LinkButton>
        </EmptyState>
      )}
      <Section title={t('referent.plan.title')} aside={every === null ? null : t('referent.plan.now', { every: every })}>
        <PlanForm key={every} experiment={experiment} every={every} />
      </Section>
    </Page>
  )
}

/** The screen `#/experiments/ID/reading/SUGGESTION`. */
export function ReadingsDesk({ experiment, wanted }: { readonly experiment: string; readonly wanted: string | undefined }) {
  const { t, error } = useWords()
  const queue = useReadingQueue(experiment)
  const desk = useSecondReading(experiment, wanted, queue)
  const { data, error: failed } = queue
  const lead = <a href={hrefTo('experiments', ['referent'])}>{t('referent.back')}</a>
  if (!data)
    return (
      <Page title={t('referent.reading.title')} lead={lead}>
        {failed ? (
          <ErrorState text={`${t('referent.failed')} ${error(failed)}`} onRetry={queue.reload} />
        ) : (
          <Loading text={t('referent.loading')} />
        )}
      </Page>
    )
  if (data.lines.length === 0) return <NothingToRead experiment={experiment} every={data.every} forOther={data.forOther} />
  // A reading just given changes the paper's question: the text stays on the screen meanwhile.
  const paper = desk.paper.data?.suggestion === desk.shown?.suggestion ? desk.paper.data : undefined
  return (
    <>
      <h1 className="unseen">{t('referent.reading.title')}</h1>
      <Panes
        listLabel={t('referent.reading.list')}
        list={
          <Lines
            lines={data.lines}
            shown={desk.shown}
            experiment={experiment}
            read={data.read}
            drawn={data.drawn}
            forOther={data.forOther}
            onPlan={() => desk.setWindow('plan')}
          />
        }
        mainLabel={t('referent.reading.article')}
        main={
          paper ? (
            <Sheet paper={paper} />
          ) : desk.paper.error ? (
            <ErrorState text={`${t('referent.failed')} ${error(desk.paper.error)}`} onRetry={desk.paper.reload} />
          ) : (
            <Loading text={t('referent.loading')} />
          )
        }
        sideLabel={t('referent.reading.output')}
        side={paper ? <Output paper={paper} /> : null}
        bar={
          <>
            <Bar desk={desk} paper={paper} />
            <Windows desk={desk} paper={paper} experiment={experiment} every={data.every} />
          </>
        }
      />
    </>
  )
}
