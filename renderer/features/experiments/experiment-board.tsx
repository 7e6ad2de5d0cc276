// The board: every experiment in the column of its state. It must not know a card's details.
import { experimentStates, type Experiment } from '../../../shared/domain/experiment.ts'
import { Chip } from '../../ui/chip.tsx'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import { criterionLine } from './describe-card.ts'
import { usePeople } from './use-people.ts'
import styles from './experiments.module.css'

const verdictTones = { continue: 'green', change: 'amber', stop: 'red' } as const

function Tile({ experiment }: { experiment: Experiment }) {
  const words = useWords()
  const { nameOf } = usePeople()
  const { t, number } = words
  const { card, conclusion } = experiment
  const running = experiment.runs.find((run) => run.state === 'running' || run.state === 'paused')
  return (
    <li>
      <a className={styles['tile']} href={hrefTo('experiments', [experiment.id])}>
        <span className={styles['tileTitle']}>{card.title}</span>
        <span className={styles['quiet']}>{`${t(`task.${card.task}`)} · ${nameOf(card.owner)}`}</span>
        <span className={styles['quiet']}>{criterionLine(card.criterion, words, true)}</span>
        {running ? (
          <span
            className={styles['quiet']}
          >{`${t(`runState.${running.state}`)} · ${t('experiments.run.progress', { done: number(running.done), total: number(running.total) })}`}</span>
        ) : null}
        {conclusion ? (
          <span>
            <Chip tone={verdictTones[conclusion.verdict]}>{t(`experiments.verdict.${conclusion.verdict}`)}</Chip>
          </span>
        ) : null}
      </a>
    </li>
  )
}

/** Five columns, from proposed to concluded. */
export function ExperimentBoard({ experiments }: { experiments: readonly Experiment[] }) {
  const { t } = useWords()
  return (
    <div className={styles['board']} role="group" aria-label={t('experiments.board')}>
      {experimentStates.map((state) => {
        const here = experiments.filter((one) => one.state === state)
        return (
          <section key={state} className={styles['column']} aria-label={t(`experiments.column.${state}`)}>
            <h2 className={styles['columnTitle']}>
              {t(`experiments.column.${state}`)} <span className={styles['count']}>{here.length}</span>
            </h2>
            {here.length === 0 ? <p className={styles['quiet']}>{t('experiments.columnEmpty')}</p> : null}
            <ul className={styles['cards']}>
              {here.map((experiment) => (
                <Tile key={experiment.id} experiment={experiment} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
