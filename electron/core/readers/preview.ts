// What a file would give before it is imported: its format, columns and the guessed map.
// It must not store or read past the beginning.
import type { ColumnMap } from '../../../shared/domain/import.ts'
import { articleFields } from './article-record.ts'
import { byteStreamOf, readFirstBytes } from './byte-stream.ts'
import { commentFields } from './comment-record.ts'
import { conceptFields } from './concept-record.ts'
import { readCsv } from './csv-records.ts'
import { detectFormat } from './detect-format.ts'
import type { Format } from './detect-format.ts'
import { guessColumns } from './guess-columns.ts'
import { readJsonLines, readJsonList } from './json-records.ts'
import { outputFields } from './output-record.ts'
import type { FileSource } from './source.ts'

export type FilePreview = { format: string; bytes: number; columns: string[]; map: ColumnMap }

const fieldsOf = { articles: articleFields, comments: commentFields, outputs: outputFields, vocabulary: conceptFields } as const

/**
 * `columns`: a CSV's header, or the keys of the first JSON record; empty for formats without columns.
 * `map`: what would be used, the given map first. `format` is `unknown` where no reader takes the file.
 * Throws `bad-input` for a file that cannot be read.
 */
export async function previewFile(source: FileSource, kind: keyof typeof fieldsOf, map: ColumnMap = {}): Promise<FilePreview> {
  const { first, bytes } = await readFirstBytes(source)
  const format = detectFormat(source.name, first)
  const columns = await readColumns(format, first)
  // JSON keys are read under their exact names only; a spreadsheet's header is written by hand.
  const guess = guessColumns(columns, fieldsOf[kind], format === 'csv' ? 'loose' : 'exact')
  return { format: format ?? 'unknown', bytes, columns, map: { ...guess, ...map } }
}

async function readColumns(format: Format | null, first: Buffer): Promise<string[]> {
  if (format === 'csv') {
    for await (const row of readCsv(byteStreamOf(first))) if ('columns' in row) return row.columns
  }
  if (format === 'jsonl' || format === 'json') {
    const records = format === 'json' ? readJsonList(byteStreamOf(first)) : readJsonLines(byteStreamOf(first))
    for await (const record of records) if ('draft' in record) return Object.keys(record.draft)
  }
  return []
}
