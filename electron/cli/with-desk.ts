// Opens the desk for one command and closes it whatever happens.
// It must not know commands. The core is loaded here, and only when a desk is needed: help and usage errors stay instant.
import type { Desk } from '../core/desk.ts'
import { installEgressGuard } from '../core/guard/egress-guard.ts'
import type { DirectClient } from '../core/router/router.ts'
import type { Cli } from './cli.ts'
import { resourcesFolder } from './places.ts'

/** What a command does on an open desk: everything through the contract's client; the desk itself for what the contract has not. */
export type DeskWork<T> = (client: DirectClient, desk: Desk) => Promise<T>

const clock = () => new Date()

/** @throws DeskError what `openDesk` throws; what the client throws. */
export async function withDesk<T>(cli: Cli, work: DeskWork<T>): Promise<T> {
  const [{ openDesk }, { directClient }] = await Promise.all([import('../core/desk.ts'), import('../core/router/router.ts')])
  const network = installEgressGuard({ shell: 'cli', clock, allowHosts: [] })
  const desk = await openDesk({ dataDir: cli.dataDir, shell: 'cli', resources: resourcesFolder, clock, network, background: false })
  try {
    // The wall stands before the policy can be read; its hosts come in now.
    installEgressGuard({ shell: 'cli', clock, allowHosts: desk.policy.onPremiseHosts })
    return await work(await directClient(desk, 'cli'), desk)
  } finally {
    await desk.close()
  }
}
