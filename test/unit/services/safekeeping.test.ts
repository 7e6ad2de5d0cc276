// Backups that make the desk again, restores that refuse anything less, purges that leave nothing behind.
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { restoreDesk } from '../../../electron/core/services/safekeeping/restore.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { makeDesk } from '../../make-desk.ts'
import { tempFolder } from '../../temp-folder.ts'
import { checks, faithful, openNewsroom, propose, refusal, saveHarbour, type Newsroom } from './newsroom.ts'

const passphrase = 'la criée ouvre à cinq heures'
const clock = () => new Date()

/** A desk with an article, a decided point, comments of two ages and a decision on one. */
async function workedDesk(): Promise<{ room: Newsroom; item: string; point: string }> {
  const room = await openNewsroom()
  const item = await saveHarbour(room)
  const [point] = await propose(room, item, [faithful])
  await room.client.reviews.accept({ id: point!.id, checks })
  await room.bring('comments', 'c.jsonl', [
    {
      id: 'old',
      article: item,
      author: 'Jeanne',
      body: 'Les ligneurs manqueront au port, dit la vieille remarque.',
      date: '2020-01-02T10:00:00Z',
    },
    { id: 'new', article: item, author: 'Jeanne', body: 'Une remarque toute fraîche sur la flottille.' },
  ])
  await room.client.reviews.decideComment({
    comment: 'old',
    decision: 'refuse',
    clause: 'c1',
    publicReason: 'Motif ancien',
    note: 'note interne',
  })
  return { room, item, point: point!.id }
}

const restore = (file: string, dataDir: string, given: string | null = null) =>
  restoreDesk({ file, dataDir, passphrase: given, allowSynced: true, clock })

/** The code a restore is refused with. */
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DeskError ? error.code : String(error)),
  )

/** All bytes of a desk, for looking for what should be gone; the files a test imported from stand beside it. */
function everyByte(folder: string): Buffer {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.endsWith('.jsonl') && statSync(join(folder, name)).isFile(),
  )
  return Buffer.concat(names.map((name) => readFileSync(join(folder, name))))
}

describe('a backup', () => {
  it('makes the same desk again in an empty folder, which goes on under a new key and says so', async () => {
    const { room, item, point } = await workedDesk()
    const out = join(tempFolder(), 'desk.marbre-backup')
    const made = await room.client.safekeeping.backup({ out })
    expect(made).toMatchObject({ keys: 'left-out', file: out, desk: room.desk.pen.desk })
    const before = await room.client.ledger.verify({})
    const folder = tempFolder()
    expect(await restore(out, folder)).toMatchObject({ intact: true, keys: 'left-out', entries: made.entries, head: made.head })
    const again = await makeDesk({ dataDir: folder })
    expect(await again.client.articles.show({ id: item })).toEqual(await room.client.articles.show({ id: item }))
    expect((await again.client.suggestions.ofItem({ item })).find(({ id }) => id === point)?.state).toBe('accepted')
    const after = await again.client.ledger.verify({})
    expect(after).toMatchObject({ intact: true, entries: before.entries + 1, restored: [before.entries + 1] })
    expect(after.fingerprints).toHaveLength(2)
    await again.client.reviews.withdraw({ id: point, reason: 'pour voir que le journal continue' })
    expect(await again.client.ledger.verify({})).toMatchObject({ intact: true })
    // Whoever trusts the old key alone is told where another one goes on.
    const { bundle } = await again.client.ledger.export({})
    expect(await again.client.ledger.verify({ bundle, trust: before.fingerprints.join('\n') })).toMatchObject({
      intact: false,
      broken: { seq: before.entries + 1, why: 'unknown-key' },
    })
    expect(await again.client.ledger.verify({ bundle, trust: after.fingerprints.join('\n') })).toMatchObject({
      intact: true,
      signer: 'trusted',
    })
  })

  it('carries the keys under a passphrase, and gives them to that passphrase only', async () => {
    const { room } = await workedDesk()
    const out = join(tempFolder(), 'keys.marbre-backup')
    expect(await refusal(room.client.safekeeping.backup({ out, passphrase: 'court' }))).toBe('bad-input')
    expect(await room.client.safekeeping.backup({ out, passphrase })).toMatchObject({ keys: 'encrypted' })
    const key = readFileSync(join(room.folder, 'keys', 'desk.pk8'))
    expect(readFileSync(out).includes(key)).toBe(false)
    const wrong = tempFolder()
    expect(await code(restore(out, wrong, 'une autre phrase de passe'))).toBe('key-locked')
    expect(readdirSync(wrong)).toEqual([])
    const folder = tempFolder()
    expect(await restore(out, folder, passphrase)).toMatchObject({ keys: 'restored' })
    expect(readFileSync(join(folder, 'keys', 'desk.pk8')).equals(key)).toBe(true)
    const again = await makeDesk({ dataDir: folder })
    expect((await again.client.ledger.verify({})).fingerprints).toHaveLength(1)
  })

  it('taken while decisions are written holds a chain that verifies', async () => {
    const { room, item } = await workedDesk()
    const outs = [0, 1, 2].map((number) => join(tempFolder(), `b${number}.marbre-backup`))
    const texts = Array.from({ length: 30 }, (_, n) => `Le conseil a pris acte du point numéro ${n}.`)
    await Promise.all([
      propose(room, item, texts),
      ...outs.map((out) => room.client.safekeeping.backup({ out })),
      (async () => {
        for (let turn = 0; turn < 15; turn += 1) await room.client.people.add({ id: `p${turn}`, name: `P ${turn}`, roles: ['journalist'] })
      })(),
    ])
    for (const out of outs) expect(await restore(out, tempFolder())).toMatchObject({ intact: true })
  })

  it('is not restored over anything, nor when a byte of it changed', async () => {
    const { room } = await workedDesk()
    const out = join(tempFolder(), 'b.marbre-backup')
    await room.client.safekeeping.backup({ out })
    const used = tempFolder()
    writeFileSync(join(used, 'notes.txt'), 'à moi')
    expect(await code(restore(out, used))).toBe('bad-input')
    expect(readdirSync(used)).toEqual(['notes.txt'])
    const bytes = readFileSync(out)
    for (const at of [0.2, 0.5, 0.8, 0.99]) {
      const changed = Buffer.from(bytes)
      const place = Math.floor(changed.length * at)
      changed[place] = (changed[place] ?? 0) ^ 0xff
      const bad = join(tempFolder(), 'bad.marbre-backup')
      writeFileSync(bad, changed)
      const folder = tempFolder()
      expect(await code(restore(bad, folder))).toBe('bad-input')
      expect(readdirSync(folder)).toEqual([])
    }
    const cut = join(tempFolder(), 'cut.marbre-backup')
    writeFileSync(cut, bytes.subarray(0, bytes.length / 2))
    expect(await code(restore(cut, tempFolder()))).toBe('bad-input')
  })
})

describe('a purge', () => {
  it('of old comments erases them to the last byte, and the ledger says how many contents are gone', async () => {
    const { room, item } = await workedDesk()
    const { client, folder } = room
    await client.safekeeping.backup({})
    const certificate = await client.safekeeping.purgeComments({ olderThanDays: 90 })
    expect(certificate).toMatchObject({ scope: 'comments', erased: { comments: 1, copies: 1 }, ledger: { intact: true } })
    expect(certificate.erased['contents']).toBeGreaterThan(0)
    expect(await client.ledger.verify({})).toMatchObject({ intact: true, erased: certificate.erased['contents'] })
    expect((await client.comments.list({ article: item })).items.map(({ id }) => id)).toEqual(['new'])
    const bytes = everyByte(folder)
    for (const gone of ['vieille remarque', 'Motif ancien', 'note interne']) expect(bytes.includes(gone)).toBe(false)
    for (const kept of ['toute fra', 'deux ligneurs']) expect(bytes.includes(kept)).toBe(true)
  })

  it('of everything leaves ids, decisions and hashes, and no table but those that may stay', async () => {
    const { room } = await workedDesk()
    const { client, desk, folder } = room
    await client.people.add({ id: 'lena', name: 'Léna Morvan', roles: ['journalist'] })
    expect(await refusal(client.safekeeping.purgeAll({ desk: 'un autre' }))).toBe('bad-input')
    const { entries } = await client.ledger.verify({})
    const certificate = await client.safekeeping.purgeAll({ desk: desk.pen.desk })
    expect(certificate).toMatchObject({
      scope: 'all',
      erased: { articles: 1, comments: 2 },
      ledger: { intact: true, entries: entries + 1 },
    })
    const bytes = everyByte(folder)
    for (const gone of ['vieille remarque', 'toute fra', 'deux ligneurs', 'Léna Morvan']) expect(bytes.includes(gone)).toBe(false)
    expect(existsSync(join(folder, 'mapping', 'pseudonyms.json'))).toBe(false)
    await desk.close()
    const db = new Database(join(folder, 'desk.sqlite'), { readonly: true })
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'articles_text%' AND name NOT LIKE 'sqlite_%'")
      .all()
    const filled = tables
      .map((row) => (row as { name: string }).name)
      .filter((name) => (db.prepare(`SELECT count(*) AS n FROM "${name}"`).get() as { n: number }).n > 0)
    db.close()
    // A new table is empty after a purge of everything, or stands here with a reason to stay.
    expect(filled.toSorted()).toEqual(['contents', 'desk', 'experiments', 'keys', 'ledger', 'people'])
  })

  it('is refused while a run is under way', async () => {
    const { room, item } = await workedDesk()
    const { client, desk } = room
    const { id } = await client.experiments.create({
      title: 'Points',
      hypothesis: 'h',
      task: 'key-points',
      owner: 'me',
      referent: 'me',
      criterion: 'c',
      stopRule: 's',
      engines: ['builtin'],
      corpus: { articles: [item] },
    })
    await client.experiments.approve({ id })
    const [run] = await client.runs.start({ experiment: id })
    await desk.runWorker.settled(run!.id)
    await desk.store.write((db) => db.updateTable('runs').set({ state: 'running' }).execute())
    expect(await refusal(client.safekeeping.purgeAll({ desk: desk.pen.desk }))).toBe('bad-transition')
  })
})
