import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../electron/core/learning/random.ts'
import type { Writable } from '../../../electron/core/store/database.ts'
import { migrate } from '../../../electron/core/store/migrate.ts'
import { migrations } from '../../../electron/core/store/migrations/list.ts'
import { countWaitingItems, queueOf, type QueueRow } from '../../../electron/core/store/queue-rows.ts'
import { openStore, type Store } from '../../../electron/core/store/store.ts'
import { changeSuggestion, insertSuggestions, replaceTry, type NewSuggestion } from '../../../electron/core/store/suggestion-rows.ts'
import { tempFolder } from '../../temp-folder.ts'

const since = '2026-11-22T00:00:00.000Z'
const whole = { offset: 0, limit: 500 }

function suggestion(id: string, given: Partial<NewSuggestion>): NewSuggestion {
  return {
    id,
    task: 'tags',
    item: 'a',
    item_hash: '',
    value: '{}',
    proposed: null,
    score: 1,
    evidence: '[]',
    flags: '[]',
    state: 'proposed',
    previous_state: null,
    origin: 'machine',
    engine: 'builtin',
    engine_digest: '',
    parameters: '{}',
    experiment: 'e',
    run: null,
    request: null,
    created_at: since,
    decision: null,
    decided_at: null,
    exported_at: null,
    ...given,
  }
}

async function deskWith(...experiments: [id: string, state: string][]): Promise<Store> {
  const store = await openStore(tempFolder())
  await store.write(async (db) => {
    for (const [id, state] of experiments)
      await db
        .insertInto('experiments')
        .values({ id, title: id, card: '{}', state, hash: '', standing: 0, approval: null, conclusion: null, created_at: since })
        .execute()
  })
  return store
}

/** The queue as it was counted before it had a table: over all suggestions, one by one. */
async function counted(store: Store, experiment?: string): Promise<QueueRow[]> {
  const replaced = new Set((await store.read.selectFrom('replaced_tries').selectAll().execute()).map((row) => row.suggestion))
  const all = await store.read.selectFrom('suggestions').selectAll().where('task', '=', 'tags').orderBy('n').execute()
  const rows = new Map<string, QueueRow>()
  for (const one of all) {
    const waits = ['proposed', 'unsure', 'stale'].includes(one.state) && !replaced.has(one.id)
    const late = one.decided_at !== null && one.decided_at >= since && one.experiment !== 'closed'
    if ((!waits && !late) || (experiment !== undefined && one.experiment !== experiment)) continue
    const row = rows.get(one.item) ?? { item: one.item, waiting: 0, decided: 0, flagged: 0, decidedAt: null }
    if (one.state === 'proposed') row.waiting += 1
    else row.decided += 1
    if (one.state === 'proposed' && one.flags !== '[]' && !one.flags.startsWith('[{"code":"verbatim"')) row.flagged += 1
    if (one.decided_at !== null && one.decided_at > (row.decidedAt ?? '')) row.decidedAt = one.decided_at
    rows.set(one.item, row)
  }
  return [...rows.values()]
}

async function isReplaced(db: Writable, id: string): Promise<boolean> {
  return (await db.selectFrom('replaced_tries').selectAll().where('suggestion', '=', id).executeTakeFirst()) !== undefined
}

const byItem = (rows: readonly QueueRow[]): QueueRow[] => rows.toSorted((a, b) => (a.item < b.item ? -1 : 1))

test('the kept queue says what counting every suggestion says, whatever happens to them', async () => {
  const store = await deskWith(['e', 'open'], ['f', 'open'], ['closed', 'concluded'])
  const random = seededRandom(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const ids: string[] = []
  for (let step = 0; step < 400; step += 1) {
    const id = pick(ids.length > 0 ? ids : ['none'])
    const what = step < 60 ? 0 : Math.floor(random() * 6)
    await store.write(async (db) => {
      const row = await db.selectFrom('suggestions').selectAll().where('id', '=', id).executeTakeFirst()
      if (what === 0 || !row) {
        const made = `s${step}`
        ids.push(made)
        const flags = pick(['[]', '[{"code":"number"}]', '[{"code":"verbatim"}]'])
        await insertSuggestions(db, [
          suggestion(made, {
            item: pick('abcdefgh'.split('')),
            experiment: pick(['e', 'f', 'closed']),
            task: pick(['tags', 'tags', 'links']),
            flags,
          }),
        ])
      } else if (what < 4 && row.state === 'stale' && (await isReplaced(db, id))) {
        // What a newer try replaced is nobody's to change until it comes back.
        await db.deleteFrom('replaced_tries').where('suggestion', '=', id).execute()
      } else if (what < 4) {
        const state = pick(['accepted', 'rejected', 'unsure', 'stale', 'proposed', 'withdrawn'])
        const decided_at = pick([null, '2026-11-21T10:00:00.000Z', `2026-11-22T10:00:00.${step}Z`])
        await changeSuggestion(db, id, { state, decided_at })
      } else if (what === 4 && !(await isReplaced(db, id))) await replaceTry(db, row)
      else {
        await db.deleteFrom('replaced_tries').where('suggestion', '=', id).execute()
        if (random() < 0.3) await db.deleteFrom('suggestions').where('id', '=', id).execute()
      }
    })
    if (step % 20 > 0) continue
    for (const experiment of [undefined, 'e', 'closed']) {
      const { total, items } = await queueOf(store.read, { task: 'tags', experiment, since }, whole)
      const expected = await counted(store, experiment)
      expect(byItem(items)).toEqual(byItem(expected))
      expect(total).toBe(expected.length)
      expect(items.findIndex((row) => row.waiting === 0)).toBe(
        items.some((row) => row.waiting === 0) ? items.filter((row) => row.waiting > 0).length : -1,
      )
    }
    expect((await countWaitingItems(store.read)).get('tags') ?? 0).toBe((await counted(store)).filter((row) => row.waiting > 0).length)
  }
  await store.close()
})

test('pages of the queue follow one another, what waits first and in order of arrival', async () => {
  const store = await deskWith(['e', 'open'])
  const rows = Array.from({ length: 25 }, (_, at) =>
    suggestion(`s${at}`, { item: `i${at}`, ...(at % 5 === 0 ? { state: 'accepted', decided_at: '2026-11-22T09:00:00.000Z' } : {}) }),
  )
  await store.write((db) => insertSuggestions(db, rows))
  const expected = [...rows.filter((_, at) => at % 5 > 0), ...rows.filter((_, at) => at % 5 === 0)].map((row) => row.item)
  const pages = [0, 7, 14, 21].map((offset) => queueOf(store.read, { task: 'tags', since }, { offset, limit: 7 }))
  const read = await Promise.all(pages)
  expect(read.flatMap((page) => page.items.map((row) => row.item))).toEqual(expected)
  expect(read.map((page) => page.total)).toEqual([25, 25, 25, 25])
  const asked = await queueOf(store.read, { task: 'tags', since, items: ['i5', 'i3', 'none'] }, whole)
  expect(asked.items.map((row) => [row.item, row.waiting])).toEqual([
    ['i3', 1],
    ['i5', 0],
  ])
  await store.close()
})

test('a desk from before finds its queue made', () => {
  const db = new Database(':memory:')
  const options = { isNew: true, backupFolder: tempFolder() }
  migrate(db, { ...options, upTo: migrations.filter((one) => one.version < 120) })
  db.exec("INSERT INTO experiments VALUES ('e', 'e', '{}', 'open', '', 0, NULL, NULL, '')")
  const insert = db.prepare(
    `INSERT INTO suggestions VALUES (?, ?, ?, ?, '', '{}', NULL, 1, '[]', '[]', ?, NULL, 'machine', 'builtin', '', '{}', 'e', NULL, NULL, '', NULL, NULL, NULL)`,
  )
  insert.run(1, 's1', 'tags', 'a', 'proposed')
  insert.run(2, 's2', 'tags', 'a', 'unsure')
  insert.run(3, 's3', 'tags', 'b', 'accepted')
  insert.run(4, 's4', 'moderation', 'c', 'proposed')
  insert.run(5, 's5', 'tags', 'd', 'stale')
  db.exec("INSERT INTO replaced_tries VALUES ('s5')")
  migrate(db, { ...options, isNew: false })
  expect(db.prepare('SELECT experiment, item, first, waiting, decided FROM review_queue ORDER BY experiment').all()).toEqual([
    { experiment: '', item: 'a', first: 1, waiting: 1, decided: 1 },
    { experiment: 'e', item: 'a', first: 1, waiting: 1, decided: 1 },
  ])
})
