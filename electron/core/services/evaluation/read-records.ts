// Reads evaluation files: JSON Lines in UTF-8, each line a record; a broken one is told by file and line.
// It must not know tasks or figures.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { DeskError } from '../../../../shared/domain/error.ts'
import type { Concept } from '../../../../shared/domain/vocabulary.ts'
import { readVocabulary } from '../../readers/read-vocabulary.ts'
import type { Shaped } from './record-shapes.ts'

type Shape<T> = (raw: { fields: Readonly<Record<string, unknown>>; at: string; lang: string | null }) => Shaped<T>
export interface ReadOptions {
  readonly lang: string | null
  /** Only records whose `split` says so: the file is named for training and for testing. */
  readonly split: 'train' | 'test' | null
}

/** @throws DeskError `not-found`, `bad-input` with the line that does not read. */
export async function readRecords<T>(path: string, shape: Shape<T>, { lang, split }: ReadOptions): Promise<T[]> {
  const name = basename(path)
  const records: T[] = []
  let splits = 0
  const lines = (await readUtf8(path, name)).replace(/^\uFEFF/u, '').split('\n')
  lines.forEach((line, at) => {
    if (line.trim() === '') return
    const place = `line ${at + 1}`
    const fields = parseLine(line, name, place)
    if (typeof fields['split'] === 'string') splits += 1
    if (split !== null && fields['split'] !== split) return
    const shaped = shape({ fields, at: `${path}#${at + 1}`, lang })
    if (shaped === null) return
    if ('wrong' in shaped) throw new DeskError('bad-input', name, `${place}: ${shaped.wrong}`, { file: name, line: at + 1 })
    records.push(shaped.record)
  })
  if (split !== null && splits === 0)
    throw new DeskError('bad-input', name, 'is named for --train and for --test, but its records have no split', { file: name })
  return records
}

async function readUtf8(path: string, name: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new DeskError(missing ? 'not-found' : 'bad-input', name, missing ? 'no such file' : 'cannot be read', { file: name })
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DeskError('bad-input', name, 'is not UTF-8', { file: name })
  }
}

function parseLine(line: string, name: string, place: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new DeskError('bad-input', name, `${place} is not JSON`, { file: name })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DeskError('bad-input', name, `${place} is not a JSON object`, { file: name })
  return value as Record<string, unknown>
}

/** A vocabulary in any form `vocabulary import` reads. @throws DeskError `bad-input` with the record that does not read. */
export async function readConcepts(path: string): Promise<Concept[]> {
  const name = basename(path)
  const concepts = new Map<string, Concept>()
  await readUtf8(path, name)
  for await (const read of readVocabulary({ name, path })) {
    if (!read.ok) throw new DeskError('bad-input', name, `${read.rejection.at}: ${read.rejection.reason}`, { file: name })
    concepts.set(read.draft.id, read.draft)
  }
  if (concepts.size === 0) throw new DeskError('bad-input', name, 'no concept in this file', { file: name })
  return [...concepts.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
