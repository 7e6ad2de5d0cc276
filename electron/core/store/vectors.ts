// The only home of LanceDB: vectors of articles, an index that can always be rebuilt from SQLite.
// It must not know where a vector comes from.
import { rm, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type * as Lance from '@lancedb/lancedb'
import type { Connection, Table } from '@lancedb/lancedb'

// With 2 cores LanceDB's index builds starve without this; it is read once, at the first load.
process.env['LANCE_CPU_THREADS'] ??= '4'
// Its warnings would go to stderr, where the CLI promises only its own words.
process.env['LANCEDB_LOG'] ??= 'error'

/** `mark`: what the vector was made of (a content hash); kept by tables of embeddings alone. */
export type VectorRow = { id: string; day: number; lang: string; vector: Float32Array; mark?: string }
export type VectorHit = { id: string; score: number }
/** Whose vectors: the latent space learned here, or an embedding model's. Each kind has its own tables. */
export type VectorKind = 'latent' | 'embedding'

/** Vectors of one model: one table per model version, so that two models never mix. */
export type VectorIndex = {
  readonly count: () => Promise<number>
  /** Adds or replaces rows by id. */
  readonly put: (rows: readonly VectorRow[]) => Promise<void>
  readonly remove: (ids: readonly string[]) => Promise<void>
  /** Cosine neighbours, best first; score = 1 − distance. `before` is a day as `YYYYMMDD`. */
  readonly nearest: (vector: Float32Array, options: { limit: number; before?: number; lang?: string }) => Promise<VectorHit[]>
  /** The vector kept of `id`; null when there is none. `mark`: only when it was made of this. */
  readonly vectorOf: (id: string, mark: string) => Promise<Float32Array | null>
  /** Every id with its mark; for tables of embeddings. */
  readonly marks: () => Promise<Map<string, string>>
  /** Joins small files and lets go of what was replaced or removed: until then older versions keep it on disk. */
  readonly compact: () => Promise<void>
}

export type Vectors = {
  /** Opens or makes the table of `model`; a damaged one is deleted and made anew, empty. */
  readonly open: (model: string, dimensions: number, kind?: VectorKind) => Promise<VectorIndex>
  /** Deletes the tables of other models of this kind; without a kind, of every kind. */
  readonly keepOnly: (model: string, kind?: VectorKind) => Promise<void>
  readonly close: () => void
}

/** Below this many rows an exhaustive scan is as fast as an index, and exact. */
const indexFrom = 20_000
/** An index build that has not ended by then is given up: the exhaustive scan goes on serving. */
const buildTimeoutMs = 10 * 60_000

/**
 * Opens the vector folder. A folder LanceDB cannot read is deleted: nothing in it is the truth.
 *
 * @param folder absolute: LanceDB takes a relative `db…` for its cloud.
 */
export async function openVectors(folder: string): Promise<Vectors> {
  if (!isAbsolute(folder)) throw new TypeError('the vector folder must be an absolute path')
  const lancedb = await import('@lancedb/lancedb')
  const connection = await connectOrReplace(lancedb, folder)
  return {
    open: async (model, dimensions, kind = 'latent') =>
      new OpenTable(await openTable(connection, folder, tableName(model, kind), { dimensions, kind }), lancedb),
    keepOnly: async (model, kind) => {
      const kept = new Set((kind === undefined ? kinds : [kind]).map((one) => tableName(model, one)))
      const ours = (name: string) => kind === undefined || name.startsWith(prefixes[kind])
      for (const name of await connection.tableNames()) if (ours(name) && !kept.has(name)) await connection.dropTable(name)
    },
    close: () => connection.close(),
  }
}

async function connectOrReplace(lancedb: typeof Lance, folder: string): Promise<Connection> {
  // The default caches (7 GB) are not for laptops.
  const session = new lancedb.Session(128n << 20n, 32n << 20n)
  const found = await stat(folder).catch(() => null)
  if (found && !found.isDirectory()) await rm(folder)
  try {
    const connection = await lancedb.connect(folder, { session })
    await connection.tableNames()
    return connection
  } catch {
    await rm(folder, { recursive: true, force: true })
    return lancedb.connect(folder, { session })
  }
}

const kinds: readonly VectorKind[] = ['latent', 'embedding']
const prefixes: Readonly<Record<VectorKind, string>> = { latent: 'vectors_', embedding: 'embeddings_' }

function tableName(model: string, kind: VectorKind): string {
  return `${prefixes[kind]}${model.replaceAll(/[^a-zA-Z0-9]/g, '_')}`
}

type Shape = { dimensions: number; kind: VectorKind }

async function openTable(connection: Connection, folder: string, name: string, { dimensions, kind }: Shape): Promise<Table> {
  const { Field, FixedSizeList, Float32, Int32, Schema, Utf8 } = await import('apache-arrow')
  const schema = new Schema([
    new Field('id', new Utf8(), false),
    new Field('day', new Int32(), false),
    new Field('lang', new Utf8(), false),
    new Field('vector', new FixedSizeList(dimensions, new Field('item', new Float32(), true)), false),
    ...(kind === 'embedding' ? [new Field('mark', new Utf8(), false)] : []),
  ])
  const names = await connection.tableNames()
  if (names.includes(name)) {
    try {
      const table = await connection.openTable(name)
      await table.query().limit(1).toArray()
      return table
    } catch {
      // Damaged files: the index is rebuilt from SQLite by whoever finds it empty.
      await rm(join(folder, `${name}.lance`), { recursive: true, force: true })
    }
  }
  return connection.createEmptyTable(name, schema, { mode: 'overwrite' })
}

/** A string of LanceDB's SQL. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

class OpenTable implements VectorIndex {
  readonly #table: Table
  readonly #lancedb: typeof Lance
  #indexedAt = 0

  constructor(table: Table, lancedb: typeof Lance) {
    this.#table = table
    this.#lancedb = lancedb
  }

  async count(): Promise<number> {
    return this.#table.countRows()
  }

  async put(rows: readonly VectorRow[]): Promise<void> {
    if (rows.length === 0) return
    // mergeInsert is undefined for two source rows of one key.
    const unique = [...new Map(rows.map((row) => [row.id, row])).values()]
    await this.#table
      .mergeInsert('id')
      .whenMatchedUpdateAll()
      .whenNotMatchedInsertAll()
      .execute(unique.map((row) => ({ ...row, vector: Array.from(row.vector) })))
    await this.#indexWhenLarge()
  }

  async vectorOf(id: string, mark: string): Promise<Float32Array | null> {
    const rows: { vector: Iterable<number> }[] = await this.#table
      .query()
      .where(`id = ${quoted(id)} AND mark = ${quoted(mark)}`)
      .select(['vector'])
      .limit(1)
      .toArray()
    return rows[0] ? Float32Array.from(rows[0].vector) : null
  }

  async marks(): Promise<Map<string, string>> {
    const rows: { id: string; mark: string }[] = await this.#table.query().select(['id', 'mark']).toArray()
    return new Map(rows.map(({ id, mark }) => [id, mark]))
  }

  async compact(): Promise<void> {
    await this.#table.optimize({ cleanupOlderThan: new Date() })
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += 200) {
      const list = ids.slice(start, start + 200).map(quoted)
      await this.#table.delete(`id IN (${list.join(',')})`)
    }
  }

  async nearest(vector: Float32Array, options: { limit: number; before?: number; lang?: string }): Promise<VectorHit[]> {
    const filters = []
    if (options.before !== undefined) filters.push(`day <= ${options.before}`)
    if (options.lang !== undefined) filters.push(`lang = ${quoted(options.lang)}`)
    let query = this.#table.query().nearestTo(Array.from(vector)).distanceType('cosine').refineFactor(5)
    if (filters.length > 0) query = query.where(filters.join(' AND '))
    const rows: { id: string; _distance: number }[] = await query.select(['id', '_distance']).limit(options.limit).toArray()
    return rows.map((row) => ({ id: row.id, score: 1 - row._distance }))
  }

  async #indexWhenLarge(): Promise<void> {
    const rows = await this.#table.countRows()
    if (rows < indexFrom || rows < this.#indexedAt * 1.5) return
    this.#indexedAt = rows
    const build = this.#table.createIndex('vector', { config: this.#lancedb.Index.ivfRq({ distanceType: 'cosine' }), replace: true })
    const { promise: late, resolve } = Promise.withResolvers<'late'>()
    const timer = setTimeout(() => resolve('late'), buildTimeoutMs)
    try {
      await Promise.race([build, late])
    } finally {
      clearTimeout(timer)
      build.catch(() => undefined)
    }
  }
}
