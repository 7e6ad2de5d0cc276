// Moteurs: what proposes, how well it did here, and what language models are told. It must not know what is proposed.
import { Page } from '../../ui/page.tsx'
import { go } from '../../ui/router.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { useWords } from '../../words/use-words.ts'
import { EnginesTab } from './engines-tab.tsx'
import { MeasuresTab } from './measures-tab.tsx'
import { PromptsTab } from './prompts-tab.tsx'

const tabs = ['list', 'measures', 'prompts'] as const
type Tab = (typeof tabs)[number]
const shown = { list: EnginesTab, measures: MeasuresTab, prompts: PromptsTab } as const

/** The screen. */
export function EnginesScreen({ rest }: { readonly rest: readonly string[] }) {
  const { t } = useWords()
  const tab: Tab = tabs.find((one) => one === rest[0]) ?? 'list'
  const Shown = shown[tab]
  return (
    <Page title={t('engines.title')} lead={`${t('engines.subtitle')}. ${t('engines.intro')}`}>
      <Tabs
        label={t('engines.title')}
        value={tab}
        tabs={tabs.map((id) => ({ id, label: t(`engines.tab.${id}`) }))}
        onChange={(id) => go('engines', id === 'list' ? [] : [id])}
      >
        <Shown />
      </Tabs>
    </Page>
  )
}
