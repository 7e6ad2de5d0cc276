// What the parts of the card's form are made of: a numbered step, and a text with its help and its example.
// It must not know which parts there are.
import type { ReactNode } from 'react'
import { Field, TextArea } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../words/use-words.ts'
import type { CardDraft, DraftField } from './card-draft.ts'
import { CardExample } from './card-example.tsx'
import styles from './experiments.module.css'

export interface CardPartProps {
  readonly draft: CardDraft
  readonly change: (next: Partial<CardDraft>) => void
  readonly problem: (field: DraftField) => string | undefined
}

interface StepProps {
  readonly number: number
  readonly part: 'question' | 'people' | 'corpus' | 'criterion' | 'rights'
  readonly children: ReactNode
}

/** One of the five questions a card answers. */
export function Step({ number, part, children }: StepProps) {
  const { t } = useWords()
  return <Section title={t('card.step', { number, title: t(`experiments.card.part.${part}`) })}>{children}</Section>
}

const byTask = ['title', 'hypothesis', 'stopRule'] as const
const common = ['editorialResponsibility', 'desk', 'peopleConcerned', 'dataConcerned'] as const
const helped = ['title', 'hypothesis', 'editorialResponsibility', 'stopRule', 'peopleConcerned', 'dataConcerned'] as const
type TextField = (typeof byTask)[number] | (typeof common)[number]

interface WrittenProps extends CardPartProps {
  readonly field: TextField
  readonly long?: boolean
  readonly optional?: boolean
}

/** A text of the card: its label, one sentence of help, and a fictional example of the chosen task. */
export function Written({ draft, change, problem, field, long = false, optional = false }: WrittenProps) {
  const { t } = useWords()
  const name = t(`experiments.card.field.${field}`)
  const helps = helped.find((one) => one === field)
  const shared = {
    label: optional ? `${name} (${t('experiments.card.optional')})` : name,
    hint: helps ? t(`card.help.${helps}`) : undefined,
    problem: problem(field),
    value: draft[field],
  }
  const own = byTask.find((one) => one === field)
  const shown = common.find((one) => one === field)
  const example = own ? t(`card.examples.${draft.task}.${own}`) : shown ? t(`card.common.${shown}`) : ''
  return (
    <div className={styles['written']}>
      {long ? (
        <TextArea {...shared} rows={2} onChange={(event) => change({ [field]: event.target.value })} />
      ) : (
        <Field {...shared} onChange={(event) => change({ [field]: event.target.value })} />
      )}
      {field === 'desk' ? null : (
        <CardExample label={name} text={example} onTake={draft[field] === '' ? () => change({ [field]: example }) : undefined} />
      )}
    </div>
  )
}
