// The desk's own settings, people and models. The only SQL over `desk`, `people`, `models`.
import type { Person } from '../../../shared/domain/person.ts'
import type { Readable, Writable } from './database.ts'
import { fromJson, toJson } from './rows.ts'

/** A setting's JSON value, or null when it was never written. */
export async function readSetting<T>(db: Readable, key: string): Promise<T | null> {
  const row = await db.selectFrom('desk').select('value').where('key', '=', key).executeTakeFirst()
  return row ? fromJson<T>(row.value) : null
}

export async function writeSetting(db: Writable, key: string, value: unknown): Promise<void> {
  const row = { value: toJson(value) }
  await db
    .insertInto('desk')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}

export async function listPeople(db: Readable): Promise<Person[]> {
  const rows = await db.selectFrom('people').selectAll().orderBy('created_at').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    roles: fromJson(row.roles),
    form: row.form === 'f' || row.form === 'm' ? row.form : 'unspecified',
  }))
}

export async function savePerson(db: Writable, person: Person, at: string): Promise<void> {
  const row = { name: person.name, roles: toJson(person.roles), form: person.form }
  await db
    .insertInto('people')
    .values({ id: person.id, ...row, created_at: at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** False when there is none of that id. */
export async function removePersonRow(db: Writable, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('people').where('id', '=', id).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export type StoredModel = {
  name: string
  version: string
  file: string
  digest: string
  manifest: Record<string, string | number | null>
  createdAt: string
}

export async function findModel(db: Readable, name: string): Promise<StoredModel | null> {
  const row = await db.selectFrom('models').selectAll().where('name', '=', name).executeTakeFirst()
  return row
    ? {
        name: row.name,
        version: row.version,
        file: row.file,
        digest: row.digest,
        manifest: fromJson(row.manifest),
        createdAt: row.created_at,
      }
    : null
}

export async function deleteModel(db: Writable, name: string): Promise<void> {
  await db.deleteFrom('models').where('name', '=', name).execute()
}

export async function saveModel(db: Writable, model: StoredModel): Promise<void> {
  const row = {
    version: model.version,
    file: model.file,
    digest: model.digest,
    manifest: toJson(model.manifest),
    created_at: model.createdAt,
  }
  await db
    .insertInto('models')
    .values({ name: model.name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}
