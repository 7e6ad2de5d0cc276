// How well an engine does on what this newsroom validated itself, beside plain baselines.
// It must not know how a figure is computed.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import type { DeskEvaluation, Metrics } from '../../../shared/domain/evaluation.ts'
import { tasks, type Task } from '../../../shared/domain/suggestion.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import { LearningCurve } from './learning-curve.tsx'
import styles from './engines.module.css'

/** The figures people are shown, the telling one first; the rest stays in `marbre evaluate`. */
const telling: Record<Task, readonly string[]> = {
  tags: ['f1@5', 'ndcg@10', 'precision@1'],
  'key-points': ['rouge1', 'rouge2', 'grounded'],
  moderation: ['rocAuc', 'macroF1', 'ece', 'abstained'],
  links: ['ndcg@5', 'recall@10', 'mrr'],
}

interface Line {
  readonly name: string
  readonly metrics: Metrics
}

function Figures({ evaluation }: { evaluation: DeskEvaluation }) {
  const { t, maybe, decimal, moment, number } = useWords()
  const names = telling[evaluation.task].filter((name) => name in evaluation.metrics)
  const lines: Line[] = [
    { name: evaluation.engine === 'builtin' ? t('engines.kind.builtin') : evaluation.engine, metrics: evaluation.metrics },
    ...Object.entries(evaluation.baselines).map(([name, metrics]) => ({ name: maybe(`engines.baseline.${name}`, name), metrics })),
  ]
  const shown = (value: number | null | undefined) => (value === null || value === undefined ? '–' : decimal(value, value > 1 ? 1 : 3))
  return (
    <div>
      <Table<Line>
        caption={t('engines.measure.caption', { task: t(`task.${evaluation.task}`) })}
        columns={[
          { id: 'name', title: t('engines.measure.engine'), cell: (line) => line.name },
          ...names.map((name) => ({
            id: name,
            title: maybe(`engines.metric.${name.replace('@', '')}`, name),
            cell: (line: Line) => shown(line.metrics[name]),
            align: 'end' as const,
          })),
        ]}
        rows={lines}
        rowKey={(line) => line.name}
      />
      <p className={styles['quiet']}>
        {t('engines.measure.made', { at: moment(evaluation.at), items: number(evaluation.items), outputs: number(evaluation.gold) })}
      </p>
    </div>
  )
}

interface TaskMeasureProps {
  readonly task: Task
  readonly gold: { readonly items: number; readonly need: number }
  readonly last: DeskEvaluation | undefined
  readonly engines: readonly string[]
}

function TaskMeasure({ task, gold, last, engines }: TaskMeasureProps) {
  const { t, error } = useWords()
  const [engine, setEngine] = useState('builtin')
  const run = useMutation(() => client.evaluations.run({ task, engine }), { onDone: () => refreshQueries('evaluations') })
  const enough = gold.items >= gold.need
  return (
    <Section title={t(`task.${task}`)}>
      <p>{t(enough ? 'engines.measure.gold' : 'engines.measure.tooLittle', { count: gold.items, need: gold.need })}</p>
      <p className={styles['quiet']}>{t(`engines.measure.means.${task}`)}</p>
      {last ? <Figures evaluation={last} /> : null}
      <div className={styles['line']}>
        {engines.length > 1 ? (
          <Select
            label={t('engines.measure.engine')}
            value={engine}
            onChange={setEngine}
            options={engines.map((id) => ({ value: id, label: id === 'builtin' ? t('engines.kind.builtin') : id }))}
          />
        ) : null}
        <Button busy={run.busy} disabled={!enough} onClick={() => void run.run(undefined)}>
          {t(run.busy ? 'engines.measure.running' : 'engines.measure.run')}
        </Button>
      </div>
      {run.error ? (
        <p className={styles['problem']} role="alert">
          {error(run.error)}
        </p>
      ) : null}
      {task === 'moderation' ? <LearningCurve /> : null}
    </Section>
  )
}

/** The tab. */
export function MeasuresTab() {
  const { t, error } = useWords()
  const gold = useQuery('evaluations:gold', () => client.evaluations.gold({}), { refreshOn: ['suggestion.changed', 'comment.changed'] })
  const done = useQuery('evaluations:list', () => client.evaluations.list({}))
  const engines = useQuery('engines', () => client.engines.list({}), { refreshOn: ['engine.changed'] })
  const failed = gold.error ?? done.error
  if (failed) return <ErrorState text={error(failed)} onRetry={gold.reload} />
  if (!gold.data || !done.data) return <Loading />
  if (gold.data.every((one) => one.items === 0))
    return <EmptyState title={t('engines.measure.none')} text={t('engines.measure.noneText')} />
  const ready = (engines.data ?? []).filter((engine) => engine.state !== 'refused' && engine.state !== 'unavailable')
  return (
    <div className={styles['stack']}>
      {tasks.map((task) => (
        <TaskMeasure
          key={task}
          task={task}
          gold={gold.data?.find((one) => one.task === task) ?? { items: 0, need: 1 }}
          last={done.data?.find((one) => one.task === task)}
          engines={ready.filter((engine) => engine.tasks.includes(task)).map((engine) => engine.id)}
        />
      ))}
    </div>
  )
}
