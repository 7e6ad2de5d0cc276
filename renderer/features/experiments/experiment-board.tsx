// The board: every experiment under its state, a line each, with filters once there are several.
// It must not know a card's details.
import { experimentStates, type Experiment, type ExperimentState } from '../../../shared/domain/experiment.ts'
import { tasks, type Task } from '../../../shared/domain/suggestion.ts'
import { Button } from '../../ui/button.tsx'
import { Chip, ChipButton } from '../../ui/chip.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { hrefTo } from '../../ui/router.ts'
import { EmptyState } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { boardShown, emptyBoardFilter, type BoardFilter } from './board-filter.ts'
import { criterionLine } from './describe-card.ts'
import { usePeople } from './use-people.ts'
import styles from './experiments.module.css'

const verdictTones = { continue: 'green', change: 'amber', stop: 'red' } as const
/** With fewer, filters only stand in the way. */
const fewestToFilter = 5

/** Where it stands: a verdict, a progress, or what comes next. */
function Standing({ experiment }: { experiment: Experiment }) {
  const { t, number } = useWords()
  const { conclusion, runs, state } = experiment
  if (conclusion) return <Chip tone={verdictTones[conclusion.verdict]}>{t(`experiments.verdict.${conclusion.verdict}`)}</Chip>
  const active = runs.find((run) => run.state === 'running' || run.state === 'paused' || run.state === 'queued')
  if (active)
    return (
      <span className={styles['quiet']}>
        {`${t(`runState.${active.state}`)} · ${t('experiments.run.progress', { done: number(active.done), total: number(active.total) })}`}
      </span>
    )
  const next = { proposed: 'toApprove', selected: 'toStart', running: 'toReview', 'in-review': 'toReview', concluded: 'toReview' } as const
  return <Chip tone="pencil">{t(`results.board.${next[state]}`)}</Chip>
}

function Line({ experiment }: { experiment: Experiment }) {
  const words = useWords()
  const { nameOf } = usePeople()
  const { t, shortDay } = words
  const { card, conclusion, approval, createdAt } = experiment
  const [kind, instant] = conclusion
    ? (['concluded', conclusion.at] as const)
    : approval
      ? (['approved', approval.at] as const)
      : (['created', createdAt] as const)
  return (
    <li>
      <a className={styles['lineLink']} href={hrefTo('experiments', [experiment.id])}>
        <span className={styles['lineMain']}>
          <span className={styles['tileTitle']}>{card.title}</span>
          <span className={styles['quiet']}>{criterionLine(card.criterion, words, true)}</span>
        </span>
        <span className={styles['lineFacts']}>
          <span>{[t(`task.${card.task}`), card.desk].filter(Boolean).join(' · ')}</span>
          <span>{`${nameOf(card.owner)}, ${t(`results.board.${kind}`, { day: shortDay(instant) })}`}</span>
        </span>
        <span className={styles['lineEnd']}>
          <Standing experiment={experiment} />
        </span>
      </a>
    </li>
  )
}

interface FiltersProps {
  readonly experiments: readonly Experiment[]
  readonly filter: BoardFilter
  readonly onChange: (next: Partial<BoardFilter>) => void
}

function Filters({ experiments, filter, onChange }: FiltersProps) {
  const { t, number } = useWords()
  const desks = [...new Set(experiments.map(({ card }) => card.desk).filter(Boolean))].toSorted((a, b) => a.localeCompare(b))
  const count = (state: ExperimentState) => experiments.filter((one) => one.state === state).length
  return (
    <div className={styles['boardBar']}>
      <div className={styles['chips']} role="group" aria-label={t('results.board.state')}>
        <ChipButton pressed={filter.state === ''} onClick={() => onChange({ state: '' })}>
          {`${t('results.board.everyState')} ${number(experiments.length)}`}
        </ChipButton>
        {experimentStates.map((state) => (
          <ChipButton key={state} pressed={filter.state === state} disabled={count(state) === 0} onClick={() => onChange({ state })}>
            {`${t(`experiments.column.${state}`)} ${number(count(state))}`}
          </ChipButton>
        ))}
      </div>
      <div className={styles['boardFields']}>
        <Field
          type="search"
          label={t('results.board.search')}
          labelHidden
          placeholder={t('results.board.search')}
          value={filter.words}
          onChange={(event) => onChange({ words: event.target.value })}
        />
        <Select<Task | ''>
          label={t('results.board.task')}
          labelHidden
          value={filter.task}
          options={[
            { value: '', label: t('results.board.everyTask') },
            ...tasks.map((task) => ({ value: task, label: t(`task.${task}`) })),
          ]}
          onChange={(task) => onChange({ task })}
        />
        {desks.length > 1 ? (
          <Select
            label={t('results.board.desk')}
            labelHidden
            value={filter.desk}
            options={[{ value: '', label: t('results.board.everyDesk') }, ...desks.map((desk) => ({ value: desk, label: desk }))]}
            onChange={(desk) => onChange({ desk })}
          />
        ) : null}
      </div>
    </div>
  )
}

/** From proposed to concluded, what waits for somebody first; a state nobody is in takes no room. */
export function ExperimentBoard({ experiments }: { experiments: readonly Experiment[] }) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const [kept, keep] = useRemembered<BoardFilter>('experiments.board', emptyBoardFilter)
  const filterable = experiments.length >= fewestToFilter
  const shown = filterable ? boardShown(experiments, kept, nameOf) : experiments
  return (
    <div className={styles['board']} role="group" aria-label={t('experiments.board')}>
      {filterable ? <Filters experiments={experiments} filter={kept} onChange={(next) => keep({ ...kept, ...next })} /> : null}
      {filterable ? (
        <p role="status" className="unseen">
          {t('results.board.shown', { count: shown.length })}
        </p>
      ) : null}
      {shown.length === 0 ? (
        <EmptyState title={t('results.board.none')}>
          <Button onClick={() => keep(emptyBoardFilter)}>{t('results.board.clear')}</Button>
        </EmptyState>
      ) : null}
      {experimentStates.map((state) => {
        const here = shown.filter((one) => one.state === state).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
        if (here.length === 0) return null
        return (
          <section key={state} className={styles['column']} aria-label={t(`experiments.column.${state}`)}>
            <h2 className={styles['columnTitle']}>
              {t(`experiments.column.${state}`)} <span className={styles['count']}>{here.length}</span>
            </h2>
            <ul className={styles['cards']}>
              {here.map((experiment) => (
                <Line key={experiment.id} experiment={experiment} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
