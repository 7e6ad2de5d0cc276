// Opens the desk for one command and closes it whatever happens.
// It must not know commands. The core is loaded here, and only when a desk is needed: help and usage errors stay instant.
import type { Desk } from '../core/desk.ts'
import { installEgressGuard } from '../core/guard/egress-guard.ts'
import type { Task } from '../../shared/domain/suggestion.ts'
import type { DirectClient } from '../core/router/router.ts'
import type { Cli } from './cli.ts'
import { followEvents } from './follow-events.ts'
import { resourcesFolder } from './places.ts'

/** What a command does on an open desk: everything through the contract's client; the desk itself for what the contract has not. */
export type DeskWork<T> = (client: DirectClient, desk: Desk) => Promise<T>

const clock = () => new Date()

/**
 * Nothing works in the background of a short command: what it owes the next one it does itself, and waits for.
 *
 * @throws DeskError what `openDesk` throws; what the client throws.
 */
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

/** Makes what was imported searchable. */
export async function indexArticles(cli: Cli, client: DirectClient, desk: Desk): Promise<void> {
  const stop = followEvents(client, (event) => {
    if (event.type === 'index.progressed') cli.output.progress(`indexing: ${event.done} of ${event.total}`)
  })
  await desk.prepare(null)
  stop()
}

/** Has the built-in engine learn what `task` needs, so that what it proposes does not depend on who asked first. */
export async function prepareEngine(cli: Cli, desk: Desk, task: Task): Promise<void> {
  if (task !== 'key-points') cli.output.progress('learning from the articles and decisions of this desk…')
  await desk.prepare(task)
}
