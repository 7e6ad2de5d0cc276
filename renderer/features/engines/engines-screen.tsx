// Moteurs: what proposes, in what state, and what each cannot do. It must not know what is proposed.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { EngineCard } from './engine-card.tsx'

/** The screen. */
export function EnginesScreen(_: { readonly rest: readonly string[] }) {
  const { t, error } = useWords()
  const { data, error: failed, reload } = useQuery('engines', () => client.engines.list({}), { refreshOn: ['engine.changed'] })
  return (
    <Page
      title={t('engines.title')}
      lead={`${t('engines.subtitle')}. ${t('engines.intro')}`}
      actions={<Button onClick={reload}>{t('engines.refresh')}</Button>}
    >
      {failed && !data ? <ErrorState text={`${t('engines.loadFailed')} ${error(failed)}`} onRetry={reload} /> : null}
      {!data && !failed ? <Loading text={t('engines.loading')} /> : null}
      {data?.map((engine) => (
        <EngineCard key={engine.id} engine={engine} />
      ))}
      {data && !data.some((engine) => engine.kind !== 'builtin') ? (
        <EmptyState title={t('engines.none.title')} text={t('engines.none.text')} />
      ) : null}
    </Page>
  )
}
