// Row six: from the key that decides an article to the next one drawn, in a queue of 10,000, beside an empty change in the same page.
// It must not know how the page works, beyond its keys.
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { serveDesk } from '../../electron/host/serve-desk.ts'
import { freeTrialId } from '../../electron/core/services/free-trial.ts'
import { openStore } from '../../electron/core/store/store.ts'
import { insertSuggestions, type NewSuggestion } from '../../electron/core/store/suggestion-rows.ts'
import { figure, sized, type BenchContext, type Found } from './bench-row.ts'
import { buildArchive } from './built-archive.ts'
import { bundledTick } from './empty-tick.ts'
import { median, percentile } from './measure.ts'
import { builtPage, lackingForAPage, openChromium } from './page-in-chromium.ts'
import { press } from './press-key.ts'
import type { Drawn } from './watch-drawing.ts'

const root = join(import.meta.dirname, '..', '..')
const tagsAnArticle = 5
/** Longer than the time during which a key on a new item is ignored. */
const settle = 450
const decisions = 40

async function propose(folder: string, count: number): Promise<void> {
  const store = await openStore(folder)
  const rows = await store.read.selectFrom('articles').select(['id', 'hash']).orderBy('n').limit(count).execute()
  for (let start = 0; start < rows.length; start += 100) {
    const made = rows.slice(start, start + 100).flatMap(({ id, hash }, at) =>
      Array.from({ length: tagsAnArticle }, (_, tag): NewSuggestion => ({
        id: `bench-${start + at}-${tag}`,
        task: 'tags',
        item: id,
        item_hash: hash,
        value: JSON.stringify({ concept: `tag-${tag}`, label: `Étiquette ${tag}` }),
        proposed: null,
        score: 0.9 - tag / 10,
        evidence: '[]',
        flags: '[]',
        state: 'proposed',
        previous_state: null,
        origin: 'machine',
        engine: 'builtin',
        engine_digest: '',
        parameters: '{}',
        experiment: freeTrialId,
        run: null,
        request: null,
        created_at: '2026-11-22T08:00:00.000Z',
        decision: null,
        decided_at: null,
        exported_at: null,
      })),
    )
    await store.write((db) => insertSuggestions(db, made))
  }
  await store.close()
}

export async function decisionRow(context: BenchContext): Promise<Found> {
  const lacking = lackingForAPage()
  if (lacking !== null) return { figures: [], notes: [], notRun: lacking }
  const count = sized(context, 10_000)
  const dataDir = join(context.folder, 'decisions')
  await buildArchive(dataDir, { final: count, vectors: false, tell: context.tell }).growTo(count)
  await propose(dataDir, count)
  const dir = join(context.folder, 'page')
  await cp(builtPage, dir, { recursive: true })
  const served = await serveDesk({ dataDir, resources: join(root, 'resources'), page: { dir }, background: false })
  const browser = await openChromium()
  const drawn = { next: [] as Drawn[], tick: [] as Drawn[] }
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 820 }, locale: 'fr-FR' })).newPage()
    await page.goto(served.newLink())
    await page.getByRole('main').waitFor()
    await page.evaluate(() => void (location.hash = '#/review/tags'))
    await page.getByRole('checkbox').first().waitFor({ timeout: 60_000 })
    await page.evaluate(await bundledTick())
    context.tell('decisions')
    for (let at = 0; at < decisions; at += 1) {
      await page.waitForTimeout(settle)
      // F9 asks nothing of any screen.
      drawn.tick.push(await press(page, 'tick', ['F9']))
      await page.waitForTimeout(settle)
      drawn.next.push(await press(page, 'next', ['Digit1', 'Enter']))
    }
  } finally {
    await browser.close()
    await served.close()
  }
  const milliseconds = (list: readonly Drawn[]): number[] => list.map((one) => one.milliseconds)
  const long = drawn.next.flatMap(({ longTasks }) => longTasks)
  const idle = drawn.tick.flatMap(({ longTasks }) => longTasks).length
  const peer = (share: number) => ({ name: 'empty React change', figure: percentile(milliseconds(drawn.tick), share) })
  return {
    figures: [
      figure('decision to next item drawn, p95', {
        figure: percentile(milliseconds(drawn.next), 0.95),
        unit: 'ms',
        peer: peer(0.95),
        goal: { of: 'figure', atMost: 50 },
      }),
      figure('decision to next item drawn, median', { figure: median(milliseconds(drawn.next)), unit: 'ms', peer: peer(0.5) }),
      figure('long tasks (over 50 ms)', {
        figure: long.length,
        unit: '',
        peer: { name: 'empty React change', figure: idle },
        goal: { of: 'figure', atMost: 0 },
      }),
    ],
    notes: [
      `tags of ${count} articles, ${tagsAnArticle} each; ${decisions} decisions by keyboard, each after a change of one number by React in the same page`,
      `from the key's own time stamp to the frame drawn${long.length > 0 ? `; longest task ${Math.round(Math.max(...long))} ms` : ''}`,
    ],
  }
}
