// The ledger screen (being built).
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/use-words.ts'

export function LedgerScreen(_: { readonly rest: readonly string[] }) {
  const { t } = useWords()
  return (
    <Page title={t('ledger.title')}>
      <p />
    </Page>
  )
}
