// The vocabulary screen (being built).
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/use-words.ts'

export function VocabularyScreen(_: { readonly rest: readonly string[] }) {
  const { t } = useWords()
  return (
    <Page title={t('vocabulary.title')}>
      <p />
    </Page>
  )
}
