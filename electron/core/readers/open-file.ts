// What all four readers do first and last: find the format, name the file, put the name to each result.
// It must not know articles, comments or vocabularies.
import { basename, relative, sep } from 'node:path'
import { DeskError } from '../../../shared/domain/error.ts'
import { openByteStream, readFirstBytes, readWholeFile } from './byte-stream.ts'
import type { ByteStream } from './byte-stream.ts'
import { readCsv } from './csv-records.ts'
import { decodeText } from './decode-text.ts'
import { detectFormat } from './detect-format.ts'
import type { Format } from './detect-format.ts'
import { guessColumns } from './guess-columns.ts'
import { readJsonLines, readJsonList } from './json-records.ts'
import type { FieldNames } from './record-fields.ts'
import { limits } from './source.ts'
import type { FileSource, Piece, Read, ReadOptions } from './source.ts'
import type { ColumnMap } from '../../../shared/domain/import.ts'

/** `path` is relative to the import root with `/`; it names the file in rejections and in hashed ids. */
export type OpenFile = { source: FileSource; options: ReadOptions; format: Format | null; bytes: number; path: string }
type ReadRecord<T> = (record: Readonly<Record<string, unknown>>, path: string, map?: ColumnMap) => { draft: T } | { reason: string }

/** Throws `bad-input` where the file does not exist or cannot be read. */
export async function openFile(source: FileSource, options: ReadOptions): Promise<OpenFile> {
  const { first, bytes } = await readFirstBytes(source)
  return { source, options, format: detectFormat(source.name, first), bytes, path: pathInRoot(source) }
}

/** The file's path below the import root, or its name. */
export function pathInRoot(source: FileSource): string {
  const inside = source.root === undefined ? '' : relative(source.root, source.path).split(sep).join('/')
  return inside === '' || inside.startsWith('..') ? basename(source.name) : inside
}

/** A file nobody reads: an error when it was chosen by name, a rejection when it lay in a chosen folder. */
export function refuseFormat<T>(file: OpenFile): Piece<T> {
  if (file.source.root === undefined) throw new DeskError('bad-input', file.path, 'no reader for this format')
  return { at: 'file', reason: 'no reader for this format' }
}

/** The file's name put to every piece. */
export async function* nameResults<T>(path: string, pieces: AsyncIterable<Piece<T>> | Iterable<Piece<T>>): AsyncGenerator<Read<T>> {
  for await (const piece of pieces) {
    if ('draft' in piece) yield { ok: true, draft: piece.draft, at: piece.at }
    else yield { ok: false, rejection: { file: path, at: piece.at, reason: piece.reason } }
  }
}

export function openStream(file: OpenFile): Promise<ByteStream> {
  return openByteStream(file.source, file.options.onBytes)
}

/** JSON Lines, a JSON list or CSV, each record through `read`. */
export async function* readRecords<T>(file: OpenFile, fields: FieldNames, read: ReadRecord<T>): AsyncGenerator<Piece<T>> {
  const stream = await openStream(file)
  let map = file.options.map
  const records = file.format === 'csv' ? readCsv(stream) : file.format === 'json' ? readJsonList(stream) : readJsonLines(stream)
  for await (const record of records) {
    if ('columns' in record) map = { ...guessColumns(record.columns, fields), ...file.options.map }
    else if ('reason' in record) yield record
    else yield { at: record.at, ...read(record.draft, `${file.path}#${record.at}`, file.format === 'csv' ? fillMap(map, fields) : map) }
  }
}

/** In CSV a field without a column is absent: its name must not be looked for again. */
function fillMap(map: ColumnMap | undefined, fields: FieldNames): ColumnMap {
  return { ...Object.fromEntries(Object.keys(fields).map((field) => [field, ''])), ...map }
}

/** The whole file as text, or why not. Windows-1252 is accepted where the file does not say it is Unicode. */
export async function readText(file: OpenFile, limit: number = limits.record): Promise<{ text: string } | { at: string; reason: string }> {
  const tooLarge = { at: 'record 1', reason: `larger than ${limit / 1024 / 1024} MB` }
  if (file.bytes > limit) return tooLarge
  const { chunks, strict } = await openStream(file)
  const parts: Buffer[] = []
  for await (const chunk of chunks) parts.push(chunk)
  const text = decodeText(Buffer.concat(parts), strict)
  return text === null ? { at: 'record 1', reason: 'broken encoding' } : { text }
}

/** The whole file as bytes, or why not. */
export async function readBytes(file: OpenFile, limit: number): Promise<{ bytes: Buffer } | { at: string; reason: string }> {
  const bytes = file.bytes > limit ? null : await readWholeFile(file.source, limit, file.options.onBytes)
  return bytes === null ? { at: 'record 1', reason: `larger than ${limit / 1024 / 1024} MB` } : { bytes }
}
