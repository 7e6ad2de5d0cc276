// What learning from this newsroom's decisions on comments brings: a curve, and the table it is drawn from.
// It must not know how a moderator is trained.
import { scaleLinear, scaleLog } from 'd3-scale'
import { useState } from 'react'
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import type { LearningPoint } from '../../../shared/contract/moderation.ts'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './engines.module.css'

const size = { width: 560, height: 200, left: 44, right: 12, top: 12, bottom: 28 } as const

type Scored = LearningPoint & { readonly auc: number }

/** Decisions on a logarithmic axis, since each doubling teaches about as much. */
function Plot({ points }: { points: readonly Scored[] }) {
  const { number, decimal } = useWords()
  const first = points[0]?.n ?? 10
  const last = Math.max(points.at(-1)?.n ?? 100, first * 2)
  const x = scaleLog()
    .domain([first, last])
    .range([size.left, size.width - size.right])
  const y = scaleLinear()
    .domain([0.4, 1])
    .range([size.height - size.bottom, size.top])
  const line = points.map((point) => `${x(point.n)},${y(point.auc)}`).join(' ')
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} className={styles['plot']} aria-hidden="true">
      {[0.5, 0.75, 1].map((value) => (
        <g key={value}>
          <line x1={size.left} x2={size.width - size.right} y1={y(value)} y2={y(value)} className={styles['grid']} />
          <text x={size.left - 8} y={y(value) + 4} textAnchor="end">
            {decimal(value, 2)}
          </text>
        </g>
      ))}
      {points.map((point) => (
        <g key={point.n}>
          {point.interval ? (
            <line
              x1={x(point.n)}
              x2={x(point.n)}
              y1={y(Math.max(0.4, point.interval[0]))}
              y2={y(point.interval[1])}
              className={styles['spread']}
            />
          ) : null}
          <circle cx={x(point.n)} cy={y(point.auc)} r={3.5} className={styles['dot']} />
          <text x={x(point.n)} y={size.height - 8} textAnchor="middle">
            {number(point.n)}
          </text>
        </g>
      ))}
      <polyline points={line} className={styles['curve']} />
    </svg>
  )
}

/** The curve, drawn when asked: it takes some seconds. */
export function LearningCurve() {
  const { t, error, number, decimal, percent } = useWords()
  const curve = useMutation(() => client.moderation.learningCurve({}))
  const draw = async () => setCurve((await curve.run(undefined)) ?? null)
  const [drawn, setCurve] = useState<Awaited<ReturnType<typeof client.moderation.learningCurve>> | null>(null)
  const points = drawn?.points.filter((point): point is Scored => point.auc !== null) ?? []
  return (
    <div>
      <p className={styles['label']}>{t('engines.curve.title')}</p>
      <p className={styles['quiet']}>{t('engines.curve.text')}</p>
      {drawn && points.length === 0 ? <p role="status">{t('engines.curve.tooLittle')}</p> : null}
      {points.length > 0 ? (
        <>
          <Plot points={points} />
          <Table<Scored>
            caption={t('engines.curve.caption')}
            columns={[
              { id: 'n', title: t('engines.curve.decisions'), cell: (point) => number(point.n), align: 'end' },
              {
                id: 'auc',
                title: t('engines.curve.auc'),
                cell: (point) =>
                  point.interval
                    ? `${decimal(point.auc, 3)} (${decimal(point.interval[0], 2)} – ${decimal(point.interval[1], 2)})`
                    : decimal(point.auc, 3),
                align: 'end',
              },
              { id: 'abstained', title: t('engines.curve.abstained'), cell: (point) => percent(point.abstained), align: 'end' },
            ]}
            rows={points}
            rowKey={(point) => String(point.n)}
          />
        </>
      ) : null}
      {curve.error ? (
        <p className={styles['problem']} role="alert">
          {error(curve.error)}
        </p>
      ) : null}
      <Button size="small" busy={curve.busy} onClick={() => void draw()}>
        {t('engines.curve.show')}
      </Button>
    </div>
  )
}
