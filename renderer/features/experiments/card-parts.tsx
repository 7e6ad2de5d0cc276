// The five parts of the card's form, each a question a referent asks. They must not know how a card is saved.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { measureSchema } from '../../../shared/domain/experiment.ts'
import { tasks } from '../../../shared/domain/suggestion.ts'
import { Field, Select, TextArea, Tick } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../words/use-words.ts'
import type { CardDraft, DraftField } from './card-draft.ts'
import { usePeople } from './use-people.ts'
import styles from './experiments.module.css'

export interface CardPartProps {
  readonly draft: CardDraft
  readonly change: (next: Partial<CardDraft>) => void
  readonly problem: (field: DraftField) => string | undefined
}

type TextField = 'title' | 'hypothesis' | 'editorialResponsibility' | 'desk' | 'peopleConcerned' | 'dataConcerned' | 'stopRule'

function Written({
  draft,
  change,
  problem,
  field,
  long = false,
  optional = false,
}: CardPartProps & { field: TextField; long?: boolean; optional?: boolean }) {
  const { t } = useWords()
  const shared = {
    label: optional ? `${t(`experiments.card.field.${field}`)} (${t('experiments.card.optional')})` : t(`experiments.card.field.${field}`),
    hint: t('experiments.card.example', { text: t(`experiments.card.help.${field}`) }),
    problem: problem(field),
    value: draft[field],
  }
  if (long) return <TextArea {...shared} rows={2} onChange={(event) => change({ [field]: event.target.value })} />
  return <Field {...shared} onChange={(event) => change({ [field]: event.target.value })} />
}

/** What is asked, and of which task. */
export function QuestionPart(props: CardPartProps) {
  const { t } = useWords()
  const { draft, change } = props
  return (
    <Section title={t('experiments.card.part.question')}>
      <Written {...props} field="title" />
      <Written {...props} field="hypothesis" long />
      <Select
        label={t('experiments.card.field.task')}
        value={draft.task}
        onChange={(task) => change({ task })}
        options={tasks.map((value) => ({ value, label: t(`task.${value}`) }))}
      />
      {draft.task === 'moderation' ? (
        <Tick
          label={t('experiments.card.field.judgeFirst')}
          hint={t('experiments.card.help.judgeFirst')}
          checked={draft.judgeFirst}
          onChange={(event) => change({ judgeFirst: event.target.checked })}
        />
      ) : null}
    </Section>
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
    <Section title={t('experiments.card.part.people')}>
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
    </Section>
  )
}

function Matches({ query }: { query: string }) {
  const { t } = useWords()
  const asked = query.trim()
  const { data } = useQuery(asked === '' ? null : `experiments-matches:${asked}`, () =>
    client.articles.list({ query: asked, offset: 0, limit: 1 }),
  )
  if (!data) return null
  return (
    <p className={styles['quiet']} role="status">
      {t('experiments.card.matches', { count: data.total })}
    </p>
  )
}

/** Which articles or comments, which engines. */
export function CorpusPart({ draft, change, problem }: CardPartProps) {
  const { t } = useWords()
  const { data } = useQuery('engines', () => client.engines.list({}), { refreshOn: ['engine.changed'] })
  const able = data?.filter((engine) => engine.tasks.includes(draft.task) || draft.engines.includes(engine.id)) ?? []
  const toggle = (id: string, on: boolean) => change({ engines: on ? [...draft.engines, id] : draft.engines.filter((one) => one !== id) })
  return (
    <Section title={t('experiments.card.part.corpus')}>
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{t('experiments.card.field.corpus')}</legend>
        {(['query', 'articles'] as const).map((kind) => (
          <Tick
            key={kind}
            type="radio"
            name="corpus"
            label={t(`experiments.card.corpusKind.${kind}`)}
            checked={draft.corpusKind === kind}
            onChange={() => change({ corpusKind: kind })}
          />
        ))}
      </fieldset>
      {draft.corpusKind === 'query' ? (
        <>
          <Field
            label={t('experiments.card.query')}
            hint={t(draft.task === 'moderation' ? 'experiments.card.queryHelpComments' : 'experiments.card.queryHelp')}
            value={draft.query}
            onChange={(event) => change({ query: event.target.value })}
          />
          {draft.task === 'moderation' ? null : <Matches query={draft.query} />}
        </>
      ) : (
        <TextArea
          label={t('experiments.card.ids')}
          rows={5}
          problem={problem('ids')}
          value={draft.ids}
          onChange={(event) => change({ ids: event.target.value })}
        />
      )}
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{t('experiments.card.field.engines')}</legend>
        {able.map((engine) => (
          <Tick
            key={engine.id}
            label={t(`engines.kind.${engine.kind}`) + (engine.kind === 'builtin' ? '' : ` : ${engine.id}`)}
            hint={t(`engines.state.${engine.state}`)}
            checked={draft.engines.includes(engine.id)}
            onChange={(event) => toggle(engine.id, event.target.checked)}
          />
        ))}
        {problem('engines') ? <p className={styles['problem']}>{t('experiments.card.noEngine')}</p> : null}
      </fieldset>
    </Section>
  )
}

/** The number written before results are seen, and when to stop. */
export function CriterionPart(props: CardPartProps) {
  const { t } = useWords()
  const { draft, change, problem } = props
  return (
    <Section title={t('experiments.card.part.criterion')}>
      <div className={styles['two']}>
        <Select
          label={t('experiments.card.criterionSentence')}
          value={draft.measure}
          onChange={(measure) => change({ measure })}
          options={measureSchema.options.map((value) => ({ value, label: t(`experiments.measure.${value}`) }))}
        />
        <Select
          label={t('experiments.card.field.criterion')}
          value={draft.operator}
          onChange={(operator) => change({ operator })}
          options={(['>=', '<='] as const).map((value) => ({ value, label: t(`experiments.operator.${value}`) }))}
        />
        <Field
          label="%"
          inputMode="decimal"
          problem={problem('share')}
          value={draft.share}
          onChange={(event) => change({ share: event.target.value })}
        />
      </div>
      <Field
        label={`${t('experiments.card.criterionText')} (${t('experiments.card.optional')})`}
        hint={t('experiments.card.example', { text: t('experiments.card.criterionTextHelp') })}
        value={draft.criterionText}
        onChange={(event) => change({ criterionText: event.target.value })}
      />
      <Written {...props} field="stopRule" long />
    </Section>
  )
}

/** People and data concerned, and the works council. */
export function RightsPart(props: CardPartProps) {
  const { t } = useWords()
  const { draft, change, problem } = props
  return (
    <Section title={t('experiments.card.part.rights')}>
      <Written {...props} field="peopleConcerned" long optional />
      <Written {...props} field="dataConcerned" long optional />
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{t('experiments.card.field.worksCouncil')}</legend>
        {(['done', 'not-needed', 'pending'] as const).map((status) => (
          <Tick
            key={status}
            type="radio"
            name="council"
            label={t(`experiments.card.worksCouncil.${status}`)}
            checked={draft.councilStatus === status}
            onChange={() => change({ councilStatus: status })}
          />
        ))}
      </fieldset>
      {draft.councilStatus === 'done' ? (
        <Field
          label={t('experiments.card.worksCouncil.done')}
          type="date"
          problem={problem('councilDate')}
          value={draft.councilDate}
          onChange={(event) => change({ councilDate: event.target.value })}
        />
      ) : null}
      {draft.councilStatus === 'not-needed' ? (
        <TextArea
          label={t('experiments.card.worksCouncil.not-needed')}
          hint={t('experiments.card.example', { text: t('experiments.card.help.because') })}
          rows={2}
          problem={problem('councilBecause')}
          value={draft.councilBecause}
          onChange={(event) => change({ councilBecause: event.target.value })}
        />
      ) : null}
    </Section>
  )
}
