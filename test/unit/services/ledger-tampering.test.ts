// The database changed from outside, behind the app's back: verification names what was done and where.
import { join } from 'node:path'
import { rmSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { checks, openNewsroom, propose, refusal, saveHarbour, type Newsroom } from './newsroom.ts'

const texts = [' au port', ' en tout', ' en mer', ' au total', ' à quai'].map(
  (word) => `La flottille de Kerlouan compte désormais 14 bateaux${word}.`,
)

let room: Newsroom
let ids: string[]

beforeEach(async () => {
  room = await openNewsroom()
  const item = await saveHarbour(room)
  ids = (await propose(room, item, texts)).map((suggestion) => suggestion.id)
  for (const id of ids.slice(0, 4)) await room.client.reviews.accept({ id, checks })
})

/** Seq 1 is the key, 2 to 5 are the four decisions. */
function tamper(work: (db: Database.Database) => void): void {
  const db = new Database(join(room.folder, 'desk.sqlite'))
  try {
    for (const trigger of ['ledger_keeps_rows', 'ledger_keeps_values', 'ledger_keeps_order']) db.exec(`DROP TRIGGER ${trigger}`)
    work(db)
  } finally {
    db.close()
  }
}

const verify = () => room.client.ledger.verify({})

describe('the ledger in the file', () => {
  it('is intact, and refuses to be changed while its triggers stand', async () => {
    expect(await verify()).toMatchObject({ entries: 5, intact: true, signer: 'trusted', erased: 0 })
    const db = new Database(join(room.folder, 'desk.sqlite'))
    expect(() => db.exec('UPDATE ledger SET person = person WHERE seq = 2')).toThrow('append-only')
    expect(() => db.exec('DELETE FROM ledger WHERE seq = 5')).toThrow('append-only')
    db.close()
  })

  it('one byte of a body changed', async () => {
    tamper((db) => {
      const { body } = db.prepare<[], { body: string }>('SELECT body FROM ledger WHERE seq = 3').get()!
      const other = body.replace('"checks":["accuracy"', '"checks":["bccuracy"')
      expect(other).not.toBe(body)
      db.prepare('UPDATE ledger SET body = ? WHERE seq = 3').run(other)
    })
    expect(await verify()).toMatchObject({ intact: false, broken: { seq: 3, why: 'altered' } })
  })

  it('a body made unreadable', async () => {
    tamper((db) => db.exec(`UPDATE ledger SET body = substr(body, 2) WHERE seq = 2`))
    expect(await verify()).toMatchObject({ broken: { seq: 2, why: 'altered' } })
    // The bundle of a broken chain is refused or says so; it must not come out as if it were whole.
    expect(await refusal(room.client.ledger.export({}))).toBe('ledger-broken')
  })

  it('one row removed', async () => {
    tamper((db) => db.exec('DELETE FROM ledger WHERE seq = 3'))
    expect(await verify()).toMatchObject({ intact: false, broken: { seq: 3, why: 'removed' } })
  })

  it('one row removed and the rest renumbered', async () => {
    tamper((db) => {
      db.exec('DELETE FROM ledger WHERE seq = 3')
      db.exec('UPDATE ledger SET seq = 3 WHERE seq = 4')
      db.exec('UPDATE ledger SET seq = 4 WHERE seq = 5')
    })
    expect(await verify()).toMatchObject({ intact: false, broken: { seq: 3, why: 'removed' } })
  })

  it('two rows swapped', async () => {
    tamper((db) => {
      db.exec('UPDATE ledger SET seq = 99 WHERE seq = 3')
      db.exec('UPDATE ledger SET seq = 3 WHERE seq = 4')
      db.exec('UPDATE ledger SET seq = 4 WHERE seq = 99')
    })
    expect(await verify()).toMatchObject({ intact: false, broken: { seq: 3, why: 'reordered' } })
  })

  it('the tail cut, and nothing may be written over the cut', async () => {
    tamper((db) => db.exec('DELETE FROM ledger WHERE seq >= 4'))
    expect(await verify()).toMatchObject({ entries: 3, intact: false, broken: { seq: 4, why: 'truncated' } })
    expect(await refusal(room.client.reviews.accept({ id: ids[4]!, checks }))).toBe('ledger-broken')
    expect(await verify()).toMatchObject({ entries: 3, broken: { seq: 4, why: 'truncated' } })
    expect((await room.client.desk.doctor({})).lines.find((line) => line.check === 'ledger')).toMatchObject({
      level: 'red',
      details: { why: 'truncated' },
    })
  })

  it('its checkpoint removed or replaced', async () => {
    const checkpoint = join(room.folder, 'ledger-checkpoint.json')
    writeFileSync(checkpoint, 'not a checkpoint')
    expect(await verify()).toMatchObject({ intact: false })
    expect(await refusal(room.client.reviews.accept({ id: ids[4]!, checks }))).toBe('ledger-broken')
    rmSync(checkpoint)
    expect(await verify()).toMatchObject({ broken: { seq: 6, why: 'truncated' } })
  })

  it('a content altered, or gone without a purge', async () => {
    tamper((db) =>
      db.exec(
        `UPDATE contents SET content = replace(content, '14', '41') WHERE entry = (SELECT id FROM ledger WHERE seq = 3) AND role = 'after'`,
      ),
    )
    expect(await verify()).toMatchObject({ broken: { seq: 3, why: 'content-altered' } })
    const db = new Database(join(room.folder, 'desk.sqlite'))
    db.exec(`DELETE FROM contents WHERE entry = (SELECT id FROM ledger WHERE seq = 2)`)
    db.close()
    expect(await verify()).toMatchObject({ broken: { seq: 2, why: 'content-altered' } })
  })

  it('a forged decision, signed with nothing', async () => {
    tamper((db) => {
      const row = db
        .prepare<[], { body: string; hash: string; signature: string; key: string }>('SELECT * FROM ledger WHERE seq = 5')
        .get()!
      const body = JSON.stringify({ ...(JSON.parse(row.body) as object), seq: 6, id: 'forged', prev: row.hash })
      db.prepare(`INSERT INTO ledger SELECT 6, 'forged', at, act, person, subject, ?, hash, signature, key FROM ledger WHERE seq = 5`).run(
        body,
      )
    })
    expect(await verify()).toMatchObject({ entries: 6, intact: false, broken: { seq: 6 } })
  })
})

describe('a bundle', () => {
  it('verifies away from its desk: trusted only with the keys the reader trusts', async () => {
    const { bundle, entries } = await room.client.ledger.export({})
    const elsewhere = await openNewsroom()
    const alone = await elsewhere.client.ledger.verify({ bundle })
    expect(alone).toMatchObject({ entries, intact: true, signer: 'unverified' })
    expect(await elsewhere.client.ledger.verify({ bundle, trust: alone.fingerprints.join('\n') })).toMatchObject({
      intact: true,
      signer: 'trusted',
    })
    expect(await elsewhere.client.ledger.verify({ bundle, trust: 'a'.repeat(64) })).toMatchObject({ signer: 'unverified' })
    // A bundle is handed over as text: whoever calls may not name a file for the core to read.
    const path = elsewhere.file('bundle.json', bundle)
    expect(await refusal(elsewhere.client.ledger.verify({ bundle: path }))).toBe('bad-input')
    expect(await elsewhere.client.ledger.verify({ bundle: bundle.replaceAll('"accuracy"', '"Accuracy"') })).toMatchObject({
      intact: false,
      broken: { why: 'altered' },
    })
  })
})
