// Migration 0130: packets opened before it keep their bytes and what a purge asks of them; nothing of them is lost.
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../electron/core/store/migrate.ts'
import { migrations } from '../../../electron/core/store/migrations/list.ts'
import { tempFolder } from '../../temp-folder.ts'

test('a packet’s document becomes its first slice, its task and items stand beside it', () => {
  const db = new Database(':memory:')
  const before = migrations.filter(({ version }) => version < 130)
  migrate(db, { isNew: true, backupFolder: tempFolder(), upTo: before })
  const document = JSON.stringify({
    content: { experiment: { card: { task: 'moderation' } }, suggestions: [{ item: 'c1' }, { item: 'c2' }] },
  })
  db.prepare("INSERT INTO packets VALUES ('p', 'd', 'e', 't', 'me', '2026-11-01', ?, ?)").run(document.length, document)
  const upTo = migrations.filter(({ version }) => version <= 130)
  migrate(db, { isNew: true, backupFolder: tempFolder(), upTo })
  const part = db.prepare("SELECT n, bytes FROM packet_parts WHERE packet = 'p'").get() as { n: number; bytes: Buffer }
  expect([part.n, part.bytes.toString('utf8')]).toEqual([0, document])
  expect(db.prepare('SELECT * FROM packet_abouts').get()).toEqual({ packet: 'p', task: 'moderation', items: '["c1","c2"]' })
  expect(db.prepare('SELECT document FROM packets').get()).toEqual({ document: '' })
})
