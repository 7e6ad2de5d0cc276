// The second reading: the article, what the machine proposed, and four keys. What was decided first is not here.
// It must not know disagreements.
import { useSession } from '../../client-session.ts'
import type { ReadingLine, ReadingPaper } from '../../../shared/domain/reading.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ListEntry } from '../../ui/list-entry.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Panes } from '../../ui/panes.tsx'
import { hrefTo } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useKeyLabel } from '../../ui/use-keyboard.ts'
import { useActionKeys } from '../../ui/use-keys.ts'
import { useWords } from '../../words/use-words.ts'
import { SendReadings } from './packet-send.tsx'
import { Output, Sheet } from './reading-sheet.tsx'
import { sourcePath, type ReadingSource } from './reading-source.ts'
import { ReadingDialog } from './readings-dialogs.tsx'
import { PlanForm } from './readings-plan.tsx'
import { sayVerdict } from './readings-value.tsx'
import { useReadingQueue, useSecondReading } from './use-second-reading.ts'
import styles from './referent.module.css'

type Desk = ReturnType<typeof useSecondReading>

function Lines({ lines, shown, source, read, drawn, forOther, onPlan }: LinesProps) {
  const words = useWords()
  const { t } = words
  return (
    <>
      <div className={styles['listHead']}>
        <a href={hrefTo('experiments', ['referent'])}>{t('referent.back')}</a>
        <h2 className={styles['listTitle']}>{t('referent.reading.list')}</h2>
        <span role="status">{t('referent.reading.progress', { count: read, total: drawn })}</span>
        <span className={styles['buttons']}>
          <Button size="small" kind="quiet" onClick={onPlan}>
            {t('referent.plan.title')}
          </Button>
          {'packet' in source ? (
            <>
              <a href={hrefTo('experiments', ['referent', 'packet', source.packet])}>{t('packetReadings.packet')}</a>
              <SendReadings packet={source.packet} read={read} />
            </>
          ) : null}
        </span>
        {forOther > 0 ? <span className={styles['quiet']}>{t('referent.reading.forOther', { count: forOther })}</span> : null}
      </div>
      <ol className={styles['list']}>
        {lines.map((line) => (
          <li key={line.suggestion}>
            <ListEntry
              href={hrefTo('experiments', sourcePath(source, line.suggestion))}
              current={line === shown}
              done={line.verdict !== null}
              title={line.title || t('common.untitled')}
              note={line.verdict === null ? t('referent.reading.unread') : sayVerdict(line.task, line.verdict, words)}
            >
              <span className={styles['excerpt']}>{line.excerpt}</span>
            </ListEntry>
          </li>
        ))}
      </ol>
    </>
  )
}

interface LinesProps {
  readonly lines: readonly ReadingLine[]
  readonly shown: ReadingLine | undefined
  readonly source: ReadingSource
  readonly read: number
  readonly drawn: number
  readonly forOther: number
  readonly onPlan: () => void
}

function useReadingKeys(desk: Desk, able: { readonly give: boolean; readonly edit: boolean; readonly undo: boolean }) {
  const { brake, give, setWindow, shown } = desk
  const takeBack = (event: KeyboardEvent) => (event.repeat ? undefined : desk.takeBack())
  const judge = (allowed: boolean, press: () => void) => brake(() => (allowed ? press() : undefined))
  useActionKeys('reading', {
    enabled: desk.window === null && shown !== undefined,
    act: {
      'reading.accept': judge(able.give, () => give('accept')),
      'reading.edit': judge(able.edit, () => setWindow('edit')),
      'reading.refuse': judge(able.give, () => setWindow('reject')),
      'reading.doubt': judge(able.give, () => setWindow('unsure')),
      next: () => desk.walk(1),
      previous: () => desk.walk(-1),
      ...(able.undo ? { undo: takeBack } : {}),
    },
  })
}

function Bar({ desk, paper }: { desk: Desk; paper: ReadingPaper | undefined }) {
  const words = useWords()
  const { t } = words
  const { person } = useSession()
  const keyOf = useKeyLabel()
  const { lines, at, give, setWindow, shown } = desk
  const referent = person.roles.includes('referent')
  const open = referent && shown?.verdict === null && paper !== undefined && !desk.busy
  const able = { give: open, edit: open && paper.task === 'key-points', undo: referent && shown !== undefined && shown.verdict !== null }
  useReadingKeys(desk, able)
  const decide = (verdict: 'accept' | 'edit' | 'reject' | 'unsure') => (verdict === 'accept' ? give(verdict) : setWindow(verdict))
  const verdicts = [
    ['accept', 'reading.accept'],
    ['edit', 'reading.edit'],
    ['reject', 'reading.refuse'],
    ['unsure', 'reading.doubt'],
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
          {sayVerdict(shown?.task ?? 'key-points', verdict, words)}
        </Button>
      ))}
      {able.undo ? (
        <Button kind="quiet" keyHint={keyOf('undo')} onClick={desk.takeBack}>
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
  source,
  every,
}: {
  desk: Desk
  paper: ReadingPaper | undefined
  source: ReadingSource
  every: number | null
}) {
  const { t } = useWords()
  const { window, setWindow } = desk
  const close = () => setWindow(null)
  if (window === 'plan')
    return (
      <Dialog open onClose={close} title={t('referent.plan.title')}>
        <PlanForm source={source} every={every} onDone={close} />
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

function NothingToRead({ source, every, forOther }: { source: ReadingSource; every: number | null; forOther: number }) {
  const { t } = useWords()
  const packet = 'packet' in source ? source.packet : null
  return (
    <Page
      title={t(packet === null ? 'referent.reading.title' : 'packetReadings.title')}
      lead={<a href={hrefTo('experiments', ['referent'])}>{t('referent.back')}</a>}
      width="text"
    >
      {every === null ? null : (
        <EmptyState
          title={t('referent.reading.nothing.title')}
          text={forOther > 0 ? t('referent.reading.forOther', { count: forOther }) : t('referent.reading.nothing.text')}
        >
          {'packet' in source ? null : (
            <LinkButton href={hrefTo('experiments', [source.experiment])}>{t('experiments.card.title')}</LinkButton>
          )}
        </EmptyState>
      )}
      <Section title={t('referent.plan.title')} aside={every === null ? null : t('referent.plan.now', { every: every })}>
        {packet === null ? null : <p>{t('packetReadings.before')}</p>}
        <PlanForm key={every} source={source} every={every} />
        {packet === null ? null : (
          <p>
            <a href={hrefTo('experiments', ['referent', 'packet', packet])}>{t('packetReadings.look')}</a>
          </p>
        )}
      </Section>
    </Page>
  )
}

/** The screens `#/experiments/ID/reading/SUGGESTION` and `#/experiments/referent/reading/PACKET/SUGGESTION`. */
export function ReadingsDesk({ source, wanted }: { readonly source: ReadingSource; readonly wanted: string | undefined }) {
  const { t, error } = useWords()
  const queue = useReadingQueue(source)
  const desk = useSecondReading(source, wanted, queue)
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
  if (data.lines.length === 0) return <NothingToRead source={source} every={data.every} forOther={data.forOther} />
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
            source={source}
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
            <Windows desk={desk} paper={paper} source={source} every={data.every} />
          </>
        }
      />
    </>
  )
}
