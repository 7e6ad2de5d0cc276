// Starts the gallery: every component of renderer/ui with its states, in development only.
// It must not know the desk: no client, no words, no feature.
import '../jitless.ts'
import '../ui/tokens.css'
import '../ui/base.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Page, Section } from '../ui/page.tsx'
import { ToastArea } from '../ui/toast.tsx'
import { specimens } from './specimens.tsx'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <main>
          <Page title="Gallery" lead="Each component once, in its states. The theme is the system's." width="text">
            {specimens.map(({ name, Shown }) => (
              <Section key={name} title={name}>
                <Shown />
              </Section>
            ))}
          </Page>
        </main>
        <ToastArea />
      </CSPProvider>
    </StrictMode>,
  )
}
