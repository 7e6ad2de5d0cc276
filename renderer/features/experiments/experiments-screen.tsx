// Expérimentations: the board, a card being written, one experiment, or its printed page.
// It must not know what these show.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { hrefTo } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { CardForm } from './card-form.tsx'
import { ExperimentBoard } from './experiment-board.tsx'
import { ExperimentPage } from './experiment-page.tsx'
import { PrintPage } from './print-page.tsx'
import { ReadingsDesk } from './readings-desk.tsx'
import { ReferentScreen } from './referent-screen.tsx'
import styles from './experiments.module.css'

function Board() {
  const { t, error } = useWords()
  const {
    data,
    error: failed,
    loading,
    reload,
  } = useQuery('experiments', () => client.experiments.list({}), { refreshOn: ['experiment.changed', 'run.progressed'] })
  const framed = data?.filter((one) => !one.standing) ?? []
  const standing = data?.find((one) => one.standing)
  const create = (
    <LinkButton kind="main" href={hrefTo('experiments', ['new'])}>
      {t('experiments.create')}
    </LinkButton>
  )
  return (
    <Page
      title={t('experiments.title')}
      lead={t('experiments.intro')}
      width="wide"
      actions={
        data && framed.length > 0 ? (
          <>
            <LinkButton href={hrefTo('experiments', ['referent'])}>{t('referent.open')}</LinkButton>
            {create}
          </>
        ) : null
      }
    >
      {failed && !data ? <ErrorState text={`${t('experiments.loadFailed')} ${error(failed)}`} onRetry={reload} /> : null}
      {loading ? <Loading text={t('experiments.loading')} /> : null}
      {data && framed.length === 0 ? (
        <EmptyState title={t('experiments.empty.title')} text={t('experiments.empty.text')}>
          {create}
        </EmptyState>
      ) : null}
      {framed.length > 0 ? <ExperimentBoard experiments={framed} /> : null}
      {standing ? (
        <Section
          title={t('experiments.standing')}
          aside={<a href={hrefTo('experiments', [standing.id, 'report'])}>{t('experiments.report.open')}</a>}
        >
          <p className={styles['quiet']}>{t('experiments.standingNote')}</p>
        </Section>
      ) : null}
    </Page>
  )
}

/** The screen: `#/experiments`, `/new`, `/ID`, `/ID/edit`, `/ID/report`, `/ID/print/report`. */
export function ExperimentsScreen({ rest }: { readonly rest: readonly string[] }) {
  const [id, part, kind] = rest
  if (id === undefined) return <Board />
  if (id === 'new') return <CardForm key="new" experiment={null} />
  if (id === 'referent') return <ReferentScreen rest={rest.slice(1)} />
  if (part === 'reading') return <ReadingsDesk key={id} source={{ experiment: id }} wanted={kind} />
  if (part === 'print') return <PrintPage id={id} kind={kind === 'works-council' ? 'works-council' : 'report'} />
  return <ExperimentPage key={id} id={id} part={part} />
}
