// Which column fed which field the last time a file had these columns. Choices of the newsroom, kept with its settings.
// It must not know what the columns hold.
import { z } from 'zod'
import { columnMapSchema, type ColumnMap, type ImportKind } from '../../../shared/domain/import.ts'
import { readSetting, writeSetting } from '../store/desk-rows.ts'
import type { DeskContext } from './context.ts'

const keptSchema = z.array(z.object({ kind: z.string(), columns: z.array(z.string()), map: columnMapSchema }))
type Kept = z.infer<typeof keptSchema>

const setting = 'import-columns'
/** A newsroom meets a handful of exports; the oldest gives way. */
const mostKept = 40

/** The map a person chose for a file of exactly these columns, in any order; null when there was none. */
export async function recallColumns(
  desk: Pick<DeskContext, 'store'>,
  kind: ImportKind,
  columns: readonly string[],
): Promise<ColumnMap | null> {
  if (columns.length === 0) return null
  return (await readKept(desk)).find((one) => one.kind === kind && sameColumns(one.columns, columns))?.map ?? null
}

/** Keeps `map` for the next file of these columns. An empty map forgets: the columns are guessed again. */
export async function rememberColumns(
  desk: Pick<DeskContext, 'store'>,
  kind: ImportKind,
  columns: readonly string[],
  map: ColumnMap,
): Promise<void> {
  if (columns.length === 0) return
  const before = await readKept(desk)
  const others = before.filter((one) => one.kind !== kind || !sameColumns(one.columns, columns))
  const empty = Object.keys(map).length === 0
  if (empty && others.length === before.length) return
  const kept = empty ? others : [{ kind, columns: [...columns], map }, ...others].slice(0, mostKept)
  await desk.store.write((db) => writeSetting(db, setting, kept))
}

async function readKept(desk: Pick<DeskContext, 'store'>): Promise<Kept> {
  const parsed = keptSchema.safeParse(await readSetting<unknown>(desk.store.read, setting))
  return parsed.success ? parsed.data : []
}

/** True for the same names, whatever their order. */
export function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  const sorted = b.toSorted()
  return a.length === b.length && a.toSorted().every((name, index) => name === sorted[index])
}
