// Which model articles are searched with by meaning, and how far it has read. It must not know how it searches.
import type { EngineInfo, SearchModel } from '../../../shared/domain/engine.ts'
import { client } from '../../client.ts'
import { useMutation, useQuery } from '../../client-query.ts'
import { Select } from '../../ui/field.tsx'
import { Meter } from '../../ui/meter.tsx'
import { Section } from '../../ui/page.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './engines.module.css'

const builtin = 'builtin'

/** Models said to make vectors; a server in OpenAI's form does not say, so each of its models may be tried. */
function makesVectors({ kind, state, reason, model }: EngineInfo): boolean {
  if (kind === 'on-premise') return state === 'ready'
  return kind === 'ollama' && (state === 'ready' || reason === 'embeddings-only') && (model?.capabilities.includes('embedding') ?? false)
}

function nameOf(id: string): string {
  return id.slice(id.indexOf(':') + 1)
}

/** The choice; nothing where there is nothing to choose. */
export function SearchModelChoice({ engines }: { readonly engines: readonly EngineInfo[] }) {
  const { t, error } = useWords()
  const { data: search } = useQuery('search-model', () => client.engines.searchModel({}), { refreshOn: ['search.progressed'] })
  const choose = useMutation((engine: string) => client.engines.setSearchModel({ engine: engine === builtin ? null : engine }), {
    onDone: (_done, engine) => {
      const before = search?.engine ?? builtin
      const name = engine === builtin ? t('engines.search.builtin') : nameOf(engine)
      const back = { label: t('frame.undo'), run: () => void choose.run(before) }
      notify(t('engines.search.said', { name }), engine === before ? {} : { action: back })
    },
    onError: (thrown) => notify(error(thrown), { kind: 'problem' }),
  })
  if (!search) return null
  const ids = new Set([...engines.filter(makesVectors).map(({ id }) => id), ...(search.engine === null ? [] : [search.engine])])
  if (ids.size === 0 && engines.every(({ kind }) => kind === 'builtin')) return null
  return (
    <Section title={t('engines.search.title')}>
      <p className={styles['quiet']}>{t('engines.search.text')}</p>
      <Select
        label={t('engines.search.model')}
        hint={ids.size === 0 ? t('engines.search.hint') : undefined}
        value={search.engine ?? builtin}
        options={[{ value: builtin, label: t('engines.search.builtin') }, ...[...ids].map((id) => ({ value: id, label: nameOf(id) }))]}
        disabled={choose.busy}
        onChange={(engine) => void choose.run(engine)}
      />
      <Progress search={search} />
    </Section>
  )
}

function Progress({ search: { state, done, total } }: { readonly search: SearchModel }) {
  const { t } = useWords()
  if (state === 'off') return null
  if (state === 'working')
    return <Meter label={t('engines.search.state.working')} value={done} max={total} text={t('engines.search.progress', { done, total })} />
  return (
    <p role="status" className={styles['quiet']}>
      {t(`engines.search.state.${state}`)}
    </p>
  )
}
