// The last three parts of the card's form: on what and with what, when it is a success, people and data.
// They must not know how a card is saved.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { measureSchema } from '../../../shared/domain/experiment.ts'
import { Field, Select, TextArea, Tick } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { CardExample } from './card-example.tsx'
import { CorpusCount } from './card-corpus.tsx'
import { criterionSentence } from './card-sentence.ts'
import { Step, Written, type CardPartProps } from './card-written.tsx'
import styles from './experiments.module.css'

/** Which articles or comments, which engines. */
export function CorpusPart({ draft, change, problem }: CardPartProps) {
  const { t } = useWords()
  const { data } = useQuery('engines', () => client.engines.list({}), { refreshOn: ['engine.changed'] })
  const able = data?.filter((engine) => engine.tasks.includes(draft.task) || draft.engines.includes(engine.id)) ?? []
  const toggle = (id: string, on: boolean) => change({ engines: on ? [...draft.engines, id] : draft.engines.filter((one) => one !== id) })
  return (
    <Step number={3} part="corpus">
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{t('experiments.card.field.corpus')}</legend>
        <p className={styles['quiet']}>{t('card.help.corpus')}</p>
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
      <CorpusCount draft={draft} />
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{t('experiments.card.field.engines')}</legend>
        {able.length > 1 ? <p className={styles['quiet']}>{t('card.help.engines')}</p> : null}
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
    </Step>
  )
}

/** The number written before results are seen, and when to stop. */
export function CriterionPart(props: CardPartProps) {
  const words = useWords()
  const { t } = words
  const { draft, change, problem } = props
  return (
    <Step number={4} part="criterion">
      <div className={styles['criterionRow']}>
        <Select
          label={t('experiments.card.criterionSentence')}
          value={draft.measure}
          onChange={(measure) => change({ measure })}
          options={measureSchema.options
            .filter((one) => one !== 'agreement' || draft.task === 'moderation')
            .map((value) => ({ value, label: t(`experiments.measure.${value}`) }))}
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
      <p className={styles['sentence']} aria-live="polite">
        <span className={styles['quiet']}>{t('common.named', { label: t('card.sentence.label') })} </span>
        {criterionSentence(draft, words)}
      </p>
      <Field
        label={`${t('experiments.card.criterionText')} (${t('experiments.card.optional')})`}
        hint={t('experiments.card.example', { text: t('experiments.card.criterionTextHelp') })}
        value={draft.criterionText}
        onChange={(event) => change({ criterionText: event.target.value })}
      />
      <Written {...props} field="stopRule" long />
    </Step>
  )
}

/** People and data concerned, and the works council. */
export function RightsPart(props: CardPartProps) {
  const { t } = useWords()
  const { draft, change, problem } = props
  return (
    <Step number={5} part="rights">
      <Written {...props} field="peopleConcerned" long optional />
      <Written {...props} field="dataConcerned" long optional />
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{t('experiments.card.field.worksCouncil')}</legend>
        <p className={styles['quiet']}>{t('card.help.council')}</p>
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
        <div>
          <TextArea
            label={t('experiments.card.worksCouncil.not-needed')}
            rows={2}
            problem={problem('councilBecause')}
            value={draft.councilBecause}
            onChange={(event) => change({ councilBecause: event.target.value })}
          />
          <CardExample
            label={t('experiments.card.field.worksCouncil')}
            text={t(`card.examples.${draft.task}.because`)}
            onTake={draft.councilBecause === '' ? () => change({ councilBecause: t(`card.examples.${draft.task}.because`) }) : undefined}
          />
        </div>
      ) : null}
    </Step>
  )
}
