import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { DeskError } from '../../../shared/domain/error.ts'
import { migrate } from '../../../electron/core/store/migrate.ts'
import { migrations } from '../../../electron/core/store/migrations/list.ts'
import { openDatabase } from '../../../electron/core/store/database.ts'
import { tempFolder } from '../../temp-folder.ts'

function schemaOf(db: Database.Database): string[] {
  return db
    .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'articles_text_%' ORDER BY name")
    .all()
    .map((row) => String((row as { sql: string }).sql).replaceAll(/\s+/g, ' '))
}

describe('migrations', () => {
  test('rise in tens, one file each', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => (index + 1) * 10))
    const files = readdirSync(join(import.meta.dirname, '../../../electron/core/store/migrations')).filter((name) => /^\d/.test(name))
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(migrations.map((migration) => migration.version))
  })

  test('the schema is the one that was shipped', async () => {
    const db = new Database(':memory:')
    migrate(db, { isNew: true, backupFolder: tempFolder() })
    await expect(`${schemaOf(db).join('\n')}\n`).toMatchFileSnapshot('./schema.snapshot.sql')
  })

  test.each(migrations.map((migration, index) => [migration.name, index] as const))('%s only adds to what stood before', (_name, index) => {
    const db = new Database(':memory:')
    const folder = tempFolder()
    migrate(db, { isNew: true, backupFolder: folder, upTo: migrations.slice(0, index) })
    const before = schemaOf(db)
    migrate(db, { isNew: true, backupFolder: folder, upTo: migrations.slice(0, index + 1) })
    const after = schemaOf(db)
    expect(before.filter((line) => !after.includes(line))).toEqual([])
    expect(after.length).toBeGreaterThan(before.length)
    expect(db.pragma('user_version', { simple: true })).toBe(migrations[index]?.version)
  })

  test('an older file is copied before it is migrated', () => {
    const folder = tempFolder()
    const db = new Database(join(folder, 'desk.sqlite'))
    migrate(db, { isNew: true, backupFolder: folder, upTo: migrations.slice(0, 2) })
    db.prepare("INSERT INTO desk VALUES ('k', '1')").run()
    const { from, to, backup } = migrate(db, { isNew: false, backupFolder: folder })
    expect([from, to]).toEqual([20, migrations.at(-1)?.version])
    expect(backup !== null && existsSync(backup)).toBe(true)
    const copy = new Database(backup ?? '')
    expect(copy.pragma('user_version', { simple: true })).toBe(20)
    expect(copy.prepare('SELECT value FROM desk').get()).toEqual({ value: '1' })
  })

  test('a database from the future is refused and left as it was', async () => {
    const folder = tempFolder()
    const path = join(folder, 'desk.sqlite')
    const db = new Database(path)
    db.exec('CREATE TABLE later (x)')
    db.pragma('user_version = 99990')
    db.close()
    const before = readFileSync(path)
    const opening = openDatabase(path, folder)
    await expect(opening).rejects.toMatchObject({ code: 'database-from-the-future', details: { found: 99990 } })
    await expect(opening).rejects.toBeInstanceOf(DeskError)
    expect(new Database(path).prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'later' }])
    expect(readFileSync(path).subarray(100).equals(before.subarray(100))).toBe(true)
  })

  test('the ledger refuses to change or lose a row', () => {
    const db = new Database(':memory:')
    migrate(db, { isNew: true, backupFolder: tempFolder() })
    const insert = db.prepare("INSERT INTO ledger VALUES (?, ?, '', '', '', '', '', '', '', '')")
    insert.run(1, 'a')
    expect(() => db.prepare("UPDATE ledger SET act = 'x'").run()).toThrow('append-only')
    expect(() => db.prepare('DELETE FROM ledger').run()).toThrow('append-only')
    expect(() => insert.run(3, 'c')).toThrow('grows by one')
  })
})
