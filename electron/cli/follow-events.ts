// Listens to what happens in the core while a command waits, for its progress line.
// It must not know commands.
import type { DeskEvent } from '../../shared/contract/events.ts'
import type { DirectClient } from '../core/router/router.ts'

/** Hands each event to `hear` until the returned function is called; what goes wrong here never fails the command. */
export function followEvents(client: DirectClient, hear: (event: DeskEvent) => void): () => void {
  const controller = new AbortController()
  const follow = async (): Promise<void> => {
    for await (const event of await client.events.watch({}, { signal: controller.signal })) {
      if (controller.signal.aborted) return
      hear(event)
    }
  }
  follow().catch(() => undefined)
  return () => controller.abort()
}
