// Starts the page. It must not know any screen: the frame does.
import './jitless.ts'
import './ui/tokens.css'
import './ui/base.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { markCopies } from './app/mark-copies.ts'
import { fetchScreen } from './app/screen-area.tsx'
import { watchDesk } from './client-events.ts'
import { readRoute } from './ui/router.ts'

void watchDesk()
fetchScreen(readRoute(location.hash))

const root = document.getElementById('root')
if (root) {
  markCopies(document)
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <App />
      </CSPProvider>
    </StrictMode>,
  )
}
