// The first two parts of the card's form: what is asked, and who answers for it. They must not know how a card is saved.
import { tasks } from '../../../shared/domain/suggestion.ts'
import { Field, Select, Tick } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { Step, Written, type CardPartProps } from './card-written.tsx'
import { usePeople } from './use-people.ts'
import styles from './experiments.module.css'

/** What is asked, and of which task. */
export function QuestionPart(props: CardPartProps) {
  const { t } = useWords()
  const { draft, change } = props
  return (
    <Step number={1} part="question">
      <Select
        label={t('experiments.card.field.task')}
        hint={t('card.help.task')}
        value={draft.task}
        onChange={(task) => change({ task })}
        options={tasks.map((value) => ({ value, label: t(`task.${value}`) }))}
      />
      <Written {...props} field="title" />
      <Written {...props} field="hypothesis" long />
      {draft.task === 'moderation' ? (
        <Tick
          label={t('experiments.card.field.judgeFirst')}
          hint={t('experiments.card.help.judgeFirst')}
          checked={draft.judgeFirst}
          onChange={(event) => change({ judgeFirst: event.target.checked })}
        />
      ) : null}
    </Step>
  )
}

/** Who leads, who answers for it, who frames it, when. */
export function PeoplePart(props: CardPartProps) {
  const { t } = useWords()
  const { people } = usePeople()
  const { draft, change, problem } = props
  const nobody = { value: '', label: t('experiments.card.noPerson') }
  const named = people.map((person) => ({ value: person.id, label: person.name }))
  const referents = people.filter((person) => person.roles.includes('referent')).map((person) => ({ value: person.id, label: person.name }))
  return (
    <Step number={2} part="people">
      <div className={styles['two']}>
        <Select
          label={t('experiments.card.field.owner')}
          hint={t('experiments.card.help.owner')}
          problem={problem('owner')}
          value={draft.owner}
          options={[nobody, ...named]}
          onChange={(owner) => change({ owner })}
        />
        <Select
          label={t('experiments.card.field.referent')}
          hint={t('card.help.referent')}
          problem={problem('referent')}
          value={draft.referent}
          options={[nobody, ...referents]}
          onChange={(referent) => change({ referent })}
        />
      </div>
      <Written {...props} field="editorialResponsibility" optional />
      <Written {...props} field="desk" optional />
      <div className={styles['two']}>
        <Field
          label={t('experiments.card.field.from')}
          type="date"
          value={draft.from}
          onChange={(event) => change({ from: event.target.value })}
        />
        <Field
          label={t('experiments.card.field.to')}
          type="date"
          value={draft.to}
          onChange={(event) => change({ to: event.target.value })}
        />
      </div>
    </Step>
  )
}
