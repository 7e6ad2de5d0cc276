import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { article, jsonLines } from './news.ts'
import { answer, freshFolder, marbre, startMarbre, type Started } from './run-marbre.ts'

type Shown = {
  id: string
  state: string
  hash: string
  runs: { id: string; engine: string; state: string; done: number; failed: number; total: number }[]
}

const minutes = 600_000
const items = 150

/** A desk with articles and an experiment that is not approved yet. */
async function prepared(): Promise<{ folder: string; data: string; id: string }> {
  const { folder, data } = freshFolder()
  const numbers = Array.from({ length: items }, (_, index) => index + 1)
  writeFileSync(join(folder, 'articles.jsonl'), jsonLines(numbers.map((number) => article(number))))
  await answer(data, 'import', join(folder, 'articles.jsonl'))
  const card = {
    title: 'Points à retenir de la digue',
    hypothesis: 'Trois points sur quatre sont gardés.',
    task: 'key-points',
    owner: 'me',
    referent: 'me',
    engines: ['builtin'],
    corpus: { articles: numbers.map((number) => `article-${number}`) },
    criterion: { measure: 'acceptance', operator: '>=', value: 0.75 },
    stopRule: 'Une citation inventée.',
  }
  writeFileSync(join(folder, 'card.json'), JSON.stringify(card))
  const { id } = await answer<Shown>(data, 'experiment', 'create', join(folder, 'card.json'))
  return { folder, data, id }
}

/** Waits until the run tells progress, so that a signal falls into the middle of its work. */
async function untilRunning(started: Started): Promise<void> {
  for (let turn = 0; !started.err().includes('running builtin') && started.child.exitCode === null && turn < 3000; turn += 1) await wait(20)
}

async function suggestionsByItem(data: string, id: string): Promise<Map<string, number>> {
  const waiting = await answer<{ item: string }[]>(data, 'review', 'list', '--experiment', id)
  return new Map([...Map.groupBy(waiting, ({ item }) => item)].map(([item, made]) => [item, made.length]))
}

describe('an experiment', () => {
  it(
    'runs only once approved, survives being killed, and does no item twice',
    async () => {
      const { folder, data, id } = await prepared()
      const early = await marbre(['experiment', 'run', id, '--data', data, '--json'])
      expect([early.code, early.out]).toEqual([1, ''])
      expect(early.lastLine).toContain('[not-approved]')
      const approved = await answer<Shown>(data, 'experiment', 'approve', id, '--as', 'me')
      expect(Object.keys(approved).slice(0, 4)).toEqual(['id', 'state', 'hash', 'runs'])

      const running = startMarbre(['experiment', 'run', id, '--data', data, '--json'])
      await untilRunning(running)
      running.child.kill('SIGKILL')
      const killed = await running.ended
      expect(killed.out).toBe('')
      const between = await answer<Shown>(data, 'experiment', 'show', id)
      const before = await suggestionsByItem(data, id)
      // Every finished item is there whole, whatever the kill interrupted.
      expect(before.size).toBe(between.runs[0]?.done ?? 0)

      const resumed = await answer<Shown>(data, 'experiment', 'run', id, '--resume')
      expect(resumed.runs).toMatchObject([{ engine: 'builtin', done: items, failed: 0, total: items }])
      expect(resumed.state).toBe('in-review')
      const after = await suggestionsByItem(data, id)
      expect(after.size).toBe(items)
      for (const [item, made] of before) expect(after.get(item)).toBe(made)
      const again = await answer<Shown>(data, 'experiment', 'run', id, '--resume')
      expect(again.runs).toHaveLength(1)
      expect(await answer(data, 'ledger', 'verify')).toMatchObject({ intact: true })

      const page = join(folder, 'bilan.html')
      expect(await answer(data, 'experiment', 'report', id, '--out', page)).toMatchObject({ id, hash: approved.hash })
      expect(readFileSync(page, 'utf8')).toContain('Points à retenir de la digue')
    },
    minutes,
  )

  it(
    'pauses at Ctrl+C, keeps what it has and gives the desk back',
    async () => {
      const { data, id } = await prepared()
      await answer(data, 'experiment', 'approve', id, '--as', 'me')
      const running = startMarbre(['experiment', 'run', id, '--data', data, '--json'])
      await untilRunning(running)
      running.child.kill('SIGINT')
      const paused = await running.ended
      const [run] = (await answer<Shown>(data, 'experiment', 'show', id)).runs
      // On a fast machine the last item may be done before the signal lands.
      if (paused.code !== 0) {
        expect([paused.code, paused.out]).toEqual([1, ''])
        expect(paused.lastLine).toMatch(/stopped after \d+ of 150 items: go on with --resume \[bad-transition\]$/)
        expect(run).toMatchObject({ state: 'paused', failed: 0 })
      }
      expect((await answer<Shown>(data, 'experiment', 'run', id, '--resume')).runs).toMatchObject([
        { state: 'finished', done: items, total: items },
      ])
    },
    minutes,
  )
})
