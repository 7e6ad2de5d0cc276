// Outputs of another tool (JSON Lines or JSON), one result per record.
// It must not decide anything about them: they wait for review like our own.
import { nameResults, openFile, readRecords, refuseFormat } from './open-file.ts'
import type { OpenFile } from './open-file.ts'
import { outputFields, readOutputRecord } from './output-record.ts'
import type { OutputDraft } from './output-record.ts'
import type { FileSource, Piece, Read, ReadOptions } from './source.ts'

/** As `readArticles`. */
export async function* readOutputs(source: FileSource, options: ReadOptions = {}): AsyncGenerator<Read<OutputDraft>> {
  const file = await openFile(source, options)
  yield* nameResults(file.path, readPieces(file))
}

async function* readPieces(file: OpenFile): AsyncGenerator<Piece<OutputDraft>> {
  if (file.format === 'jsonl' || file.format === 'json') yield* readRecords(file, outputFields, readOutputRecord)
  else yield refuseFormat(file)
}
