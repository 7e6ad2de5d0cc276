// Entry for `--import`: guards a thread before its first line runs (workers, and the process itself).
// It must not know the policy: a worker never needs a remote host, and the main thread adds its hosts afterwards.
import { installEgressGuard } from './egress-guard.ts'

installEgressGuard({ shell: 'cli', clock: () => new Date(), allowHosts: [] })
