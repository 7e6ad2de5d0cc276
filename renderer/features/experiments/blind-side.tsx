// What one engine proposes, as A or B. It must not know which engine before the core says so.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { ShownOutput } from '../../../shared/domain/comparison.ts'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { useWords } from '../../words/use-words.ts'
import { insideMarks } from '../../words/quotation.ts'
import { sayEngine } from './say-engine.ts'
import styles from './blind.module.css'

export type Side = 'a' | 'b'

/** Names an output on the page only: `A1`, `B3`. */
export const markOf = (side: Side, index: number) => `${side.toUpperCase()}${index + 1}`

function useClauses(needed: boolean) {
  const { data } = useQuery(needed ? 'charter' : null, () => client.reviews.charter({}))
  return (id: string) => data?.clauses.find((clause) => clause.id === id)?.title ?? id
}

function OutputText({ output }: { output: ShownOutput }) {
  const { t, date, lang } = useWords()
  const clauseTitle = useClauses(output.kind === 'opinion' && output.clauses.length > 0)
  switch (output.kind) {
    case 'point':
      return (
        <>
          {output.text}
          {output.flags.length > 0 ? (
            <span className={styles['flags']}>
              {[...new Set(output.flags.map((flag) => flag.code))].map((code) => (
                <Chip key={code} tone="red">
                  {t(`flag.${code}`)}
                </Chip>
              ))}
            </span>
          ) : null}
        </>
      )
    case 'tag':
      return output.label
    case 'link': {
      const about = [output.date ? date(output.date) : null, t(`linkType.${output.type}`)]
      const anchor = output.anchor ? t('blind.anchor', { quote: insideMarks(output.anchor.quote, lang) }) : null
      return (
        <>
          {output.title || t('common.untitled')}
          <span className={styles['quiet']}> {[...about, anchor].filter(Boolean).join(' · ')}</span>
        </>
      )
    }
    case 'opinion': {
      const said = output.hold === null ? 'unknown' : output.hold ? 'yes' : 'no'
      return (
        <>
          {t(`blind.hold.${said}`)}
          {output.clauses.length > 0 ? <span className={styles['quiet']}> {output.clauses.map(clauseTitle).join(', ')}</span> : null}
        </>
      )
    }
  }
}

export interface BlindSideProps {
  readonly side: Side
  readonly outputs: readonly ShownOutput[]
  /** Null before the vote. */
  readonly engine: string | null
  readonly chosen: boolean
  readonly active: string | null
  readonly onLook: (mark: string | null) => void
}

/** One column of the comparison. */
export function BlindSide({ side, outputs, engine, chosen, active, onLook }: BlindSideProps) {
  const { t } = useWords()
  const name = t(`blind.side.${side}`)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reachable from the keyboard
    <section className={classes(styles['side'], chosen && styles['chosen'])} aria-label={t(`blind.sideLabel.${side}`)} tabIndex={0}>
      <h2 className={styles['sideTitle']}>{engine === null ? name : t('blind.revealed', { side: name, engine: sayEngine(engine, t) })}</h2>
      {outputs.length === 0 ? <p className={styles['quiet']}>{t('blind.emptySide')}</p> : null}
      <ol className={styles['outputs']}>
        {outputs.map((output, index) => {
          const mark = markOf(side, index)
          return (
            <li
              key={mark}
              className={classes(styles['output'], active === mark && styles['looked'])}
              onPointerEnter={() => onLook(mark)}
              onPointerLeave={() => onLook(null)}
            >
              <div className={styles['words']} data-unvalidated="">
                <span className={styles['mark']}>{mark}</span>
                <OutputText output={output} />
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
