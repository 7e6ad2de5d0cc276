// Kills in the middle of a purge or a restore, hostile backups, places a backup must not go: the next start puts things right.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ZipFile } from 'yazl'
import { describe, expect, it } from 'vitest'
import { measureFile, packFiles, sealArchive, unpackFiles } from '../../../electron/core/store/archive-file.ts'
import { leaveRestoreNote } from '../../../electron/core/services/safekeeping/after-restore.ts'
import { owePurge } from '../../../electron/core/services/safekeeping/finish-purge.ts'
import { restoreDesk } from '../../../electron/core/services/safekeeping/restore.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { harbour, makeDesk } from '../../make-desk.ts'
import { tempFolder } from '../../temp-folder.ts'
import { openNewsroom, refusal } from './newsroom.ts'

const restore = (file: string, dataDir: string) =>
  restoreDesk({ file, dataDir, passphrase: null, allowSynced: true, clock: () => new Date() })

const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DeskError ? `${error.code}: ${error.why}` : String(error)),
  )

function bytesOf(folder: string): Buffer {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())
  return Buffer.concat(names.map((name) => readFileSync(join(folder, name))))
}

async function backedUp(): Promise<{ file: string; entries: number; head: string; madeAt: string }> {
  const { client } = await makeDesk()
  await client.articles.save(harbour)
  const file = join(tempFolder(), 'b.marbre-backup')
  return { ...(await client.safekeeping.backup({ out: file })), file }
}

describe('a purge killed after its transaction', () => {
  it('is finished by the next start: copies, models, keys of pseudonyms and what waited to be imported are gone', async () => {
    const { desk, client, folder } = await makeDesk()
    await client.articles.save(harbour)
    await client.safekeeping.backup({})
    for (const [part, name] of [
      ['models', 'tagger.partial'],
      ['models', 'moderator-0190.bin'],
      ['mapping', 'pseudonyms.json'],
      ['vectors', 'left.lance'],
    ] as const) {
      mkdirSync(join(folder, part), { recursive: true })
      writeFileSync(join(folder, part, name), 'deux ligneurs')
    }
    await desk.store.write(async (db) => {
      await owePurge(db, 'all')
      await db.deleteFrom('articles').execute()
    })
    await desk.close()
    const again = await makeDesk({ dataDir: folder })
    for (const part of ['backups', 'models']) expect(readdirSync(join(folder, part)), part).toEqual([])
    expect(existsSync(join(folder, 'mapping', 'pseudonyms.json'))).toBe(false)
    await again.desk.close()
    expect(bytesOf(folder).includes('ligneurs')).toBe(false)
  })

  it('of comments leaves the other models, and a start that owes nothing leaves everything', async () => {
    const { desk, client, folder } = await makeDesk()
    await client.safekeeping.backup({})
    for (const name of ['tagger-1.bin', 'moderator-1.bin', 'moderator.partial']) writeFileSync(join(folder, 'models', name), 'x')
    await desk.close()
    const idle = await makeDesk({ dataDir: folder })
    expect(readdirSync(join(folder, 'models'))).toHaveLength(3)
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
    await idle.desk.store.write((db) => owePurge(db, 'comments'))
    await idle.desk.close()
    await makeDesk({ dataDir: folder })
    expect(readdirSync(join(folder, 'models'))).toEqual(['tagger-1.bin'])
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })

  it('waits for a backup that was begun before it, and takes that copy along', async () => {
    const { desk, client, folder } = await makeDesk()
    await client.articles.save(harbour)
    const backup = client.safekeeping.backup({})
    const certificate = await client.safekeeping.purgeAll({ desk: desk.pen.desk })
    await backup
    expect(certificate.erased).toMatchObject({ articles: 1, copies: 1 })
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })

  it('says beforehand what would go', async () => {
    const room = await openNewsroom()
    await room.client.articles.save(harbour)
    await room.bring('comments', 'c.jsonl', [
      { id: 'old', body: 'Une vieille remarque du port.', date: '2020-01-02T10:00:00Z' },
      { id: 'new', body: 'Une remarque toute fraîche.' },
    ])
    await room.client.safekeeping.backup({})
    expect(await room.client.safekeeping.preview({ olderThanDays: 90 })).toMatchObject({ comments: 1, copies: 1, desk: room.desk.pen.desk })
    const { comments, everything } = await room.client.safekeeping.preview({ olderThanDays: 0 })
    expect([comments, everything['comments']]).toEqual([2, 2])
    const { erased } = await room.client.safekeeping.purgeAll({ desk: room.desk.pen.desk })
    expect(erased).toMatchObject(everything)
  })
})

describe('a restore that was killed', () => {
  it('while it unpacked leaves nothing but what the next one removes', async () => {
    const { file } = await backedUp()
    const folder = tempFolder()
    mkdirSync(join(folder, '.restore-1234'))
    writeFileSync(join(folder, '.restore-1234', 'desk.sqlite'), 'half')
    expect(await restore(file, folder)).toMatchObject({ intact: true })
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it.each(['restored.json', 'ledger-checkpoint.json', 'models', 'backups'])(
    'while it put things in place is finished by the next start (%s placed)',
    async (placed) => {
      const { file, entries } = await backedUp()
      const folder = tempFolder()
      await restore(file, folder)
      const ready = join(folder, '.restored')
      mkdirSync(ready)
      for (const name of readdirSync(folder).filter((one) => one !== '.restored' && one !== placed))
        renameSync(join(folder, name), join(ready, name))
      mkdirSync(join(ready, 'models'), { recursive: true })
      if (placed === 'models') renameSync(join(ready, 'models'), join(folder, 'models'))
      const { client } = await makeDesk({ dataDir: folder })
      expect(await client.ledger.verify({})).toMatchObject({ intact: true, restored: [entries + 1] })
      expect(await client.articles.list({})).toMatchObject({ total: 1 })
      expect(existsSync(ready)).toBe(false)
    },
  )

  it('after its entry was written tells it once', async () => {
    const { file, entries, head, madeAt } = await backedUp()
    const folder = tempFolder()
    await restore(file, folder)
    const first = await makeDesk({ dataDir: folder })
    await first.desk.close()
    await leaveRestoreNote(folder, { madeAt, entries, head })
    const again = await makeDesk({ dataDir: folder })
    expect(await again.client.ledger.verify({})).toMatchObject({ intact: true, entries: entries + 1 })
    expect(existsSync(join(folder, 'restored.json'))).toBe(false)
  })
})

/** A backup with another database, its list of files put right: what somebody without any key can make. */
async function forged(file: string, change: (db: Database.Database) => void): Promise<string> {
  const folder = tempFolder()
  await unpackFiles(file, folder, () => 1e9)
  const database = join(folder, 'desk.sqlite')
  const db = new Database(database)
  change(db)
  db.close()
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: { name: string }[] }
  const files = []
  for (const listed of manifest.files) files.push({ name: listed.name, ...(await measureFile(join(folder, listed.name))) })
  const out = join(tempFolder(), 'forged.marbre-backup')
  await packFiles(out, [
    { name: 'manifest.json', from: Buffer.from(JSON.stringify({ ...manifest, files })) },
    ...files.map(({ name }) => ({ name, from: join(folder, name) })),
  ])
  return out
}

describe('a backup from a stranger', () => {
  it('is restored when it was only packed anew, and refused when its tables write by themselves or let the ledger be rewritten', async () => {
    const { file } = await backedUp()
    expect(await restore(await forged(file, () => undefined), tempFolder())).toMatchObject({ intact: true })
    const triggers = ['create trigger sly after insert on comments begin delete from comments; end', "create view extra as select 'x' as y"]
    for (const statement of triggers) {
      const folder = tempFolder()
      expect(await refused(restore(await forged(file, (db) => db.exec(statement)), folder))).toMatch(
        /^bad-input: holds a database whose tables/,
      )
      expect(readdirSync(folder)).toEqual([])
    }
    const unguarded = await forged(file, (db) => {
      const guard = db.prepare("select name from sqlite_schema where type = 'trigger' and tbl_name = 'ledger'").get() as { name: string }
      db.exec(`drop trigger ${guard.name}`)
    })
    expect(await refused(restore(unguarded, tempFolder()))).toMatch(/^bad-input: holds a database whose tables/)
  })

  const zipped = (fill: (zip: ZipFile) => void): Promise<string> => {
    const path = join(tempFolder(), 'hostile.zip')
    const zip = new ZipFile()
    fill(zip)
    zip.end({ comment: '0'.repeat(64), forceZip64Format: false })
    return new Promise((resolve, reject) => {
      const parts: Buffer[] = []
      zip.outputStream
        .on('data', (part: Buffer) => parts.push(part))
        .on('error', reject)
        .on('end', () => {
          writeFileSync(path, Buffer.concat(parts))
          resolve(sealArchive(path).then(() => path))
        })
    })
  }

  it('cannot leave its folder, hold a strange file, fill the disk or list without end', async () => {
    const climbing = await zipped((zip) => zip.addBuffer(Buffer.from('x'), 'aaaaaaaaaaa'))
    const bytes = readFileSync(climbing)
    writeFileSync(climbing, Buffer.from(bytes.toString('latin1').replaceAll('aaaaaaaaaaa', '../../evil.'), 'latin1'))
    await sealArchive(climbing)
    const strange = await zipped((zip) => zip.addBuffer(Buffer.from('x'), 'keys/desk.pk8'))
    const bomb = await zipped((zip) => zip.addBuffer(Buffer.alloc(80 * 1024 ** 2), 'desk.sqlite'))
    const many = await zipped((zip) => {
      for (let n = 0; n < 1100; n += 1) zip.addBuffer(Buffer.from('x'), `models/tagger-${String(n).padStart(36, '0')}.bin`)
    })
    const link = await zipped((zip) => zip.addBuffer(Buffer.from('/etc/passwd'), 'desk.sqlite', { mode: 0o120777 }))
    for (const [file, why] of [
      [climbing, 'is damaged'],
      [strange, 'no place in a backup'],
      [bomb, 'larger than it may be'],
      [many, 'too many files'],
      [link, 'list of its files'],
    ] as const) {
      const folder = tempFolder()
      expect(await refused(restore(file, folder))).toContain(why)
      expect(readdirSync(folder)).toEqual([])
    }
  })
})

it('writes no backup over the desk itself, nor where nothing can be written', async () => {
  const { client, folder } = await makeDesk()
  for (const out of [join(folder, 'desk.sqlite'), join(folder, 'models', 'b'), join(folder, 'b'), join(folder, 'nowhere', 'b'), 'b'])
    expect(await refusal(client.safekeeping.backup({ out })), out).toBe('bad-input')
  expect((await client.safekeeping.backup({ out: join(folder, 'backups', 'mine') })).file).toBe(join(folder, 'backups', 'mine'))
  expect(readdirSync(join(folder, 'backups'))).toEqual(['mine'])
})

it('says when a backup carries the pseudonyms alone: the window’s signing key is no file', async () => {
  const { openFileSigner } = await import('../../../electron/core/ledger/file-signer.ts')
  const { desk, client, folder } = await makeDesk({ signer: openFileSigner(tempFolder()) })
  await desk.pen.write(async () => undefined)
  const out = join(tempFolder(), 'b')
  const made = await client.safekeeping.backup({ out, passphrase: 'la criée ouvre à cinq heures' })
  expect([made.keys, existsSync(join(folder, 'keys', 'desk.pk8'))]).toEqual(['pseudonyms', false])
  const target = tempFolder()
  const wish = { file: out, dataDir: target, passphrase: 'la criée ouvre à cinq heures', allowSynced: true, clock: () => new Date() }
  expect(await restoreDesk(wish)).toMatchObject({ keys: 'pseudonyms' })
  expect(await (await makeDesk({ dataDir: target })).client.ledger.verify({})).toMatchObject({ intact: true })
})
