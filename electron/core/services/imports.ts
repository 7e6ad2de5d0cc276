// Importing files: finds them, reads them, hands the records to their store, tells progress.
import { stat } from 'node:fs/promises'
import type { ImportKind, ImportOptions, ImportPreview, ImportResult, ColumnMap } from '../../../shared/domain/import.ts'
import { readArticles } from '../readers/read-articles.ts'
import { readComments } from '../readers/read-comments.ts'
import { readOutputs } from '../readers/read-outputs.ts'
import { previewFile } from '../readers/preview.ts'
import type { FileSource, Read } from '../readers/source.ts'
import { walk } from '../readers/walk.ts'
import type { DeskContext } from './context.ts'
import { importOutputsOfCard } from './card-outputs.ts'
import { importArticles, type Located } from './import-articles.ts'
import { importComments } from './import-comments.ts'
import { recallColumns, rememberColumns, sameColumns } from './import-columns.ts'
import { importOutputs } from './import-outputs.ts'
import { beginRunning, type RunningImport } from './running-imports.ts'
import { beginImport, rememberImport } from './take-back-import.ts'
import { discardUpload, uploadPath } from './uploads.ts'

export type ImportSource = { uploads: string[] } | { paths: string[] }

/** Progress is told at most this often. */
const progressMs = 250
const previewRecords = 20

async function pathsOf(desk: DeskContext, source: ImportSource): Promise<string[]> {
  return 'paths' in source ? source.paths : Promise.all(source.uploads.map((upload) => uploadPath(desk, upload)))
}

export async function runImport(desk: DeskContext, source: ImportSource, options: ImportOptions, ticket?: string): Promise<ImportResult> {
  const files = await filesOf(await pathsOf(desk, source))
  const progress = await createProgress(desk, files, ticket)
  const running = beginRunning(desk.store, ticket)
  try {
    await keepColumns(desk, files, options)
    const begun = await beginImport(desk)
    const result = await importKind(desk, files, options, progress, running.import)
    const undoable = ticket !== undefined && options.kind === 'articles' && result.imported > 0
    if (undoable) await rememberImport(desk, { ticket, ...begun, sources: files.map((file) => file.name) }, result)
    return { ...result, ...(undoable ? { ticket } : {}), ...(running.import.stopped ? { stopped: true } : {}) }
  } finally {
    running.end()
    if ('uploads' in source) for (const upload of source.uploads) await discardUpload(desk, upload)
  }
}

/** What a person said of the first file's columns is proposed for the next file that has them. */
async function keepColumns(desk: DeskContext, files: readonly FileSource[], options: ImportOptions): Promise<void> {
  const [first] = files
  if (options.map === undefined || first === undefined) return
  const { columns } = await previewFile(first, options.kind)
  await rememberColumns(desk, options.kind, columns, options.map)
}

async function importKind(
  desk: DeskContext,
  files: readonly FileSource[],
  options: ImportOptions,
  progress: Progress,
  running: RunningImport,
): Promise<ImportResult> {
  switch (options.kind) {
    case 'articles':
      return importArticles(desk, readAll(files, readArticles, options.map, progress, running), options)
    case 'comments':
      return importComments(desk, readAll(files, readComments, options.map, progress, running))
    case 'outputs': {
      const outputs = readAll(files, readOutputs, options.map, progress, running)
      return options.experiment === undefined ? importOutputs(desk, outputs) : importOutputsOfCard(desk, outputs, options.experiment)
    }
  }
}

async function filesOf(paths: readonly string[]): Promise<FileSource[]> {
  const files: FileSource[] = []
  for await (const file of walk(paths)) files.push(file)
  return files
}

type Reader<T> = (source: FileSource, options: { map?: ColumnMap; onBytes?: (bytes: number) => void }) => AsyncIterable<Read<T>>

async function* readAll<T>(
  files: readonly FileSource[],
  reader: Reader<T>,
  map: ColumnMap | undefined,
  progress: Progress,
  running: RunningImport,
): AsyncGenerator<Located<T>> {
  for (const file of files) {
    const options = { ...(map ? { map } : {}), onBytes: (bytes: number) => progress.bytes(file.name, bytes) }
    for await (const read of reader(file, options)) {
      // Stopped by a person: what was read before is stored, nothing after is.
      if (running.stopped) return progress.done()
      progress.record(file.name)
      yield { file: file.name, read }
    }
  }
  progress.done()
}

type Progress = { bytes: (file: string, count: number) => void; record: (file: string) => void; done: () => void }

async function createProgress(desk: DeskContext, files: readonly FileSource[], ticket: string | undefined): Promise<Progress> {
  let totalBytes = 0
  for (const file of files) totalBytes += (await stat(file.path)).size
  const state = { read: 0, bytes: 0, file: '', toldAt: 0 }
  const tell = (force: boolean) => {
    const now = desk.clock().getTime()
    if (ticket === undefined || (!force && now - state.toldAt < progressMs)) return
    state.toldAt = now
    desk.emit({ type: 'import.progressed', ticket, file: state.file, read: state.read, bytes: state.bytes, totalBytes })
  }
  return {
    bytes: (file, count) => {
      state.file = file
      state.bytes += count
      tell(false)
    },
    record: (file) => {
      state.file = file
      state.read += 1
      tell(false)
    },
    done: () => tell(true),
  }
}

/** What would be read, from the first records of each file. Stores nothing. */
export async function previewImport(desk: DeskContext, source: ImportSource, options: ImportOptions): Promise<ImportPreview> {
  const files = await filesOf(await pathsOf(desk, source))
  const preview: ImportPreview = {
    kind: options.kind,
    files: [],
    columns: [],
    map: options.map ?? {},
    remembered: false,
    otherColumns: [],
    articles: [],
    comments: [],
    rejected: [],
  }
  let { map } = options
  for (const file of files) {
    let head = await previewFile(file, options.kind, map)
    preview.files.push({ name: file.name, format: head.format, bytes: (await stat(file.path)).size })
    if (preview.columns.length === 0) {
      const known = options.map === undefined ? await recallColumns(desk, options.kind, head.columns) : null
      if (known !== null) {
        map = known
        preview.remembered = true
        head = await previewFile(file, options.kind, map)
      }
      preview.columns = head.columns
      preview.map = head.map
    } else if (head.columns.length > 0 && !sameColumns(head.columns, preview.columns)) preview.otherColumns.push(file.name)
    await readHead(file, options.kind, map, preview)
  }
  return preview
}

async function readHead(file: FileSource, kind: ImportKind, map: ColumnMap | undefined, preview: ImportPreview): Promise<void> {
  let read = 0
  const records =
    kind === 'comments'
      ? readComments(file, map ? { map } : {})
      : kind === 'articles'
        ? readArticles(file, map ? { map } : {})
        : readOutputs(file, {})
  for await (const record of records) {
    if (!record.ok) preview.rejected.push(record.rejection)
    else if (kind === 'articles' && 'title' in record.draft) preview.articles.push(record.draft)
    else if (kind === 'comments' && 'parent' in record.draft) preview.comments.push(record.draft)
    read += 1
    if (read >= previewRecords) return
  }
}
