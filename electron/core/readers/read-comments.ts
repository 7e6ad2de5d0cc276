// Comments from JSON Lines, JSON, CSV or a WordPress export, one result per record.
// It must not mask or rename anyone: that is done before storing.
import type { CommentDraft } from '../../../shared/domain/comment.ts'
import { commentFields, readCommentRecord } from './comment-record.ts'
import { nameResults, openFile, openStream, readRecords, refuseFormat } from './open-file.ts'
import type { OpenFile } from './open-file.ts'
import type { FileSource, Piece, Read, ReadOptions } from './source.ts'
import { readWordpressComments } from './wordpress-export.ts'

/** As `readArticles`. */
export async function* readComments(source: FileSource, options: ReadOptions = {}): AsyncGenerator<Read<CommentDraft>> {
  const file = await openFile(source, options)
  yield* nameResults(file.path, readPieces(file))
}

async function* readPieces(file: OpenFile): AsyncGenerator<Piece<CommentDraft>> {
  if (file.format === 'wxr') yield* readWordpressComments(await openStream(file), file.path)
  else if (file.format === 'jsonl' || file.format === 'json' || file.format === 'csv')
    yield* readRecords(file, commentFields, readCommentRecord)
  else yield refuseFormat(file)
}
