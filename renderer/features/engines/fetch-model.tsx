// Asking Ollama to fetch a model, with its progress. It says before that Ollama, not Marbre, goes out for it.
import { client } from '../../client.ts'
import { useMutation, useQuery } from '../../client-query.ts'
import type { ModelPull } from '../../../shared/domain/engine.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Meter } from '../../ui/meter.tsx'
import { Section } from '../../ui/page.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './engines.module.css'

function PullLine({ pull, onCancel }: { pull: ModelPull; onCancel: () => void }) {
  const { t, maybe, bytes } = useWords()
  if (pull.state !== 'pulling') {
    const why = pull.failure === null ? '' : ` ${maybe(`error.${pull.failure}`, pull.failure, { what: pull.model })}`
    return <p role="status">{`${t(`engines.fetch.state.${pull.state}`, { model: pull.model })}${why}`}</p>
  }
  const text =
    pull.completed === null || pull.total === null
      ? undefined
      : t('engines.fetch.progress', { done: bytes(pull.completed), total: bytes(pull.total) })
  return (
    <div className={styles['pull']}>
      <Meter label={pull.model} value={pull.completed ?? 0} max={pull.total} text={text} />
      <Button size="small" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}

/** The form and what is under way. */
export function FetchModel() {
  const { t, error } = useWords()
  const [model, setModel] = useRemembered('engines.fetch', '')
  const { data: pulls } = useQuery('pulls', () => client.engines.pulls({}), { refreshOn: ['engine.pulled'] })
  const failed = { onError: (thrown: Parameters<typeof error>[0]) => notify(error(thrown), { kind: 'problem' as const }) }
  const pull = useMutation((name: string) => client.engines.pull({ model: name }), { ...failed, onDone: () => setModel('') })
  const cancel = useMutation((name: string) => client.engines.cancelPull({ model: name }), failed)
  return (
    <Section title={t('engines.fetch.title')}>
      <p className={styles['quiet']}>{t('engines.fetch.leaves')}</p>
      <form
        className={styles['line']}
        onSubmit={(event) => {
          event.preventDefault()
          if (model.trim() !== '') void pull.run(model.trim())
        }}
      >
        <Field
          label={t('engines.fetch.name')}
          hint={t('engines.fetch.hint')}
          value={model}
          onChange={(event) => setModel(event.target.value)}
        />
        <Button type="submit" busy={pull.busy} disabled={model.trim() === ''}>
          {t('engines.fetch.go')}
        </Button>
      </form>
      {pulls?.map((one) => (
        <PullLine key={one.model} pull={one} onCancel={() => void cancel.run(one.model)} />
      ))}
    </Section>
  )
}
