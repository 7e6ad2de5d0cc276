// The engines screen (being built).
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/use-words.ts'

export function EnginesScreen(_: { readonly rest: readonly string[] }) {
  const { t } = useWords()
  return (
    <Page title={t('engines.title')}>
      <p />
    </Page>
  )
}
