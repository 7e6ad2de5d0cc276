// Réglages: identity, people, display, keyboard, data, network, backup and erasing, policy, doctor. It must not hold rules: the core does.
import { useEffect, useRef } from 'react'
import { useSession } from '../../client-session.ts'
import { Page, Section } from '../../ui/page.tsx'
import { useWords } from '../../words/use-words.ts'
import { DataSection } from './data-section.tsx'
import { DisplaySection } from './display-section.tsx'
import { DoctorSection } from './doctor-section.tsx'
import { KeySection } from './key-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { PolicySection } from './policy-section.tsx'
import { SafekeepingSection } from './safekeeping-section.tsx'

/** The settings; what follows the screen in the address names the part to show first (`network`, `people`). */
export function SettingsScreen({ rest }: { readonly rest: readonly string[] }) {
  const { t } = useWords()
  const session = useSession()
  const frame = useRef<HTMLDivElement>(null)
  const wanted = rest[0]
  useEffect(() => {
    if (wanted) frame.current?.querySelector(`[data-part="${CSS.escape(wanted)}"]`)?.scrollIntoView({ block: 'start' })
  }, [wanted])
  return (
    <div ref={frame}>
      <Page title={t('settings.title')} width="text">
        <Section title={t('settings.me')}>
          <p>
            <strong>{session.person.name}</strong> ·{' '}
            {t(session.identity === 'os-account' ? 'settings.identityOs' : 'settings.identityDeclared')}
          </p>
        </Section>
        <div data-part="people">
          <PeopleSection />
        </div>
        <div data-part="display">
          <DisplaySection />
        </div>
        <div data-part="keys">
          <KeySection />
        </div>
        <div data-part="network">
          <DataSection />
        </div>
        <div data-part="safekeeping">
          <SafekeepingSection />
        </div>
        <div data-part="policy">
          <PolicySection />
        </div>
        <div data-part="doctor">
          <DoctorSection />
        </div>
      </Page>
    </div>
  )
}
