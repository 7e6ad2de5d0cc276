// The table of the chosen embedding model, open, with what each of its vectors was made of. It must not know who makes them.
import type { Store } from '../store/store.ts'
import type { VectorIndex, VectorRow } from '../store/vectors.ts'
import type { ChosenModel } from './search-model.ts'

export type Shelf = {
  readonly chosen: ChosenModel
  readonly index: VectorIndex
  /** Content hash each vector was made of, by article. */
  readonly marks: Map<string, string>
  readonly put: (rows: readonly MarkedRow[]) => Promise<void>
  readonly remove: (ids: readonly string[]) => Promise<void>
  /** Lets go of what was replaced or removed, which older versions of the table keep on disk; a crash may have left some. */
  readonly tidy: () => Promise<void>
}

export type MarkedRow = VectorRow & { readonly mark: string }

export type Shelves = {
  /** Another model's shelf is closed; its table stays until `keepOnly`. */
  readonly of: (chosen: ChosenModel) => Promise<Shelf>
  readonly keepOnly: (chosen: ChosenModel) => Promise<void>
  /** The tables were deleted, or failed: they are looked at again. */
  readonly forget: () => void
}

/** Each write is a file and a version: beyond this many, every further one would take longer. */
const manyWrites = 64

export function createShelves(store: Pick<Store, 'vectors'>): Shelves {
  let open: { key: string; shelf: Promise<Shelf> } | null = null
  return {
    of: (chosen) => {
      if (open?.key === chosen.key) return open.shelf
      const shelf = openShelf(store, chosen)
      open = { key: chosen.key, shelf }
      shelf.catch(() => (open = null))
      return shelf
    },
    keepOnly: async ({ key }) => (await store.vectors()).keepOnly(key, 'embedding'),
    forget: () => (open = null),
  }
}

async function openShelf(store: Pick<Store, 'vectors'>, chosen: ChosenModel): Promise<Shelf> {
  const index = await (await store.vectors()).open(chosen.key, chosen.dimensions, 'embedding')
  const marks = await index.marks()
  let untidy = marks.size > 0
  let writes = 0
  return {
    chosen,
    index,
    marks,
    put: async (rows) => {
      if (rows.length === 0) return
      untidy = true
      await index.put(rows)
      for (const { id, mark } of rows) marks.set(id, mark)
      writes += 1
      if (writes % manyWrites === 0) await index.compact()
    },
    remove: async (ids) => {
      if (ids.length === 0) return
      untidy = true
      await index.remove(ids)
      for (const id of ids) marks.delete(id)
    },
    tidy: async () => {
      if (untidy) await index.compact()
      untidy = false
    },
  }
}
