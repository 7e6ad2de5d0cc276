// A process of its own that opens a desk, carries runs out one after another and decides meanwhile, until it is killed.
// Usage: node desk-at-work.ts DATA_FOLDER SCRATCH_FOLDER. Warms up on a scratch desk, waits for a line on stdin, opens the desk,
// prints `ready`, then a dot an item.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDesk, type Desk } from '../../electron/core/desk.ts'
import { directClient, type DirectClient } from '../../electron/core/router/router.ts'
import { requiredChecks } from '../../electron/core/services/review-checks.ts'

const resources = join(import.meta.dirname, '..', '..', 'resources')

/** Goes on with the run a kill left, else frames, approves and starts another. */
async function keepRunning(desk: Desk, client: DirectClient): Promise<never> {
  for (let number = 1; ; number += 1) {
    const [active] = await client.runs.list({ active: true })
    if (active) {
      desk.runWorker.start(active.id)
      await client.runs.wait({ id: active.id })
    } else {
      const card = {
        title: `Essai ${number}`,
        hypothesis: 'Les points tiennent.',
        task: 'key-points' as const,
        owner: 'me',
        referent: 'me',
        corpus: { query: '' },
        criterion: 'Rien de faux.',
        stopRule: 'Une erreur.',
      }
      const { id } = await client.experiments.create(card)
      await client.experiments.approve({ id })
      await client.runs.start({ experiment: id })
    }
  }
}

/** Every few milliseconds one decision, so that kills fall between a decision, its entry and its checkpoint. */
async function keepDeciding(client: DirectClient): Promise<never> {
  for (;;) {
    for (const { id, task, flags } of await client.reviews.list({ limit: 20 })) {
      if (Math.random() < 0.5)
        await client.reviews.accept({ id, checks: [...requiredChecks(task, flags)], override: 'Vérifié dans l’article.' })
      else await client.reviews.reject({ id, reason: 'hors sujet' })
      await wait(5)
    }
    await wait(20)
  }
}

/** Code is loaded and compiled once before the clock starts, so that a short life is spent at work. */
async function warmUp(scratch: string): Promise<void> {
  const desk = await openDesk({ dataDir: join(scratch, randomUUID()), shell: 'host', resources, background: false })
  const client = await directClient(desk, 'host')
  const body = 'Le port de Kerlouan compte désormais 14 bateaux.\n\nUne réunion est prévue le 12 avril dans la salle des fêtes.'
  for (let count = 0; count < 5; count += 1)
    await client.suggestions.suggestTransient({ task: 'key-points', record: { id: 'x', body, lang: 'fr' } })
  await desk.close()
}

const [folder, scratch] = process.argv.slice(2)
if (folder === undefined || scratch === undefined) throw new TypeError('usage: desk-at-work.ts DATA_FOLDER SCRATCH_FOLDER')
await warmUp(scratch)
// A killed process keeps no compile cache: what was compiled so far is written now.
flushCompileCache()
await once(process.stdin, 'data')
process.stdin.destroy()
const openedDesk = await openDesk({ dataDir: folder, shell: 'host', resources, background: false })
process.stdout.write('ready\n')
const ownClient = await directClient(openedDesk, 'host')
async function tell(): Promise<void> {
  for await (const event of openedDesk.watch()) if (event.type === 'run.progressed') process.stdout.write('.')
}
await Promise.all([tell(), keepDeciding(ownClient), keepRunning(openedDesk, ownClient)])
