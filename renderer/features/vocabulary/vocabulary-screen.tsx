// Thésaurus: the tags on the left, the one being read or edited in the middle, proposed terms beside.
// It must not know how tags are proposed for articles.
import { useState } from 'react'
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
import { FromTagsDialog } from './from-tags-dialog.tsx'
import { ImportVocabularyDialog } from './import-vocabulary-dialog.tsx'
import { LearnedTagSection } from './learned-tag.tsx'
import { ParkingLane } from './parking-lane.tsx'
import { TagRules } from './tag-rules.tsx'
import type { CountedConcept } from './concept-tree.ts'
import styles from './vocabulary.module.css'

type Opened = 'import' | 'from-tags' | null

function Tools({ onOpen }: { onOpen: (opened: Opened) => void }) {
  const { t } = useWords()
  return (
    <>
      <LinkButton href={hrefTo('vocabulary', ['new'])}>{t('vocabulary.create')}</LinkButton>
      <Button onClick={() => onOpen('import')}>{t('vocabulary.import.open')}</Button>
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

/** The screen: `#/vocabulary`, `/ID`, `/new?term=…`. */
export function VocabularyScreen({ rest }: { readonly rest: readonly string[] }) {
  const { t, error } = useWords()
  const { query } = useRoute()
  const [opened, setOpened] = useState<Opened>(null)
  const list = useQuery('vocabulary-list', () => client.vocabulary.list({}), { refreshOn: ['vocabulary.changed'] })
  const { data, error: failed, reload } = list
  const [id] = rest
  const term = query.get('term') ?? ''
  const concepts = data?.concepts ?? []
  const chosen = concepts.find((one) => one.concept.id === id)
  const dialogs = (
    <>
      {opened === 'import' ? <ImportVocabularyDialog onClose={() => setOpened(null)} /> : null}
      {opened === 'from-tags' ? <FromTagsDialog onClose={() => setOpened(null)} /> : null}
    </>
  )
  if (!data || (concepts.length === 0 && id !== 'new')) {
    return (
      <Page title={t('vocabulary.title')}>
        {failed ? <ErrorState text={`${t('vocabulary.loadFailed')} ${error(failed)}`} onRetry={reload} /> : null}
        {!data && !failed ? <Loading text={t('vocabulary.loading')} /> : null}
        {data ? (
          <EmptyState title={t('vocabulary.empty.title')} text={t('vocabulary.empty.text')}>
            <Tools onOpen={setOpened} />
          </EmptyState>
        ) : null}
        {dialogs}
      </Page>
    )
  }
  return (
    <Panes
      list={<ConceptList concepts={concepts} chosen={id} />}
      listLabel={t('vocabulary.title')}
      mainLabel={t('vocabulary.edit.title')}
      main={
        id === 'new' ? (
          <ConceptEditor key={`new ${term}`} concept={null} term={term} articles={0} all={concepts} />
        ) : chosen ? (
          <>
            <ConceptEditor key={chosen.concept.id} concept={chosen.concept} term="" articles={chosen.articles} all={concepts} />
            <LearnedTagSection concept={chosen.concept.id} />
          </>
        ) : (
          <EmptyState title={t('vocabulary.choose')} />
        )
      }
      side={<Beside all={concepts} />}
      sideLabel={t('vocabulary.beside.label')}
      bar={
        <>
          <Tools onOpen={setOpened} />
          {dialogs}
          {failed ? <span className={styles['problem']}>{error(failed)}</span> : null}
        </>
      }
    />
  )
}
