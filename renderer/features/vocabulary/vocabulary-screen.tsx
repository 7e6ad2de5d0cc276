// Thésaurus: the tags on the left, the one being read or edited in the middle, proposed terms beside.
// It must not know how tags are proposed for articles.
import { useMemo, useState } from 'react'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Panes } from '../../ui/panes.tsx'
import { hrefTo, useRoute } from '../../ui/router.ts'
import { useRemembered } from '../../ui/remembered.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useWords } from '../../words/use-words.ts'
import { ConceptEditor } from './concept-editor.tsx'
import { ConceptList } from './concept-list.tsx'
import { ConceptPage } from './concept-page.tsx'
import { ExportVocabularyDialog } from './export-vocabulary-dialog.tsx'
import { FromTagsDialog } from './from-tags-dialog.tsx'
import { ImportVocabularyDialog } from './import-vocabulary-dialog.tsx'
import { ParkingLane } from './parking-lane.tsx'
import { QualityView } from './quality-view.tsx'
import { TagRules } from './tag-rules.tsx'
import { VocabularyOverview } from './vocabulary-overview.tsx'
import { indexTree, type ConceptFilter, type CountedConcept, type TreeIndex } from './concept-tree.ts'
import styles from './vocabulary.module.css'

type Opened = 'import' | 'export' | 'from-tags' | null

function Tools({ onOpen, some }: { onOpen: (opened: Opened) => void; some: boolean }) {
  const { t } = useWords()
  return (
    <>
      <LinkButton href={hrefTo('vocabulary', ['new'])}>{t('vocabulary.create')}</LinkButton>
      <Button onClick={() => onOpen('import')}>{t('vocabulary.import.open')}</Button>
      {some ? <Button onClick={() => onOpen('export')}>{t('vocabulary.export.open')}</Button> : null}
      <Button onClick={() => onOpen('from-tags')}>{t('vocabulary.fromTags.open')}</Button>
    </>
  )
}

const besides = ['parking', 'rules'] as const

/** Beside the tags: terms that could become some, and rules that call for some. */
function Beside({ all }: { all: readonly CountedConcept[] }) {
  const { t } = useWords()
  const [tab, setTab] = useRemembered<(typeof besides)[number]>('vocabulary.beside', 'parking')
  return (
    <Tabs
      label={t('vocabulary.beside.label')}
      value={tab}
      tabs={besides.map((id) => ({ id, label: t(`vocabulary.beside.${id}`) }))}
      onChange={setTab}
    >
      {tab === 'parking' ? <ParkingLane all={all} /> : <TagRules />}
    </Tabs>
  )
}

function NewConcept({ term, index }: { term: string; index: TreeIndex }) {
  const { t } = useWords()
  return (
    <article className={styles['sheet']}>
      <h2 className={styles['title']}>{t('vocabulary.edit.newTitle')}</h2>
      <ConceptEditor concept={null} term={term} index={index} />
    </article>
  )
}

function Dialogs({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  if (opened === 'import') return <ImportVocabularyDialog onClose={onClose} />
  if (opened === 'export') return <ExportVocabularyDialog onClose={onClose} />
  return opened === 'from-tags' ? <FromTagsDialog onClose={onClose} /> : null
}

const none: readonly CountedConcept[] = []

/** The screen: `#/vocabulary`, `?view=quality`, `/ID`, `/new?term=…`. */
export function VocabularyScreen({ rest }: { readonly rest: readonly string[] }) {
  const { t, lang, error } = useWords()
  const { query } = useRoute()
  const [filter, setFilter] = useRemembered<ConceptFilter>('vocabulary.filter', 'all')
  const [opened, setOpened] = useState<Opened>(null)
  const list = useQuery('vocabulary-list', () => client.vocabulary.list({}), { refreshOn: ['vocabulary.changed'] })
  const { data, error: failed, reload } = list
  const [id] = rest
  const term = query.get('term') ?? ''
  const concepts = data?.concepts ?? none
  const index = useMemo(() => indexTree(concepts, lang), [concepts, lang])
  const quality = id === undefined && query.get('view') === 'quality'
  const chosen = id === undefined ? undefined : index.byId.get(id)
  const dialogs = <Dialogs opened={opened} onClose={() => setOpened(null)} />
  if (!data || (concepts.length === 0 && id !== 'new')) {
    return (
      <Page title={t('vocabulary.title')}>
        {failed ? <ErrorState text={`${t('vocabulary.loadFailed')} ${error(failed)}`} onRetry={reload} /> : null}
        {!data && !failed ? <Loading text={t('vocabulary.loading')} /> : null}
        {data ? (
          <EmptyState title={t('vocabulary.empty.title')} text={t('vocabulary.empty.text')}>
            <Tools onOpen={setOpened} some={false} />
          </EmptyState>
        ) : null}
        {dialogs}
      </Page>
    )
  }
  return (
    <Panes
      list={<ConceptList index={index} chosen={id} filter={filter} onFilter={setFilter} />}
      listLabel={t('vocabulary.title')}
      mainLabel={t('vocabulary.edit.title')}
      main={
        id === 'new' ? (
          <NewConcept key={term} term={term} index={index} />
        ) : chosen ? (
          <ConceptPage key={chosen.concept.id} counted={chosen} index={index} />
        ) : quality ? (
          <QualityView />
        ) : (
          <VocabularyOverview concepts={concepts} onFilter={setFilter} />
        )
      }
      {...(quality ? {} : { side: <Beside all={concepts} />, sideLabel: t('vocabulary.beside.label') })}
      bar={
        <>
          <Tools onOpen={setOpened} some={concepts.length > 0} />
          {dialogs}
          {failed ? <span className={styles['problem']}>{error(failed)}</span> : null}
        </>
      }
    />
  )
}
