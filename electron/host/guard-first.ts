// Imported first by every entry: from here on nothing in this process, nor in its workers, leaves loopback.
// It must not know the policy: `eitherDesk` adds its hosts once it is read.
import { installEgressGuard } from '../core/guard/egress-guard.ts'

// bundled, a worker's guard stands beside this file; in a checkout the guard finds its own
const packaged = globalThis.__MARBRE_PACKAGED__ === true
const workerEntry = packaged ? { workerEntry: new URL('./egress-guard-register.js', import.meta.url).href } : {}

installEgressGuard({ shell: 'host', clock: () => new Date(), allowHosts: [], ...workerEntry })
