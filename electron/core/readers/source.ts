// What every reader takes and gives: a source, options, and one result per record.
// It must not know any format.
import type { ColumnMap, Rejection } from '../../../shared/domain/import.ts'

/** A file on this machine. `root` is the folder chosen for import, when the file was found inside one. */
export type FileSource = { name: string; path: string; root?: string }
/** What a person pasted: the clipboard's plain text and, where there is one, its HTML. */
export type PastedSource = { name?: string; html?: string; text: string }
export type Source = FileSource | PastedSource

export type ReadOptions = {
  /** Draft field → column (CSV) or key (JSON Lines); fields left out are guessed. */
  map?: ColumnMap
  /** Told how many bytes were read since the last call, for progress. */
  onBytes?: (bytes: number) => void
}

/** One record: read whole, or refused with its place. `at` is `line 12`, `record 3` or `item 2`. */
export type Read<T> = { ok: true; draft: T; at: string } | { ok: false; rejection: Rejection }

/** One record inside a format reader, before the file's name is put to it. */
export type Piece<T> = { at: string; draft: T } | { at: string; reason: string }
/** A record still in its file's own words (JSON object, CSV row, front matter). */
export type RawRecord = Piece<Readonly<Record<string, unknown>>>

/** Sizes beyond which a file is taken for an attack or a mistake (bytes, or counts where said). */
export const limits = {
  record: 5 * 1024 * 1024,
  /** DOCX: the file itself, then what it may unpack to. */
  packed: 50 * 1024 * 1024,
  unpacked: 100 * 1024 * 1024,
  zipEntries: 2_000,
  zipRatio: 200,
  vocabulary: 50 * 1024 * 1024,
  /** Characters of an id kept as it is. */
  id: 200,
  columns: 500,
  concepts: 500_000,
} as const

/** True for a source that is a file. */
export function isFile(source: Source): source is FileSource {
  return 'path' in source
}
