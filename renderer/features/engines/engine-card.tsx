// One engine: its state, what it proposes, what it cannot do, what it was trained on.
// It must not know the other engines.
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import type { EngineInfo } from '../../../shared/domain/engine.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Section } from '../../ui/page.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords, type Words } from '../../words/use-words.ts'
import styles from './engines.module.css'

const tones = { ready: 'green', training: 'amber', untrained: 'plain', unavailable: 'amber', refused: 'red' } as const
const limits = { builtin: ['write', 'irony', 'tags', 'facts'], model: ['invent', 'slow', 'long', 'facts'] } as const

function Limits({ engine }: { engine: EngineInfo }) {
  const { t } = useWords()
  return (
    <ul className={styles['list']}>
      {engine.kind === 'builtin'
        ? limits.builtin.map((one) => <li key={one}>{t(`engines.limit.builtin.${one}`)}</li>)
        : limits.model.map((one) => <li key={one}>{t(`engines.limit.model.${one}`)}</li>)}
    </ul>
  )
}

interface Lesson {
  readonly model: string
  readonly examples: number | null
  readonly at: string | null
}

/** `{ 'tagger.examples': 66, 'tagger.trainedAt': … }` as one line a model. */
function lessonsOf(trained: EngineInfo['trained']): Lesson[] {
  const models = [...new Set(Object.keys(trained).map((key) => key.split('.')[0] ?? key))]
  return models.flatMap((model) => {
    const examples = trained[`${model}.examples`]
    const at = trained[`${model}.trainedAt`]
    const lesson = { model, examples: typeof examples === 'number' ? examples : null, at: typeof at === 'string' ? at : null }
    return lesson.examples === null && lesson.at === null ? [] : [lesson]
  })
}

function Trained({ engine }: { engine: EngineInfo }) {
  const { t, maybe, moment } = useWords()
  const lessons = lessonsOf(engine.trained)
  return (
    <div>
      <p className={styles['label']}>{t('engines.trained')}</p>
      {lessons.length === 0 ? (
        <p>{t('engines.notTrained')}</p>
      ) : (
        <dl className={styles['facts']}>
          {lessons.map(({ model, examples, at }) => (
            <div key={model} style={{ display: 'contents' }}>
              <dt>{maybe(`engines.trainedKey.${model}`, model)}</dt>
              <dd>
                {[examples === null ? null : t('engines.examples', { count: examples }), at === null ? null : moment(at)]
                  .filter(Boolean)
                  .join(' · ')}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function Train({ engine }: { engine: EngineInfo }) {
  const { t, error } = useWords()
  const train = useMutation((what: 'tags' | 'moderation' | 'links') => client.engines.train({ what }), {
    onDone: () => notify(t('engines.train.started')),
    onError: (thrown) => notify(`${t('engines.train.failed')} ${error(thrown)}`, { kind: 'problem' }),
  })
  return (
    <div>
      <p className={styles['label']}>{t('engines.train.title')}</p>
      <p className={styles['quiet']}>{t('engines.train.text')}</p>
      <div className={styles['buttons']}>
        {(['tags', 'moderation', 'links'] as const).map((what) => (
          <Button key={what} size="small" disabled={engine.state === 'training'} busy={train.busy} onClick={() => void train.run(what)}>
            {t(`engines.train.${what}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** What a server says of a model, as name and value. */
function modelFacts({ model }: EngineInfo, { t }: Words): [string, string][] {
  if (!model) return []
  const { parameters, quantisation, contextLength, fits } = model
  const facts: [string, string | null][] = [
    [t('engines.model.parameters'), parameters],
    [t('engines.model.quantisation'), quantisation],
    [t('engines.model.context'), contextLength === null ? null : t('engines.model.tokens', { count: contextLength })],
    [t('engines.model.fits'), fits === null ? null : t(`engines.model.fit.${fits}`)],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
}

function Facts({ engine }: { engine: EngineInfo }) {
  const words = useWords()
  const { t, bytes } = words
  return (
    <dl className={styles['facts']}>
      <dt>{t('engines.fact.id')}</dt>
      <dd className={styles['mono']}>{engine.id}</dd>
      {engine.size === null || engine.size === 0 ? null : (
        <>
          <dt>{t('engines.fact.size')}</dt>
          <dd>{bytes(engine.size)}</dd>
        </>
      )}
      {engine.kind === 'builtin' ? null : (
        <>
          <dt>{t('engines.fact.license')}</dt>
          <dd>{engine.license ?? t('engines.noLicense')}</dd>
        </>
      )}
      {modelFacts(engine, words).map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <dt>{t('engines.fact.digest')}</dt>
      <dd className={styles['mono']}>{engine.digest === '' ? '–' : engine.digest}</dd>
    </dl>
  )
}

/** The card of an engine. */
export function EngineCard({ engine }: { engine: EngineInfo }) {
  const { t, maybe, list } = useWords()
  const why = (reason: string) => maybe(`engines.why.${reason}`, reason)
  const name =
    engine.kind === 'builtin' ? t('engines.kind.builtin') : `${t(`engines.kind.${engine.kind}`)} · ${engine.id.replace(/^[^:]+:/, '')}`
  // Such a model answers well: it only has nothing to propose.
  const searchOnly = engine.reason === 'embeddings-only'
  return (
    <Section
      title={name}
      aside={
        searchOnly ? <Chip>{t('engines.forSearch')}</Chip> : <Chip tone={tones[engine.state]}>{t(`engines.state.${engine.state}`)}</Chip>
      }
    >
      {engine.reason ? <p className={engine.state === 'refused' ? styles['problem'] : undefined}>{why(engine.reason)}</p> : null}
      {engine.warnings?.map((warning) => (
        <p key={warning} className={styles['warning']}>
          {`${t('common.named', { label: t('engines.model.warning') })} ${why(warning)}`}
        </p>
      ))}
      {searchOnly ? null : (
        <div className={styles['two']}>
          <div>
            <p className={styles['label']}>{t('engines.does')}</p>
            <p>{engine.tasks.length === 0 ? '–' : list(engine.tasks.map((task) => t(`engines.task.${task}`)))}</p>
          </div>
          <div>
            <p className={styles['label']}>{t('engines.cannot')}</p>
            <Limits engine={engine} />
          </div>
          {engine.kind === 'builtin' ? <Trained engine={engine} /> : null}
          {engine.kind === 'builtin' ? <Train engine={engine} /> : null}
        </div>
      )}
      <Facts engine={engine} />
    </Section>
  )
}
