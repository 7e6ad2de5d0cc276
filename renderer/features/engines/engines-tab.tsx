// The engines of this machine, and fetching a model for Ollama. It must not know figures or prompts.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { EngineCard } from './engine-card.tsx'
import { FetchModel } from './fetch-model.tsx'
import { SearchModelChoice } from './search-model-choice.tsx'
import styles from './engines.module.css'

/** The tab. */
export function EnginesTab() {
  const { t, error } = useWords()
  const { data, error: failed, reload } = useQuery('engines', () => client.engines.list({}), { refreshOn: ['engine.changed'] })
  if (failed && !data) return <ErrorState text={`${t('engines.loadFailed')} ${error(failed)}`} onRetry={reload} />
  if (!data) return <Loading text={t('engines.loading')} />
  const silent = data.some((engine) => engine.id === 'ollama' && engine.reason === 'no-server')
  const cards = data.filter((engine) => engine.id !== 'ollama' || engine.reason !== 'no-server')
  return (
    <div className={styles['stack']}>
      <p className={styles['end']}>
        <Button size="small" onClick={reload}>
          {t('engines.refresh')}
        </Button>
      </p>
      {cards.map((engine) => (
        <EngineCard key={engine.id} engine={engine} />
      ))}
      {cards.some((engine) => engine.kind !== 'builtin') ? null : (
        <EmptyState title={t('engines.none.title')} text={t(silent ? 'engines.none.noServer' : 'engines.none.text')} />
      )}
      <SearchModelChoice engines={cards} />
      {silent ? null : <FetchModel />}
    </div>
  )
}
