// The utility process in which the newsroom lives. It composes; core-service.ts holds the conversation.
// It must not know the window.
import '../host/guard-first.ts' // first: nothing may reach the network before it
import { setTimeout as wait } from 'node:timers/promises'
import type { MessagePortMain } from 'electron'
import type { Desk } from '../core/desk.ts'
import { servePort } from '../core/router/router.ts'
import { noteAttempt } from '../core/guard/egress-guard.ts'
import { eitherDesk } from '../host/open-either-desk.ts'
import { makeCoreService } from './core-service.ts'

// Electron only warns about these in a utility process: the core would go on half-broken. Main starts it again.
process.on('unhandledRejection', () => process.exit(1))

const service = makeCoreService<Desk, MessagePortMain>({
  post: (message) => process.parentPort.postMessage(message),
  opener: ({ dataDir, resources }, signer) => eitherDesk({ dataDir, resources, signer, shell: 'window' }),
  serve: async (desk, port) => {
    await servePort(desk, port)
    port.start()
  },
  // the former desk itself tells its page `desk.switched`; this is the time to read it
  retire: () => wait(500),
  onCancelled: (host) => noteAttempt(host, 'window.request'),
  exit: (code) => process.exit(code),
})

process.parentPort.on('message', ({ data, ports }) => service.hear(data, ports))
